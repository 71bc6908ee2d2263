// What a chart starts with: a series with what holds it together, a pair with its evidence, an entity with its neighbours.
import type { ChartMarks } from "../../../shared/chart/calls.ts";
import type { ChartElements, ChartLink } from "../../../shared/chart/elements.ts";
import { CaseweaveError } from "../../../shared/errors.ts";
import { UnionFind } from "../../../shared/graph/unionFind.ts";
import type { RingDetail } from "../../../shared/group/ringCalls.ts";
import type { PairScore } from "../../../shared/link/pairScore.ts";
import { readStoredRing } from "../group/storedRing.ts";
import type { ReadContext } from "../handler.ts";
import { readFinding, requireFinding, titleOfFinding } from "../review/exchange/receivedFindings.ts";
import type { GraphReader } from "../store/graphReader.ts";
import type { ReadableDb } from "../store/sqlite/database.ts";
import { isCase } from "../store/sqlite/tables/caseHead.ts";
import { listPairScoresAmong, readLastLinkRun } from "../store/sqlite/tables/linkRun.ts";
import { readLastGroupRun } from "../store/sqlite/tables/linkState.ts";
import { readLastRingRun, readRingRow } from "../store/sqlite/tables/rings.ts";
import { readNumbers } from "../store/sqlite/tables/sameNames.ts";
import { listMembers, readSeriesRow } from "../store/sqlite/tables/series.ts";
import { evidenceLink } from "./evidenceLinks.ts";
import { openGraphFile } from "./openGraphFile.ts";
import { listStepsBetween } from "./stepsBetween.ts";

type Opened = ChartElements & { readonly title: string; readonly marks?: ChartMarks };

const maxEvidenceEntities = 150;
const firstNeighbours = 20;
const maxRingNodes = 400;

export async function openSubject(context: ReadContext, subject: string): Promise<Opened> {
  const [kind, ...rest] = subject.split(":");
  const name = rest.join(":");
  if (isFinding(name) && (kind === "series" || kind === "ring")) return openFinding(context, name);
  if (kind === "series") return openSeries(context, name);
  if (kind === "ring") return openRing(context, name);
  if (kind === "pair") return openPair(context, name.split("|"));
  if (kind === "source") return openGraphFile(context, name);
  return openEntity(context, subject);
}

async function openSeries({ db, graph }: ReadContext, id: string): Promise<Opened> {
  const run = readLastGroupRun(db);
  const series = run && readSeriesRow(db, run.id, id);
  if (!run || !series) throw new CaseweaveError("series-unknown", { series: id });
  const cases = listMembers(db, run.id, id).map((member) => member.case);
  return { ...(await openCases(db, graph, cases)), title: `${id} ${series.title}`.trim() };
}

/** `X-4`: a series or a ring of another unit, as far as its rows are here; evidence of pairs that the last linkage did not see is in the facts alone. */
const isFinding = (name: string): boolean => /^X-\d+$/.test(name);

async function openFinding({ db, graph }: ReadContext, name: string): Promise<Opened> {
  const row = requireFinding(db, name);
  const { series, ring } = readFinding(db, name, row.unit);
  const title = titleOfFinding(row);
  if (ring) return { ...(await openRingOf(graph, ring)), title };
  const cases = series!.members.map((member) => member.case);
  const isLinked = readLastLinkRun(db) !== undefined;
  const seen = isLinked ? await openCases(db, graph, cases) : { nodes: [], links: [] };
  const refs = [...cases.map((number) => `case:${number}`), ...series!.shared.map(({ entity }) => entity)];
  const nodes = await graph.readNodes([...new Set([...seen.nodes.map(({ ref }) => ref), ...refs])].slice(0, maxRingNodes));
  const shown = nodes.map(({ ref }) => ref);
  const links = new Map([...seen.links, ...(await graph.readLinksAmong(shown))].map((link) => [link.id, link]));
  const there = new Set(shown);
  return { nodes, links: [...links.values()].filter(({ from, to }) => there.has(from) && there.has(to)), title };
}

