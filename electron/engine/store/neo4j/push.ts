// Copies the workspace's graph to a server: constraints first, then pages of MERGE, each with the note of how far it came in the same transaction.
// So a push that was cut off goes on where it stopped, and one that is run twice leaves what one leaves.
import type { PushResult } from "../../../../shared/workspace/graphCalls.ts";
import type { ReadableDb } from "../sqlite/database.ts";
import { readChartNodes } from "../sqlite/tables/chartNode.ts";
import {
  countEntityKinds,
  countLinkKinds,
  firstPlace,
  type LinkPlace,
  listEntitiesAfter,
  listLinksAfter,
} from "../sqlite/tables/graphRows.ts";
import type { Neo4jSession, Step } from "./connect.ts";
import { pushCypher } from "./cypher.ts";
import { kindLabel, type OwnNode, toOwnLink, toOwnNode } from "./ownGraph.ts";

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
}

interface PushState {
  readonly dataVersion: number;
  readonly stamp: number;
  readonly isDone: boolean;
  /** Last entity and last link that are there. */
  readonly node: number;
  readonly from: number;
  readonly to: number;
  readonly kind: string;
}

const defaultRows = 5000;
const batchMilliseconds = 120_000;

export async function pushGraph(context: PushContext): Promise<PushResult> {
  await prepare(context);
  const { state, isResumed } = await begin(context);
  const counts = { nodes: total(countEntityKinds(context.db)), links: total(countLinkKinds(context.db)) };
  const progress = createProgress(context, counts.nodes + counts.links);
  const nodes = await pushNodes(context, state, progress);
  const links = await pushLinks(context, state, progress);
  const removed = { links: await sweep(context, "sweepLinks", state.stamp), nodes: await sweep(context, "sweepNodes", state.stamp) };
  await note(context, [], { isDone: true });
  return { graph: context.graph, ...counts, sent: { nodes, links }, removed, isResumed };
}

const total = (counts: readonly { readonly count: number }[]) => counts.reduce((sum, { count }) => sum + count, 0);

async function prepare({ session, signal }: PushContext): Promise<void> {
  for (const statement of pushCypher.prepare) await session.write([{ statement, parameters: {} }], { signal });
  await session.read(pushCypher.awaitIndexes, {}, { signal, timeout: 65_000 });
}

/** Goes on with a push of the same data that was cut off; otherwise begins a new one. */
async function begin(context: PushContext): Promise<{ state: PushState; isResumed: boolean }> {
  const { session, graph, dataVersion, signal } = context;
  const [row] = await session.read(pushCypher.readState, { graph }, { signal });
  const last = row?.["state"] as unknown as PushState | undefined;
  if (last && !last.isDone && last.dataVersion === dataVersion) return { state: last, isResumed: true };
  const state: PushState = { dataVersion, stamp: (last?.stamp ?? 0) + 1, isDone: false, node: -1, ...firstPlace };
  await note(context, [], state);
  return { state, isResumed: false };
}

const note = ({ session, graph, signal }: PushContext, steps: readonly Step[], state: Partial<PushState>) =>
  session.write([...steps, { statement: pushCypher.noteState, parameters: { graph, state } }], { signal, timeout: batchMilliseconds });

type Progress = (rows: number) => void;

function createProgress({ report }: PushContext, all: number): Progress {
  let done = 0;
  return (rows) => {
    done += rows;
    report?.(Math.min(done, all), all);
  };
}

async function pushNodes(context: PushContext, state: PushState, progress: Progress): Promise<number> {
  const { db, graph, rowsAtOnce = defaultRows } = context;
  let [after, sent] = [state.node, 0];
  for (;;) {
    const page = listEntitiesAfter(db, after, rowsAtOnce);
    if (page.length === 0) return sent;
    const keys = new Map(page.map(({ kind, key }) => [`${kind}:${key}`, key]));
    const rows = readChartNodes(db, [...keys.keys()]).map((node) => ({
      ...toOwnNode(graph, keys.get(node.ref)!, node),
      stamp: state.stamp,
    }));
    after = page.at(-1)!.id;
    await note(context, mergeSteps(rows), { node: after });
    sent += rows.length;
    progress(rows.length);
  }
}

/** One statement a label, since a label cannot be a parameter. */
function mergeSteps(rows: readonly OwnNode[]): Step[] {
  const kinds = [...new Set(rows.map(({ kind }) => kind))].sort();
  return kinds.map((kind) => ({
    statement: pushCypher.mergeNodes(kindLabel(kind)),
    parameters: { rows: rows.filter((row) => row.kind === kind) },
  }));
}

async function pushLinks(context: PushContext, state: PushState, progress: Progress): Promise<number> {
  const { db, graph, rowsAtOnce = defaultRows } = context;
  let after: LinkPlace = { from: state.from, to: state.to, kind: state.kind };
  let sent = 0;
  for (;;) {
    const page = listLinksAfter(db, after, rowsAtOnce);
    const last = page.at(-1);
    if (!last) return sent;
    after = { from: last.from, to: last.to, kind: last.kind };
    const rows = page.map((row) => {
      const { a, b, link } = toOwnLink(graph, row);
      return { a, b, link: { ...link, stamp: state.stamp } };
    });
    await note(context, [{ statement: pushCypher.mergeLinks, parameters: { rows } }], after);
    sent += rows.length;
    progress(rows.length);
  }
}

const sweptAtOnce = 10_000;

/** What an earlier push left and this one did not name is no longer in the workspace. */
async function sweep({ session, graph, signal }: PushContext, what: "sweepLinks" | "sweepNodes", stamp: number): Promise<number> {
  let removed = 0;
  for (;;) {
    const step = { statement: pushCypher[what], parameters: { graph, stamp, limit: sweptAtOnce } };
    const [row] = await session.write([step], { signal, timeout: batchMilliseconds });
    const count = Number(row?.["count"] ?? 0);
    removed += count;
    if (count < sweptAtOnce) return removed;
  }
}
