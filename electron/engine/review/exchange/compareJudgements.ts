// Judgements of the other unit against ours: new, same, or against one of ours – directly, or because what was confirmed and what was kept apart cannot both hold.
import { UnionFind } from "../../../../shared/graph/unionFind.ts";
import type { BundleDecision } from "../../../../shared/review/exchange/format.ts";
import { type Judgement, judgementKey } from "./judgements.ts";

export interface JudgementConflict {
  readonly conflict: "decision" | "cannot-link";
  readonly theirs: BundleDecision;
  readonly ours: Judgement;
}

export interface ComparedJudgements {
  readonly fresh: readonly BundleDecision[];
  readonly same: readonly BundleDecision[];
  readonly conflicts: readonly JudgementConflict[];
}

/** `isSettled`: what a person here has judged as a whole and is not asked again. */
export function compareJudgements(
  told: readonly BundleDecision[],
  ours: ReadonlyMap<string, Judgement>,
  isSettled: (theirs: BundleDecision) => boolean = () => false,
): ComparedJudgements {
  const fresh: BundleDecision[] = [];
  const same: BundleDecision[] = [];
  const conflicts: JudgementConflict[] = [];
  for (const theirs of told) {
    if (theirs.verdict === "later") continue;
    const own = ours.get(judgementKey(theirs));
    if (own?.verdict === theirs.verdict || (own === undefined && isSettled(theirs))) same.push(theirs);
    else if (own === undefined) fresh.push(theirs);
    else conflicts.push({ conflict: "decision", theirs, ours: own });
  }
  const knotted = findKnots(fresh, ours);
  return { fresh: fresh.filter((one) => !knotted.has(one)), same, conflicts: [...conflicts, ...knotted.values()] };
}

type Ends = Pick<Judgement, "subject" | "a" | "b">;

/** What confirmations put together; pairs of cases and pairs of records stand apart. */
class Together {
  private readonly numbers = new Map<string, number>();
  private readonly sets = new UnionFind();

  constructor(confirmed: readonly (Ends & { readonly verdict: string })[]) {
    for (const one of confirmed) if (one.verdict === "confirm") this.join(one);
  }

  private numberOf(subject: string, end: string): number {
    const name = `${subject} ${end}`;
    const known = this.numbers.get(name) ?? this.numbers.size;
    this.numbers.set(name, known);
    return known;
  }

  join({ subject, a, b }: Ends): void {
    this.sets.join(this.numberOf(subject, a), this.numberOf(subject, b));
  }

  areOne({ subject, a, b }: Ends): boolean {
    return this.sets.find(this.numberOf(subject, a)) === this.sets.find(this.numberOf(subject, b));
  }
}

/** New judgements that would put together what a judgement keeps apart, or keep apart what judgements put together. */
function findKnots(fresh: readonly BundleDecision[], ours: ReadonlyMap<string, Judgement>): ReadonlyMap<BundleDecision, JudgementConflict> {
  const standing = [...ours.values()];
  const knots = new Map<BundleDecision, JudgementConflict>();
  const [now, alone] = [new Together(standing), new Together(fresh)];
  const open = new Set(standing.filter((one) => one.verdict === "reject" && !now.areOne(one)));
  for (const theirs of fresh.filter(({ verdict }) => verdict === "confirm")) {
    now.join(theirs);
    const broken = [...open].find((one) => now.areOne(one));
    if (broken === undefined) continue;
    open.delete(broken);
    knots.set(theirs, { conflict: "cannot-link", theirs, ours: broken });
  }
  for (const theirs of fresh.filter((one) => one.verdict === "reject" && now.areOne(one) && !alone.areOne(one))) {
    const confirmed = standing.find(
      (one) => one.verdict === "confirm" && one.subject === theirs.subject && now.areOne({ ...theirs, b: one.a }),
    );
    if (confirmed) knots.set(theirs, { conflict: "cannot-link", theirs, ours: confirmed });
  }
  return knots;
}
