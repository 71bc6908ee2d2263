// Which missing fact would settle a pair: of what neither or only one case tells, what it would add if alike and take if not.
import type { LinkModel, PairScore } from "../link/pairScore.ts";

export interface SettlingFact {
  readonly feature: string;
  /** Total of the pair if the fact is found and speaks for a link as strongly as it can, and against as strongly. */
  readonly best: number;
  readonly worst: number;
  /** The two lie on either side of even odds. */
  readonly settles: boolean;
}

const shownFacts = 3;
const leastSwing = 0.5;

/** Widest swing first; only features with learned levels, at the share that their family counts. */
export function findSettlingFacts({ bits, evidence, counter }: PairScore, { levels, families }: LinkModel): readonly SettlingFact[] {
  const missing = [...evidence, ...counter].filter((bar) => bar.level === "missing");
  return missing
    .flatMap(({ feature, family }): SettlingFact[] => {
      const own = levels.filter((level) => level.feature === feature).map((level) => level.bits * (families[family] ?? 1));
      if (own.length === 0) return [];
      const [best, worst] = [bits + Math.max(0, ...own), bits + Math.min(0, ...own)];
      return best - worst < leastSwing ? [] : [{ feature, best, worst, settles: best > 0 && worst <= 0 }];
    })
    .sort((x, y) => Number(y.settles) - Number(x.settles) || y.best - y.worst - (x.best - x.worst) || (x.feature < y.feature ? -1 : 1))
    .slice(0, shownFacts);
}
