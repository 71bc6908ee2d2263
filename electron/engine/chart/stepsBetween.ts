// An identifier that ties cases from one step off (an account that several payees paid on to) would hang in the air: its way to the cases comes along. A step
// goes on under another number of the same account: one bank prints its card, the other the account.
import type { ChartLink } from "../../../shared/chart/elements.ts";
import type { GraphReader } from "../store/graphReader.ts";

const mostNeighbours = 200;
/** Ways that each is shown by; expanding it tells of the others. */
const mostWays = 3;

/** Of each reference all numbers of the same thing, its own among them. */
export type ReadNumbers = (refs: readonly string[]) => ReadonlyMap<string, readonly string[]>;

/** Neighbours of what one reference stands for, the strongest first, each with the number that it is a neighbour of. */
interface Ways {
  readonly ref: string;
  readonly steps: readonly { readonly from: string; readonly to: string }[];
}

async function listWays(graph: GraphReader, ref: string, numbers: readonly string[]): Promise<Ways> {
  const steps: { from: string; to: string }[] = [];
  for (const from of numbers) {
    const { neighbours } = await graph.listNeighbours(from, null, mostNeighbours, false);
    steps.push(...neighbours.map(({ node }) => ({ from, to: node.ref })).filter(({ to }) => !numbers.includes(to)));
  }
  return { ref, steps };
}

/** Entities between the cases and those of `refs` that no link holds, the strongest ways first. */
export async function listStepsBetween(
  graph: GraphReader,
  refs: readonly string[],
  links: readonly ChartLink[],
  numbersOf: ReadNumbers,
): Promise<string[]> {
  const held = new Set(links.flatMap(({ from, to }) => [from, to]));
  const loose = refs.filter((ref) => !held.has(ref) && !ref.startsWith("case:"));
  const numbers = numbersOf(loose);
  const ways: Ways[] = [];
  for (const ref of loose) ways.push(await listWays(graph, ref, numbers.get(ref) ?? [ref]));
  const ends = [...new Set(ways.flatMap(({ steps }) => steps.map(({ to }) => to)))].filter((ref) => !ref.startsWith("case:"));
  const others = numbersOf(ends);
  const near = await readNearCases(graph, refs, new Set(ends.flatMap((ref) => [ref, ...(others.get(ref) ?? [])])));
  const found = ways.flatMap(({ ref, steps }) =>
    steps.flatMap(({ from, to }) => wayOf(ref, from, to, others.get(to) ?? [], near)).slice(0, mostWays),
  );
  return [...new Set(found.flat())];
}

/** The entities of one way, or none where it does not end at a case. */
function wayOf(ref: string, from: string, to: string, others: readonly string[], near: ReadonlySet<string>): string[][] {
  const end = near.has(to) ? [to] : others.filter((one) => near.has(one)).slice(0, 1);
  return end.length === 0 ? [] : [[...(from === ref ? [] : [from]), ...(near.has(to) ? [] : [to]), ...end]];
}

/** Those that a link joins to one of the cases. */
async function readNearCases(graph: GraphReader, refs: readonly string[], asked: ReadonlySet<string>): Promise<ReadonlySet<string>> {
  if (asked.size === 0) return asked;
  const cases = new Set(refs.filter((ref) => ref.startsWith("case:")));
  const links = await graph.readLinksAmong([...cases, ...asked]);
  const near = links.flatMap(({ from, to }) => (cases.has(from) ? [to] : cases.has(to) ? [from] : []));
  return new Set(near.filter((ref) => asked.has(ref) && !cases.has(ref)));
}
