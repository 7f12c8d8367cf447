// Answers queries with Comunica. Reads from standard input one line of JSON with the file of a graph in N-Triples and the
// queries; writes for each query one line of JSON: the columns, and the rows as arrays of lexical forms (null: unbound).
import { readFileSync } from 'node:fs';
import { QueryEngine } from '@comunica/query-sparql-rdfjs-lite';
import { Parser, Store } from 'n3';

const { graph, queries } = JSON.parse(readFileSync(0, 'utf8'));
const store = new Store(new Parser({ format: 'N-Triples' }).parse(readFileSync(graph, 'utf8')));
const engine = new QueryEngine();
for (const query of queries) {
  const found = await engine.query(query, { sources: [store] });
  const columns = (await found.metadata()).variables.map(each => (each.variable ?? each).value);
  const rows = await (await found.execute()).map(row => columns.map(column => row.get(column)?.value ?? null)).toArray();
  console.log(JSON.stringify({ columns, rows }));
}
