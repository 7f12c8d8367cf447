// Reads a GEXF file as Gephi Lite does, and prints what it found as JSON: node read.cjs FILE
const fs = require("fs");
const Graph = require("graphology");
const gexf = require("graphology-gexf");

const graph = gexf.parse(Graph, fs.readFileSync(process.argv[2], "utf-8"));
console.log(
  JSON.stringify({
    type: graph.type,
    nodes: graph.mapNodes((id, attributes) => ({ id, ...attributes })),
    edges: graph.mapEdges((id, attributes, source, target) => ({ id, source, target, ...attributes })),
  }),
);
