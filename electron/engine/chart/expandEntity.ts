// Expanding an entity, or several records of one identity as if they were one: counts first, then the strongest neighbours.
import type { ExpandChoice, Expansion, NeighbourCount } from "../../../shared/chart/calls.ts";
import type { ChartNode } from "../../../shared/chart/elements.ts";
import { CaseweaveError } from "../../../shared/errors.ts";
import { publicReason } from "../../../shared/link/publicEntities.ts";
import { parseEntityRef } from "../../../shared/model/entity.ts";
import type { ReadContext } from "../handler.ts";
import type { GraphReader, Neighbour, NeighbourGroup, NeighbourOrder } from "../store/graphReader.ts";
import { requireKnownKinds } from "../store/knownKinds.ts";

/** Neighbours from which on expanding asks first. */
const hubNeighbours = 200;

interface Expanded {
  readonly entity: string;
  /** Further records of the same identity. */
  readonly also: readonly string[];
}

interface ExpandParams extends Expanded {
  readonly groups?: readonly NeighbourGroup[] | undefined;
  readonly links?: readonly string[] | undefined;
  readonly limit: number;
  readonly present: readonly string[];
  readonly withPublic: boolean;
  readonly choose: ExpandChoice;
}

/** Neighbours of which it is looked up what they share, strongest first. */
const mostLookedUp = 5000;

async function requireNode(graph: GraphReader, ref: string): Promise<ChartNode> {
  const [node] = await graph.readNodes([ref]);
  if (!node) throw new CaseweaveError("entity-unknown", { entity: ref });
  return node;
}

const recordsOf = ({ entity, also }: Expanded): string[] => [...new Set([entity, ...also])];

async function addCounts(graph: GraphReader, refs: readonly string[], present: readonly string[]): Promise<NeighbourCount[]> {
  const shown = new Set(present);
  const sums = new Map<string, NeighbourCount>();
  for (const ref of refs) {
    for (const count of await graph.countNeighbours(ref, shown)) {
      const key = `${count.link} ${count.direction} ${count.kind}`;
      const known = sums.get(key);
      sums.set(
        key,
        known === undefined
          ? count
          : {
              ...known,
              count: known.count + count.count,
              publicCount: known.publicCount + count.publicCount,
              onChart: known.onChart + count.onChart,
            },
      );
    }
  }
  return [...sums.values()];
}

interface Chosen {
  readonly neighbours: readonly Neighbour[];
  readonly total: number;
  readonly unseen: number;
}

type Limited = Pick<ExpandParams, "limit" | "withPublic"> & { readonly order?: NeighbourOrder };

/** Strongest (or newest of each record) first over all records; a neighbour of several counts once. `total` counts it once as far as it is listed. */
async function joinNeighbours(graph: GraphReader, refs: readonly string[], groups: readonly NeighbourGroup[] | null, params: Limited) {
  const found = new Map<string, Neighbour>();
  let unlisted = 0;
  for (const ref of refs) {
    const { neighbours, total } = await graph.listNeighbours(ref, groups, params.limit, params.withPublic, params.order);
    unlisted += total - neighbours.length;
    for (const { node, strength } of neighbours)
      if (!refs.includes(node.ref)) found.set(node.ref, { node, strength: strength + (found.get(node.ref)?.strength ?? 0) });
  }
  const strongest = [...found.values()].sort((a, b) => b.strength - a.strength || (a.node.ref < b.node.ref ? -1 : 1));
  return { neighbours: refs.length === 1 ? [...found.values()] : strongest.slice(0, params.limit), total: found.size + unlisted };
}

/** Neighbours that have a link to something else on the chart. */
async function chooseShared(
  graph: GraphReader,
  refs: readonly string[],
  groups: readonly NeighbourGroup[] | null,
  params: ExpandParams,
): Promise<Chosen> {
  const present = new Set(params.present.filter((ref) => !refs.includes(ref)));
  const { neighbours, total } = await joinNeighbours(graph, refs, groups, { limit: mostLookedUp, withPublic: params.withPublic });
  const near = neighbours.map(({ node }) => node.ref);
  const links = await graph.readLinksAmong([...new Set([...near, ...present])]);
  const shared = new Set(links.flatMap(({ from, to }) => [...(present.has(to) ? [from] : []), ...(present.has(from) ? [to] : [])]));
  const found = neighbours.filter(({ node }) => shared.has(node.ref) || present.has(node.ref));
  return { neighbours: found.slice(0, params.limit), total: found.length, unseen: total - neighbours.length };
}

export async function expandEntity(params: ExpandParams, { graph }: ReadContext): Promise<Expansion> {
  await requireNode(graph, params.entity);
  await requireKnownKinds(graph, { links: params.links });
  const refs = recordsOf(params);
  const counts = await addCounts(graph, refs, params.present);
  const wantedLinks = params.links && new Set(params.links.map((link) => link.toLowerCase()));
  const groups = params.groups ?? (wantedLinks ? counts.filter(({ link }) => wantedLinks.has(link.toLowerCase())) : null);
  const { choose, limit, withPublic } = params;
  const { neighbours, total, unseen } =
    choose === "shared"
      ? await chooseShared(graph, refs, groups, params)
      : { ...(await joinNeighbours(graph, refs, groups, { limit, withPublic, order: choose })), unseen: 0 };
  const nodes = await graph.readNodes([...refs, ...neighbours.map(({ node }) => node.ref)]);
  const links = await graph.readLinksAmong([...new Set([...nodes.map(({ ref }) => ref), ...params.present])]);
  return { counts, nodes, links, total, left: total - neighbours.length, unseen };
}

export async function countNeighbours(graph: GraphReader, asked: Expanded & { readonly present: readonly string[] }) {
  const { kind, label } = await requireNode(graph, asked.entity);
  const counts = await addCounts(graph, recordsOf(asked), asked.present);
  const total = counts.reduce((sum, { count }) => sum + count, 0);
  const reason = publicReason(kind, parseEntityRef(asked.entity).key, label);
  return { counts, total, hub: reason ?? (total > hubNeighbours ? "many-neighbours" : null) };
}
