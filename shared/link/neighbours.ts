// Second pass, the neighbours' say: a pair counts less when both have many other candidates, more when both lean to the same third cases.
import { evidenceOfAll } from "./candidateEvidence.ts";
import { firstOf, secondOf } from "./candidates.ts";
import { onGrid } from "./damping.ts";
import { priorForSum, sumPosteriors } from "./learn/prior.ts";
import type { Neighbours, PreparedLink, Scene } from "./prepared.ts";

/** Constants measured on two sets of solved burglaries (docs/evidence.md). */
export const secondPass = { shrink: 0.83, crowding: 0.4, company: 25, leastPosterior: 0.001 } as const;

interface FirstPass {
  readonly bits: Float64Array;
  readonly posteriors: Float64Array;
}

function firstPass(scene: Scene, candidates: Float64Array): FirstPass {
  const bits = evidenceOfAll(scene, candidates).map((evidence) => scene.weights.priorBits + evidence);
  return { bits, posteriors: bits.map((each) => 1 / (1 + 2 ** -each)) };
}

/** Rows of likely partners, symmetric, sorted by case. */
function buildRows(candidates: Float64Array, posteriors: Float64Array, count: number) {
  const starts = new Int32Array(count + 1);
  const isKept = (i: number) => posteriors[i]! > secondPass.leastPosterior;
  candidates.forEach((key, i) => {
    if (!isKept(i)) return;
    starts[firstOf(key, count) + 1]!++;
    starts[secondOf(key, count) + 1]!++;
  });
  for (let i = 0; i < count; i++) starts[i + 1]! += starts[i]!;
  const next = starts.slice();
  const others = new Int32Array(starts[count]!);
  const values = new Float64Array(starts[count]!);
  const put = (from: number, to: number, value: number) => {
    others[next[from]!] = to;
    values[next[from]!] = value;
    next[from]!++;
  };
  // Keys ascend, so every row first gets its smaller partners in order, then its larger ones.
  candidates.forEach((key, i) => {
    if (!isKept(i)) return;
    put(secondOf(key, count), firstOf(key, count), posteriors[i]!);
  });
  candidates.forEach((key, i) => {
    if (isKept(i)) put(firstOf(key, count), secondOf(key, count), posteriors[i]!);
  });
  return { starts, others, posteriors: values };
}

type Rows = Pick<Neighbours, "partners" | "starts" | "others" | "posteriors">;

export interface NeighbourTerms {
  readonly crowding: number;
  readonly company: number;
}

/** Third cases that both lean to, with the product of the two posteriors. */
export function forCommonThird(
  { starts, others, posteriors }: Rows,
  a: number,
  b: number,
  visit: (third: number, product: number) => void,
): void {
  let i = starts[a]!;
  let j = starts[b]!;
  while (i < starts[a + 1]! && j < starts[b + 1]!) {
    if (others[i] === others[j]) visit(others[i]!, posteriors[i]! * posteriors[j]!);
    if (others[i]! <= others[j]!) i++;
    else j++;
  }
}

/** crowding = ln(o_a + .05) + ln(o_b + .05); company = Σ P_ac·P_cb / (o_a + o_b + .1); o = likely partners beside the pair itself. */
export function neighbourTerms(rows: Rows, a: number, b: number, posterior: number): NeighbourTerms {
  const otherA = Math.max(0, rows.partners[a]! - posterior);
  const otherB = Math.max(0, rows.partners[b]! - posterior);
  let common = 0;
  forCommonThird(rows, a, b, (_third, product) => {
    common += product;
  });
  return { crowding: Math.log(otherA + 0.05) + Math.log(otherB + 0.05), company: common / (otherA + otherB + 0.1) };
}

export function learnNeighbours(scene: Scene, candidates: Float64Array): Neighbours {
  const { count } = scene.tables.table;
  const { bits, posteriors } = firstPass(scene, candidates);
  const partners = new Float64Array(count);
  candidates.forEach((key, i) => {
    partners[firstOf(key, count)]! += posteriors[i]!;
    partners[secondOf(key, count)]! += posteriors[i]!;
  });
  const rows: Rows = { partners, ...buildRows(candidates, posteriors, count) };
  const terms = Array.from(candidates, (key, i) => neighbourTerms(rows, firstOf(key, count), secondOf(key, count), posteriors[i]!));
  const crowdingCentre = terms.reduce((sum, { crowding }) => sum + crowding, 0) / Math.max(1, terms.length);
  const open = {
    ...rows,
    shrink: secondPass.shrink,
    crowdingWeight: secondPass.crowding,
    companyWeight: secondPass.company,
    crowdingCentre,
    priorBits: 0,
  };
  const second = bits.map((each, i) => {
    const { crowding, company } = barBits(open, terms[i]!);
    return open.shrink * (each - scene.weights.priorBits) + crowding + company;
  });
  const expected = sumPosteriors({ bits, weightOf: () => 1 }, 0);
  return { ...open, priorBits: onGrid(priorForSum({ bits: second, weightOf: () => 1 }, expected)) };
}

/** Bits of the two bars. */
export function barBits(
  neighbours: Pick<Neighbours, "crowdingWeight" | "companyWeight" | "crowdingCentre">,
  { crowding, company }: NeighbourTerms,
): NeighbourTerms {
  return {
    crowding: onGrid((-neighbours.crowdingWeight * (crowding - neighbours.crowdingCentre)) / Math.LN2),
    company: onGrid((neighbours.companyWeight * company) / Math.LN2),
  };
}

/** The two bars of a pair whose first-pass total is known. */
export function neighbourBits({ neighbours }: Pick<PreparedLink, "neighbours">, a: number, b: number, firstBits: number): NeighbourTerms {
  if (!neighbours) return { crowding: 0, company: 0 };
  return barBits(neighbours, neighbourTerms(neighbours, a, b, 1 / (1 + 2 ** -firstBits)));
}
