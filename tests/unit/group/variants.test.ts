// Small changes of the data: each variant scores a pair as the whole link without that family or identifier would.
import { expect, test } from "vitest";
import { makeVariants, rememberPairs } from "../../../shared/group/variants.ts";
import type { LinkInput } from "../../../shared/link/caseData.ts";
import { explainPair } from "../../../shared/link/explainPair.ts";
import { families } from "../../../shared/link/pairScore.ts";
import type { PreparedLink } from "../../../shared/link/prepared.ts";
import { prepareLink } from "../../../shared/link/prepareLink.ts";
import { totalBits } from "../../../shared/link/scorePairs.ts";
import { makeWithout } from "../../../shared/link/withoutFact.ts";
import { seededRandom } from "../../../shared/random.ts";
import { aLinkInput, anIdentifier, anOrdinaryCase, caseNumber } from "../link/caseBuilder.ts";

const members = [0, 1, 2, 3, 4];

/** Five cases that share an account; two of them a phone as well. */
function aGang(): LinkInput {
  const random = seededRandom(5);
  const own = (i: number) => [anIdentifier("account:gang"), anIdentifier(i < 2 ? "phone:two" : `phone:own-${i}`)];
  return aLinkInput(Array.from({ length: 60 }, (_, i) => anOrdinaryCase(i, random, i < 5 ? { identifiers: own(i) } : {})));
}

const pairs = members.flatMap((a) => members.filter((b) => b > a).map((b) => [a, b] as const));

function variantsOf(link: PreparedLink) {
  return makeVariants(link, { members, bitsOf: (a, b) => totalBits(link, a, b), without: makeWithout(link) });
}

test("without a family a pair has its prior and the bars of the others", () => {
  const link = prepareLink(aGang());
  const variants = variantsOf(link).filter(({ entity }) => entity === null);
  expect(variants.length).toBe(families.length);
  variants.forEach((variant, left) => {
    for (const [a, b] of pairs) {
      const { prior, evidence, counter } = explainPair(link, caseNumber(a), caseNumber(b));
      const others = [...evidence, ...counter].filter(({ family }) => family !== families[left]);
      expect(variant.bitsOf(a, b)).toBeCloseTo(
        others.reduce((sum, { bits }) => sum + bits, prior),
        7,
      );
    }
  });
});

test("without an identifier a pair scores as if it were a hub, pairs that lack it as before", () => {
  const link = prepareLink(aGang());
  const variants = variantsOf(link).filter(({ entity }) => entity !== null);
  expect(variants.map(({ entity }) => entity)).toEqual(["account:gang", "phone:two"]);
  for (const { entity, bitsOf } of variants) {
    const id = link.tables.identifiers.idOf.get(entity!)!;
    const identifiers = link.hubs.identifiers.map((isHub, i) => (i === id ? 1 : isHub));
    const slow = { ...link, hubs: { ...link.hubs, identifiers } };
    for (const [a, b] of pairs) expect(bitsOf(a, b)).toBe(totalBits(slow, a, b));
  }
});

test("afterwards every identifier weighs what it did, and hubs stay hubs", () => {
  const link = prepareLink({ ...aGang(), exclusions: [{ entity: "phone:two", reason: "a shop" }] });
  const before = link.hubs.identifiers.slice();
  const without = makeWithout(link);
  for (const ref of ["account:gang", "phone:two"]) without(ref, () => null);
  expect(link.hubs.identifiers).toEqual(before);
  expect(without("account:own-9", (copy) => totalBits(copy, 0, 1))).toBe(totalBits(link, 0, 1));
});

test("a pair is read once, whichever case is named first", () => {
  const asked: string[] = [];
  const read = rememberPairs((a, b) => {
    asked.push(`${a}-${b}`);
    return a * 10 + b;
  }, 10);
  expect([read(3, 2), read(2, 3), read(2, 4)]).toEqual([23, 23, 24]);
  expect(asked).toEqual(["2-3", "2-4"]);
});