/** Its people with what is theirs, what they share, and its cases as far as they fit. */
async function openRing({ db, graph }: ReadContext, id: string): Promise<Opened> {
  const run = readLastRingRun(db);
  const row = run && readRingRow(db, run.id, id);
  if (!row) throw new CaseweaveError("ring-unknown", { ring: id });
  const ring = readStoredRing(row.detail);
  return { ...(await openRingOf(graph, ring)), title: `${id} ${ring.namedBy?.label ?? ring.title}`.trim() };
}

async function openRingOf(graph: GraphReader, ring: RingDetail): Promise<ChartElements> {
  const people = ring.members.flatMap(({ entity, also }) => [entity, ...also.map((one) => one.entity)]);
  const refs = [...people, ...ring.shared.map(({ entity }) => entity), ...ring.cases.map((number) => `case:${number}`)];
  const nodes = await graph.readNodes([...new Set(refs)].slice(0, maxRingNodes));
  const links = await graph.readLinksAmong(nodes.map(({ ref }) => ref));
  return { nodes, links };
}

async function openPair({ db, graph }: ReadContext, numbers: readonly string[]): Promise<Opened> {
  for (const number of numbers) if (!isCase(db, number)) throw new CaseweaveError("case-unknown", { case: number });
  return { ...(await openCases(db, graph, numbers)), title: numbers.join(" × ") };
}

async function openEntity({ graph }: ReadContext, ref: string): Promise<Opened> {
  const [entity] = await graph.readNodes([ref]);
  if (!entity) throw new CaseweaveError("entity-unknown", { entity: ref });
  const { neighbours } = await graph.listNeighbours(ref, null, firstNeighbours, false);
  const refs = [ref, ...neighbours.map(({ node }) => node.ref)];
  return { nodes: await graph.readNodes(refs), links: await graph.readLinksAmong(refs), title: entity.label };
}

/** Cases, the entities that their evidence names, the facts between them, and evidence links where no fact joins two parts. */
async function openCases(db: ReadableDb, graph: GraphReader, cases: readonly string[]): Promise<ChartElements> {
  const run = readLastLinkRun(db);
  if (!run) throw new CaseweaveError("not-linked-yet");
  const scores = listPairScoresAmong(db, run.id, cases);
  const refs = [...cases.map((number) => `case:${number}`), ...listEvidenceEntities(scores)];
  const known = (await graph.readNodes(refs)).map(({ ref }) => ref);
  const between = await listStepsBetween(graph, known, await graph.readLinksAmong(known), (asked) => readNumbers(db, asked));
  const nodes = await graph.readNodes([...new Set([...known, ...between])]);
  const links = await graph.readLinksAmong(nodes.map(({ ref }) => ref));
  return {
    nodes,
    links: [
      ...links,
      ...bridgeParts(
        db,
        nodes.map(({ ref }) => ref),
        links,
        scores,
      ),
    ],
  };
}

function listEvidenceEntities(scores: readonly PairScore[]): string[] {
  const weights = new Map<string, number>();
  for (const bar of scores.flatMap(({ evidence }) => evidence)) {
    for (const ref of bar.entities) weights.set(ref, (weights.get(ref) ?? 0) + Math.max(bar.bits, 0));
  }
  const ordered = [...weights].filter(([ref]) => !ref.startsWith("case:")).sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1));
  return ordered.slice(0, maxEvidenceEntities).map(([ref]) => ref);
}

/** Kruskal over the pairs, best first: a link of evidence wherever it joins two parts that no fact joins. */
function bridgeParts(db: ReadableDb, refs: readonly string[], links: readonly ChartLink[], scores: readonly PairScore[]): ChartLink[] {
  const place = new Map(refs.map((ref, i) => [ref, i]));
  const parts = new UnionFind();
  for (const { from, to } of links) parts.join(place.get(from)!, place.get(to)!);
  const bridges: ChartLink[] = [];
  for (const { a, b, bits } of scores) {
    const [from, to] = [place.get(`case:${a}`), place.get(`case:${b}`)];
    if (from === undefined || to === undefined || parts.find(from) === parts.find(to)) continue;
    parts.join(from, to);
    bridges.push(evidenceLink(db, a, b, bits));
  }
  return bridges;
}
