"""What follows from the graph by the ontology, and whether the ontology contradicts itself."""
