// Pages of a push: entities and links of one lane, created where nothing can be there yet, merged by id otherwise.
import type { ReadableDb } from "../sqlite/database.ts";
import { readChartNodes } from "../sqlite/tables/chartNode.ts";
import { type GraphEntity, listEntitiesAfter, listLinksAfter } from "../sqlite/tables/graphRows.ts";
import type { Step } from "./connect.ts";
import { pushCypher } from "./cypher.ts";
import { kindLabel, linkRow, nodeRow, type OwnNode, toOwnLink, toOwnNode } from "./ownGraph.ts";
import { type Lane, type PushContext, requireCount, writePage } from "./pushLane.ts";

interface Writing {
  readonly stamp: number;
  readonly isFresh: boolean;
}

type Progress = (rows: number) => void;

const defaultRows = 5000;

export async function pushNodes(context: PushContext, writing: Writing, begun: Lane, progress: Progress): Promise<Lane> {
  const { db, graph, rowsAtOnce = defaultRows } = context;
  let lane = begun;
  for (;;) {
    const page = listEntitiesAfter(db, lane.node, rowsAtOnce, lane.untilNode);
    if (page.length === 0) return lane;
    const rows = readNodes(db, graph, page);
    lane = await writePage(context, lane, nodeSteps(graph, writing, rows), { node: page.at(-1)!.id, nodes: lane.nodes + rows.length });
    progress(rows.length);
  }
}

function readNodes(db: ReadableDb, graph: string, page: readonly GraphEntity[]): OwnNode[] {
  const keys = new Map(page.map(({ kind, key }) => [`${kind}:${key}`, key]));
  return readChartNodes(db, [...keys.keys()]).map((node) => toOwnNode(graph, keys.get(node.ref)!, node));
}

/** One statement a label, since a label cannot be a parameter. */
function nodeSteps(graph: string, { stamp, isFresh }: Writing, rows: readonly OwnNode[]): Step[] {
  const kinds = [...new Set(rows.map(({ kind }) => kind))].sort();
  return kinds.map((kind) => {
    const [own, label] = [rows.filter((row) => row.kind === kind), kindLabel(kind)];
    const check = requireCount(own.length);
    return isFresh
      ? { statement: pushCypher.createNodes(label), parameters: { graph, stamp, rows: own.map(nodeRow) }, check }
      : { statement: pushCypher.mergeNodes(label), parameters: { rows: own.map((row) => ({ ...row, stamp })) }, check };
  });
}

export async function pushLinks(context: PushContext, writing: Writing, begun: Lane, progress: Progress): Promise<Lane> {
  const { db, graph, rowsAtOnce = defaultRows } = context;
  let lane = begun;
  for (;;) {
    const page = listLinksAfter(db, lane, rowsAtOnce, lane.untilFrom);
    const last = page.at(-1);
    if (!last) return lane;
    const next = { from: last.from, to: last.to, kind: last.kind, links: lane.links + page.length };
    lane = await writePage(context, lane, [linkStep(graph, writing, page)], next);
    progress(page.length);
  }
}

function linkStep(graph: string, { stamp, isFresh }: Writing, page: Parameters<typeof linkRow>[0][]): Step {
  const check = requireCount(page.length);
  if (isFresh) return { statement: pushCypher.createLinks, parameters: { graph, stamp, rows: page.map(linkRow) }, check };
  const rows = page.map((row) => {
    const { a, b, link } = toOwnLink(graph, row);
    return { a, b, link: { ...link, stamp } };
  });
  return { statement: pushCypher.mergeLinks, parameters: { rows }, check };
}
