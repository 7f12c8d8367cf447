// Draws the GEXF that the page holds, and writes what was drawn into the page.
import Graph from "graphology";
import { parse } from "graphology-gexf/browser";
import Sigma from "sigma";

const said = document.getElementById("said");
try {
  const graph = parse(Graph, JSON.parse(document.getElementById("gexf").textContent));
  // Sigma takes the attributes "type" and "kind" of nodes for names of its own programs.
  graph.forEachNode((id) => graph.removeNodeAttribute(id, "type"));
  graph.forEachNode((id, { size }) => graph.setNodeAttribute(id, "size", size / 4));
  const renderer = new Sigma(graph, document.getElementById("sheet"), { renderEdgeLabels: false });
  said.textContent = JSON.stringify({
    nodes: graph.order,
    edges: graph.size,
    labels: graph.mapNodes((id, { label }) => label).sort(),
    drawn: graph.filterNodes((id) => renderer.getNodeDisplayData(id) !== undefined).length,
  });
} catch (error) {
  said.textContent = JSON.stringify({ error: String(error) });
}
