// Lanes of a push: ranges of entities that are sent side by side. Each keeps on the server how far it came, in a node of its own, so that no two
// transactions wait for one note.
import { CaseweaveError } from "../../../../shared/errors.ts";
import type { ReadableDb } from "../sqlite/database.ts";
import { cutEntities, cutLinks, firstPlace, noEnd } from "../sqlite/tables/graphRows.ts";
import type { Neo4jSession, Step } from "./connect.ts";
import { pushCypher } from "./cypher.ts";

export interface PushContext {
  readonly db: ReadableDb;
  readonly session: Neo4jSession;
  /** Name of the graph: one server keeps the graphs of many workspaces. */
  readonly graph: string;
  readonly dataVersion: number;
  readonly signal?: AbortSignal;
  /** Nodes and links done of all. */
  readonly report?: (done: number, total: number) => void;
  readonly rowsAtOnce?: number;
  /** Transactions at one time, for a graph that is not there yet. */
  readonly lanes?: number;
}

export interface Lane {
  readonly name: string;
  readonly graph: string;
  readonly number: number;
  readonly stamp: number;
  /** Last entity that is there, and the last one of this lane. */
  readonly node: number;
  readonly untilNode: number;
  /** Last link that is there, and the last entity from which links of this lane start. */
  readonly from: number;
  readonly to: number;
  readonly kind: string;
  readonly untilFrom: number;
  /** Rows sent so far. */
  readonly nodes: number;
  readonly links: number;
}

export function drawLanes({ db, graph }: PushContext, stamp: number, count: number): Lane[] {
  const [nodeEnds, linkEnds] = [cutEntities(db, count), cutLinks(db, count)];
  return Array.from({ length: count }, (_, number) => ({
    name: `${graph}|${number}`,
    graph,
    number,
    stamp,
    node: nodeEnds[number - 1] ?? -1,
    untilNode: nodeEnds[number] ?? noEnd,
    ...firstPlace,
    // After every link of the lane before: no kind sorts behind this place.
    ...(number === 0 ? {} : { from: linkEnds[number - 1]!, to: noEnd }),
    untilFrom: linkEnds[number] ?? noEnd,
    nodes: 0,
    links: 0,
  }));
}

export async function readLanes({ session, graph, signal }: PushContext): Promise<Lane[]> {
  const rows = await session.read(pushCypher.readLanes, { graph }, { signal });
  return rows.map(({ lane }) => lane as unknown as Lane);
}

const batchMilliseconds = 120_000;

/** Writes a page and moves its lane in one transaction; a lane that is not where it was left belongs to another push. */
export async function writePage({ session, signal }: PushContext, lane: Lane, steps: readonly Step[], next: Partial<Lane>): Promise<Lane> {
  const { name, stamp, node, from, to, kind } = lane;
  const take = { statement: pushCypher.takeLane, parameters: { name, stamp, node, from, to, kind }, check: requireCount(1) };
  const move = { statement: pushCypher.moveLane, parameters: { name, lane: next } };
  await session.write([take, ...steps, move], { signal, timeout: batchMilliseconds });
  return { ...lane, ...next };
}

/** Every row of the page is there now; otherwise somebody else is at work in the same graph. */
export const requireCount = (count: number) => (rows: readonly { readonly count?: unknown }[]) => {
  if (Number(rows[0]?.count ?? 0) !== count) throw new CaseweaveError("neo4j-push-disturbed");
};
