// An identifier that ties cases from one step off (an account that several payees paid on to) would hang in the air: its way to the cases comes along.
import type { ChartLink } from "../../../shared/chart/elements.ts";
import type { GraphReader } from "../store/graphReader.ts";

const mostNeighbours = 200;
/** Ways that each is shown by; expanding it tells of the others. */
const mostWays = 3;

/** Entities between the cases and those of `refs` that no link holds, the strongest ways first. */
export async function listStepsBetween(graph: GraphReader, refs: readonly string[], links: readonly ChartLink[]): Promise<string[]> {
  const held = new Set(links.flatMap(({ from, to }) => [from, to]));
  const loose = refs.filter((ref) => !held.has(ref) && !ref.startsWith("case:"));
  const ways = new Map<string, string[]>();
  for (const ref of loose) {
    const { neighbours } = await graph.listNeighbours(ref, null, mostNeighbours, false);
    ways.set(
      ref,
      neighbours.map(({ node }) => node.ref),
    );
  }
  const near = await readNearCases(graph, refs, new Set([...ways.values()].flat()));
  return [...new Set([...ways.values()].flatMap((between) => between.filter((ref) => near.has(ref)).slice(0, mostWays)))];
}

/** Those that a link joins to one of the cases. */
async function readNearCases(graph: GraphReader, refs: readonly string[], asked: ReadonlySet<string>): Promise<ReadonlySet<string>> {
  if (asked.size === 0) return asked;
  const cases = new Set(refs.filter((ref) => ref.startsWith("case:")));
  const links = await graph.readLinksAmong([...cases, ...asked]);
  const near = links.flatMap(({ from, to }) => (cases.has(from) ? [to] : cases.has(to) ? [from] : []));
  return new Set(near.filter((ref) => asked.has(ref) && !cases.has(ref)));
}
