// Differences between the workspace's graph and its copy on a server, both ways; nothing is changed.
import type { ComparedPart, GraphComparison } from "../../../../shared/workspace/graphCalls.ts";
import type { ReadableDb } from "../sqlite/database.ts";
import { findIds, readChartNodes } from "../sqlite/tables/chartNode.ts";
import {
  findLinkPlaces,
  firstPlace,
  type LinkName,
  type LinkPlace,
  listEntitiesAfter,
  listLinksAfter,
} from "../sqlite/tables/graphRows.ts";
import type { Neo4jSession } from "./connect.ts";
import { compareCypher } from "./cypher.ts";
import { toOwnLink, toOwnNode } from "./ownGraph.ts";
import type { Row } from "./plainValue.ts";

export interface CompareContext {
  readonly db: ReadableDb;
  readonly session: Neo4jSession;
  readonly graph: string;
  readonly signal?: AbortSignal;
  readonly report?: (done: number) => void;
}

const rowsAtOnce = 5000;
const mostExamples = 20;

export async function compareGraph(context: CompareContext): Promise<GraphComparison> {
  const nodes = createPart();
  const links = createPart();
  await compareNodes(context, nodes);
  await compareLinks(context, links);
  await findNodesOnlyThere(context, nodes);
  await findLinksOnlyThere(context, links);
  return { graph: context.graph, nodes, links, isSame: isSame(nodes) && isSame(links) };
}

type Part = { -readonly [Field in keyof ComparedPart]: ComparedPart[Field] extends readonly string[] ? string[] : number };

const createPart = (): Part => ({
  here: 0,
  same: 0,
  different: 0,
  onlyHere: 0,
  onlyThere: 0,
  examplesDifferent: [],
  examplesOnlyHere: [],
  examplesOnlyThere: [],
});
const isSame = ({ different, onlyHere, onlyThere }: Part) => different + onlyHere + onlyThere === 0;

function keepExample(list: string[], name: string): void {
  if (list.length < mostExamples) list.push(name);
}

/** Properties that the workspace would write; a missing one is null. */
function differs(here: object, there: Row): boolean {
  return Object.entries(here).some(([name, value]) => (there[name] ?? null) !== (value ?? null));
}

function judge(part: Part, id: string, name: string, here: object, there: ReadonlyMap<string, Row>): void {
  const found = there.get(id);
  part.here += 1;
  if (!found) {
    part.onlyHere += 1;
    keepExample(part.examplesOnlyHere, name);
  } else if (differs(here, found)) {
    part.different += 1;
    keepExample(part.examplesDifferent, name);
  } else part.same += 1;
}

const byId = (rows: readonly Row[]) => new Map(rows.map(({ properties, id }) => [String(id), properties as Row]));

async function compareNodes({ db, session, graph, signal, report }: CompareContext, part: Part): Promise<void> {
  for (let after = -1; ; ) {
    const page = listEntitiesAfter(db, after, rowsAtOnce);
    if (page.length === 0) return;
    after = page.at(-1)!.id;
    const keys = new Map(page.map(({ kind, key }) => [`${kind}:${key}`, key]));
    const nodes = readChartNodes(db, [...keys.keys()]).map((node) => toOwnNode(graph, keys.get(node.ref)!, node));
    const there = byId(await session.read(compareCypher.nodes, { ids: nodes.map(({ id }) => id) }, { signal }));
    for (const node of nodes) judge(part, node.id, node.ref, node, there);
    report?.(part.here);
  }
}

async function compareLinks({ db, session, graph, signal, report }: CompareContext, part: Part): Promise<void> {
  for (let after: LinkPlace = firstPlace; ; ) {
    const page = listLinksAfter(db, after, rowsAtOnce);
    const last = page.at(-1);
    if (!last) return;
    after = { from: last.from, to: last.to, kind: last.kind };
    const rows = page.map((row) => toOwnLink(graph, row));
    const asked = rows.map(({ a, b, link }) => ({ a, b, id: link.id }));
    const there = byId(await session.read(compareCypher.links, { rows: asked }, { signal }));
    for (const { link } of rows) judge(part, link.id, link.id, link, there);
    report?.(part.here);
  }
}

/** Rows of the server in pages; those whose place is not among the known ones are told. */
async function findOnlyThere<Name>(
  part: Part,
  rows: AsyncIterable<Row>,
  read: {
    readonly name: (row: Row) => Name;
    readonly show: (name: Name) => string;
    readonly known: (names: readonly Name[]) => ReadonlySet<number>;
  },
): Promise<void> {
  let page: Name[] = [];
  const look = () => {
    const known = read.known(page);
    for (const [place, name] of page.entries()) {
      if (known.has(place)) continue;
      part.onlyThere += 1;
      keepExample(part.examplesOnlyThere, read.show(name));
    }
    page = [];
  };
  for await (const row of rows) {
    page.push(read.name(row));
    if (page.length >= rowsAtOnce) look();
  }
  look();
}

const findNodesOnlyThere = ({ db, session, graph, signal }: CompareContext, part: Part) =>
  findOnlyThere(part, session.stream(compareCypher.nodeNames, { graph }, { signal }), {
    name: ({ name }) => String(name),
    show: (ref) => ref,
    known: (refs) => {
      const here = new Set(findIds(db, refs).map(({ kind, key }) => `${kind}:${key}`));
      return new Set(refs.flatMap((ref, place) => (here.has(ref) ? [place] : [])));
    },
  });

const findLinksOnlyThere = ({ db, session, graph, signal }: CompareContext, part: Part) =>
  findOnlyThere(part, session.stream(compareCypher.linkNames, { graph }, { signal }), {
    name: ({ kind, from, to }): LinkName => ({ kind: String(kind), from: String(from), to: String(to) }),
    show: ({ kind, from, to }) => `${kind}|${from}|${to}`,
    known: (names) => findLinkPlaces(db, names),
  });
