// Evaluation hides what it asks for; the number of linked pairs a case is what solved cases teach about the others.
import { expect, it } from "vitest";
import { besideSuspects } from "../../../shared/link/caseData.ts";
import { evaluateLinkage } from "../../../shared/link/evaluateLinkage.ts";
import { prepareLink } from "../../../shared/link/prepareLink.ts";
import { seededRandom } from "../../../shared/random.ts";
import { aCase, aLinkInput, anIdentifier, anOrdinaryCase, caseNumber, dayMs } from "./caseBuilder.ts";

const pairOfCases = (i: number) => `person:P${Math.floor(i / 2)}`;
const viaSuspect = (suspect: string, i: number) => ({
  via: suspect,
  entity: `phone:of-${suspect}`,
  kind: "phone",
  label: String(i),
  step: "uses",
  at: null,
  citations: [],
});

it("knows nothing of hidden cases that only their suspects tie together", () => {
  const random = seededRandom(7);
  const cases = Array.from({ length: 120 }, (_, i) => {
    const suspect = pairOfCases(i);
    const one = anOrdinaryCase(i, random);
    return { ...one, suspects: [suspect], identifiers: [...one.identifiers, anIdentifier(suspect)], near: [viaSuspect(suspect, i)] };
  });
  const { auc, linkedPairs } = evaluateLinkage(aLinkInput(cases));
  expect(linkedPairs).toBe(60);
  expect(auc).toBeGreaterThan(0.3);
  expect(auc).toBeLessThan(0.7);
});

it("leaves suspects and what is reached through them out of what a case says", () => {
  const kept = anIdentifier("account:A");
  const one = aCase("C1", { suspects: ["person:P"], identifiers: [anIdentifier("person:P"), kept], near: [viaSuspect("person:P", 1)] });
  expect(besideSuspects(one)).toEqual({ ...one, identifiers: [kept], near: [] });
});

/** Burglaries of which a third are solved, two of each offender, near each other. */
function burglaries(count: number) {
  const random = seededRandom(3);
  return Array.from({ length: count }, (_, i) => {
    const home = Math.floor(i / 2);
    const at = (home * 13) % 300;
    const suspects = i < count / 3 ? [pairOfCases(i)] : [];
    return aCase(caseNumber(i), {
      from: (at + random() * 3) * dayMs,
      until: (at + random() * 3 + 3) * dayMs,
      x: ((home * 37) % 101) + random(),
      y: ((home * 53) % 97) + random(),
      suspects,
    });
  });
}

it("expects as many linked pairs a case as the solved ones have, drawn to what is usual, however many cases there are", () => {
  for (const count of [120, 360]) {
    const { model } = prepareLink(aLinkInput(burglaries(count)));
    const [solved, together] = [count / 3, count / 6];
    const rate = (together + 0.45 * 100) / (solved + 100);
    expect(model.expectedPairs / count, `${count} cases`).toBeCloseTo(rate, 2);
  }
});
