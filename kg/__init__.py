"""A knowledge graph of China's rule-of-law initiatives."""
