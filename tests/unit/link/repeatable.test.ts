// The same cases give the same bytes, whatever the order in which they and their facts arrive; what is kept is never stale.
import { expect, test } from "vitest";
import { evidenceOfAll, forEachCandidate } from "../../../shared/link/candidateEvidence.ts";
import type { CaseRecord } from "../../../shared/link/caseData.ts";
import { evidenceBits } from "../../../shared/link/damping.ts";
import { features } from "../../../shared/link/features/index.ts";
import { linkCases } from "../../../shared/link/linkCases.ts";
import { prepareLink } from "../../../shared/link/prepareLink.ts";
import { seededRandom } from "../../../shared/random.ts";
import { aLinkInput, anIdentifier, anOrdinaryCase } from "./caseBuilder.ts";

function someCases(): CaseRecord[] {
  const random = seededRandom(8);
  const shared = (i: number) => [anIdentifier(`account:gang-${i % 5}`), anIdentifier(`phone:own-${i}`), anIdentifier(`account:own-${i}`)];
  return Array.from({ length: 70 }, (_, i) => anOrdinaryCase(i, random, i < 20 ? { identifiers: shared(i) } : {}));
}

test("two runs give the same bytes", () => {
  const run = () => JSON.stringify(linkCases(aLinkInput(someCases())));
  expect(run()).toBe(run());
});

test("the order of the cases and of their identifiers changes no bit", () => {
  const bitsOf = (cases: readonly CaseRecord[]) => linkCases(aLinkInput(cases)).pairs.map(({ a, b, bits }) => ({ a, b, bits }));
  const turned = someCases()
    .reverse()
    .map((each) => ({ ...each, identifiers: [...each.identifiers].reverse() }));
  expect(bitsOf(turned)).toEqual(bitsOf(someCases()));
});

test("the kept evidence of the candidates is that of each pair, and is summed anew under other weights", () => {
  const link = prepareLink(aLinkInput(someCases()));
  const out = new Float64Array(features.length);
  forEachCandidate(link, link.candidates, (a, b, evidence) => expect(evidence).toBe(evidenceBits(link, a, b, out)));
  expect(evidenceOfAll(link, link.candidates)).toBe(evidenceOfAll(link, link.candidates));
  const silent = { ...link, weights: { ...link.weights, levels: new Map(), terms: new Map() } };
  expect(evidenceOfAll(silent, link.candidates)).not.toEqual(evidenceOfAll(link, link.candidates));
});
