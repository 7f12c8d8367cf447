"""Networks of the graph: projections for Gephi and other programs that draw and measure networks."""
