// Which missing fact would settle a pair, on a model written by hand.
import { expect, it } from "vitest";
import { findSettlingFacts } from "../../../shared/group/settle.ts";
import type { EvidenceBar, LearnedLevel, LinkModel, PairScore } from "../../../shared/link/pairScore.ts";

const bar = (feature: string, family: EvidenceBar["family"], level: string): EvidenceBar => ({
  ...{ feature, family, level, basis: "money", sign: "~", bits: 0, rawBits: 0, damping: 1 },
  ...{ m: null, u: null, mCount: null, uCount: null, detail: {}, entities: [], sources: [] },
});

const level = (feature: string, name: string, bits: number): LearnedLevel => ({
  ...{ feature, level: name, bits, m: 0.5, u: 0.5, mCount: [1, 2], uCount: [1, 2] },
});

it("ranks missing facts by whether they cross even odds, then by how far they move the total, at the share of their family", () => {
  const score = {
    bits: 1,
    evidence: [bar("sharedAccount", "money", "missing"), bar("sharedPhone", "contact", "shared"), bar("brief", "manner", "missing")],
    counter: [],
  } as unknown as PairScore;
  const model = {
    levels: [
      level("sharedAccount", "disjoint", -1),
      level("sharedAccount", "shared", 8),
      level("sharedPhone", "shared", 9),
      level("brief", "none", -2),
      level("brief", "same", 1),
    ],
    families: { money: 0.5 },
  } as unknown as LinkModel;
  expect(findSettlingFacts(score, model)).toEqual([
    { feature: "brief", best: 2, worst: -1, settles: true },
    { feature: "sharedAccount", best: 5, worst: 0.5, settles: false },
  ]);
});
