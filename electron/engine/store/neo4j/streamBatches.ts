// Turns two streams of a server, nodes and links, into the batches of a projection: the server's numbers become places in the order of the nodes.
import type { ProjectionBatch } from "../graphReader.ts";
import type { Row } from "./plainValue.ts";

const batchRows = 20_000;
const noLinks = { from: [], to: [], weight: [], directed: [] };

export async function* streamBatches(
  nodes: AsyncIterable<Row>,
  links: Iterable<AsyncIterable<Row>>,
  refOf: (row: Row) => string,
): AsyncGenerator<ProjectionBatch> {
  const places = new Map<unknown, number>();
  let refs: string[] = [];
  for await (const row of nodes) {
    if (places.has(row["node"])) continue;
    places.set(row["node"], places.size);
    refs.push(refOf(row));
    if (refs.length < batchRows) continue;
    yield { nodes: refs, ...noLinks };
    refs = [];
  }
  yield { nodes: refs, ...noLinks };
  for (const stream of links) yield* streamLinks(stream, places);
}

async function* streamLinks(rows: AsyncIterable<Row>, places: ReadonlyMap<unknown, number>): AsyncGenerator<ProjectionBatch> {
  let [from, to, weight, directed]: [number[], number[], number[], number[]] = [[], [], [], []];
  for await (const row of rows) {
    const [a, b] = [places.get(row["a"]), places.get(row["b"])];
    if (a === undefined || b === undefined) continue;
    from.push(a);
    to.push(b);
    weight.push(Number(row["weight"] ?? 1) || 0);
    directed.push(row["directed"] === false ? 0 : 1);
    if (from.length < batchRows) continue;
    yield { nodes: [], from, to, weight, directed };
    [from, to, weight, directed] = [[], [], [], []];
  }
  yield { nodes: [], from, to, weight, directed };
}
