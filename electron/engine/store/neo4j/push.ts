// Copies the workspace's graph to a server: constraints first, then pages of rows in lanes side by side, each page committed together with the note how
// far its lane came. So a push that was cut off goes on where it stopped, and one that is run twice leaves what one leaves.
import { CaseweaveError } from "../../../../shared/errors.ts";
import type { PushResult } from "../../../../shared/workspace/graphCalls.ts";
import { countEntityKinds, countLinkKinds } from "../sqlite/tables/graphRows.ts";
import type { Step } from "./connect.ts";
import { pushCypher } from "./cypher.ts";
import type { Row } from "./plainValue.ts";
import { drawLanes, type Lane, type PushContext, readLanes } from "./pushLane.ts";
import { pushLinks, pushNodes } from "./pushPages.ts";

/** What the server keeps of a push. */
interface PushState {
  readonly dataVersion: number;
  readonly stamp: number;
  readonly isDone: boolean;
  /** Nothing of the graph was there when it began: what its lanes have not passed yet cannot be there. */
  readonly isFresh: boolean;
}

interface Begun {
  readonly state: PushState;
  readonly lanes: readonly Lane[];
  readonly isResumed: boolean;
}

const batchMilliseconds = 120_000;
/** Below that a second transaction beside the first gains nothing. */
const rowsOfOneLane = 20_000;
const defaultLanes = 4;

export async function pushGraph(context: PushContext): Promise<PushResult> {
  await prepare(context);
  const counts = { nodes: total(countEntityKinds(context.db)), links: total(countLinkKinds(context.db)) };
  const { state, lanes, isResumed } = await begin(context, counts.nodes + counts.links);
  const progress = createProgress(context, counts.nodes + counts.links, sumOf(lanes, "nodes") + sumOf(lanes, "links"));
  const withNodes = await sideBySide(context, lanes, (lane, within) => pushNodes(within, state, lane, progress));
  const whole = await sideBySide(context, withNodes, (lane, within) => pushLinks(within, state, lane, progress));
  const sentOf = (what: "nodes" | "links") => sumOf(whole, what) - sumOf(lanes, what);
  const removed = { links: await sweep(context, "sweepLinks", state), nodes: await sweep(context, "sweepNodes", state) };
  await finish(context);
  return { graph: context.graph, ...counts, sent: { nodes: sentOf("nodes"), links: sentOf("links") }, removed, isResumed };
}

const total = (counts: readonly { readonly count: number }[]) => counts.reduce((sum, { count }) => sum + count, 0);
const sumOf = (lanes: readonly Lane[], what: "nodes" | "links") => lanes.reduce((sum, lane) => sum + lane[what], 0);

async function prepare({ session, signal }: PushContext): Promise<void> {
  for (const statement of pushCypher.prepare) await session.write([{ statement, parameters: {} }], { signal, timeout: batchMilliseconds });
  await session.read(pushCypher.awaitIndexes, {}, { signal, timeout: 65_000 });
}

/** Goes on with a push of the same data that was cut off; otherwise begins a new one. */
async function begin(context: PushContext, rows: number): Promise<Begun> {
  const { session, graph, dataVersion, signal } = context;
  const [row] = await session.read(pushCypher.readState, { graph }, { signal });
  const last = row?.["state"] as unknown as PushState | undefined;
  const known = await readLanes(context);
  if (last && !last.isDone && last.dataVersion === dataVersion && known.length > 0) return { state: last, lanes: known, isResumed: true };
  const [found] = last ? [last] : await session.read(pushCypher.findAny, { graph }, { signal });
  const state: PushState = { dataVersion, stamp: (last?.stamp ?? 0) + 1, isDone: false, isFresh: found === undefined };
  const lanes = drawLanes(context, state.stamp, state.isFresh ? laneCount(context, rows) : 1);
  const steps: readonly Step[] = [
    { statement: pushCypher.takeGraph, parameters: { graph }, check: requireStamp(last?.stamp ?? 0) },
    { statement: pushCypher.noteState, parameters: { graph, state } },
    { statement: pushCypher.dropLanes, parameters: { graph } },
    { statement: pushCypher.makeLanes, parameters: { lanes } },
  ];
  await session.write(steps, { signal, timeout: batchMilliseconds });
  return { state, lanes, isResumed: false };
}

/** Another push that began since the note was read is left alone. */
const requireStamp = (stamp: number) => (rows: readonly Row[]) => {
  if (rows[0]?.["stamp"] !== stamp) throw new CaseweaveError("neo4j-push-disturbed");
};

/** MERGE locks both ends of a link, so only what is created goes in more than one lane. */
const laneCount = ({ lanes }: PushContext, rows: number) => lanes ?? (rows < rowsOfOneLane ? 1 : defaultLanes);

/** One failure stops the other lanes at their next page; they have ended before it is told. */
async function sideBySide(
  context: PushContext,
  lanes: readonly Lane[],
  work: (lane: Lane, within: PushContext) => Promise<Lane>,
): Promise<Lane[]> {
  const stop = new AbortController();
  const signal = context.signal ? AbortSignal.any([context.signal, stop.signal]) : stop.signal;
  let failure: unknown;
  const one = async (lane: Lane): Promise<Lane> => {
    try {
      return await work(lane, { ...context, signal });
    } catch (error) {
      failure ??= error;
      stop.abort();
      return lane;
    }
  };
  const moved = await Promise.all(lanes.map(one));
  if (failure !== undefined) throw failure;
  return moved;
}

function createProgress({ report }: PushContext, all: number, before: number): (rows: number) => void {
  let done = before;
  return (rows) => {
    done += rows;
    report?.(Math.min(done, all), all);
  };
}

const sweptAtOnce = 10_000;

/** What an earlier push left and this one did not name is no longer in the workspace. */
async function sweep({ session, graph, signal }: PushContext, what: "sweepLinks" | "sweepNodes", state: PushState): Promise<number> {
  let removed = 0;
  while (!state.isFresh) {
    const step = { statement: pushCypher[what], parameters: { graph, stamp: state.stamp, limit: sweptAtOnce } };
    const [row] = await session.write([step], { signal, timeout: batchMilliseconds });
    const count = Number(row?.["count"] ?? 0);
    removed += count;
    if (count < sweptAtOnce) break;
  }
  return removed;
}

async function finish({ session, graph, signal }: PushContext): Promise<void> {
  const done = { statement: pushCypher.noteState, parameters: { graph, state: { isDone: true } } };
  await session.write([done, { statement: pushCypher.dropLanes, parameters: { graph } }], { signal, timeout: batchMilliseconds });
}
