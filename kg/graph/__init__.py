"""From facts to triples."""
