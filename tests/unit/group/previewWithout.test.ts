// Without what holds a series together it falls apart; without another identifier it holds; confirmed pairs stay; nothing is changed.
import { expect, it } from "vitest";
import { previewWithout } from "../../../shared/group/previewWithout.ts";
import type { LinkInput } from "../../../shared/link/caseData.ts";
import { prepareLink } from "../../../shared/link/prepareLink.ts";
import { totalBits } from "../../../shared/link/scorePairs.ts";
import type { Cut } from "../../../shared/link/withoutLinks.ts";
import { seededRandom } from "../../../shared/random.ts";
import { aLinkInput, anIdentifier, anOrdinaryCase, caseNumber } from "../link/caseBuilder.ts";

const shared = ["account:one", "account:two", "netid:three"];

/** Five cases that share three accounts; the first two a phone as well. */
function aGang(verdicts: LinkInput["verdicts"] = []): LinkInput {
  const random = seededRandom(5);
  const own = (i: number) => [...shared.map((ref) => anIdentifier(ref)), anIdentifier(i < 2 ? "phone:two" : `phone:own-${i}`)];
  const cases = Array.from({ length: 60 }, (_, i) => anOrdinaryCase(i, random, i < 5 ? { identifiers: own(i) } : {}));
  return { ...aLinkInput(cases), verdicts };
}

const gang = [0, 1, 2, 3, 4].map(caseNumber);
const sizesOf = (parts: readonly (readonly string[])[]) => parts.map(({ length }) => length);

it("falls into the pair that shares a phone and three alone without what all share", () => {
  const link = prepareLink(aGang());
  const { parts, strongLost, bitsBefore, bitsAfter } = previewWithout(link, gang, shared);
  expect(sizesOf(parts)).toEqual([2, 1, 1, 1]);
  expect([...parts[0]!].sort()).toEqual(gang.slice(0, 2));
  expect(parts.flat().sort()).toEqual([...gang].sort());
  expect(bitsAfter).toBeLessThan(bitsBefore);
  const strong = gang.flatMap((_, a) => gang.slice(a + 1).map((__, b) => totalBits(link, a, a + 1 + b))).filter((bits) => bits >= 8).length;
  expect(strongLost).toBeLessThanOrEqual(strong);
});

it("holds without the phone, falls wholly apart without both, and leaves the link as it was", () => {
  const link = prepareLink(aGang());
  const whole = totalBits(link, 0, 1);
  expect(sizesOf(previewWithout(link, gang, ["phone:two"]).parts)).toEqual([5]);
  expect(sizesOf(previewWithout(link, gang, [...shared, "phone:two"]).parts)).toEqual([1, 1, 1, 1, 1]);
  expect(sizesOf(previewWithout(link, gang, ["phone:nobody"]).parts)).toEqual([5]);
  expect(totalBits(link, 0, 1)).toBe(whole);
});

it("tells the weakest link of the largest part and the strongest pair between parts", () => {
  const link = prepareLink(aGang());
  const whole = previewWithout(link, gang, ["phone:nobody"]);
  expect(whole.betweenBits).toBeNull();
  expect(whole.weakestBits).toBeGreaterThan(0);
  const { parts, betweenBits, weakestBits } = previewWithout(link, gang, shared);
  expect(parts[0]).toHaveLength(2);
  expect(betweenBits).toBeLessThan(weakestBits!);
  expect(previewWithout(link, gang, [...shared, "phone:two"]).weakestBits).toBeNull();
});

it("keeps together what a meeting confirmed", () => {
  const [a, b] = [gang[3]!, gang[4]!];
  const link = prepareLink(aGang([{ a, b, verdict: "confirm", reason: "" }]));
  const { parts } = previewWithout(link, gang, [...shared, "phone:two"]);
  expect(parts.find((part) => part.includes(a))).toContain(b);
});

it("weighs single links: a case falls out when it loses what ties it, and only then", () => {
  const link = prepareLink(aGang());
  const third = `case:${gang[2]}`;
  const all = shared.map((ref): Cut => [third, ref]);
  const { parts } = previewWithout(link, gang, [], all);
  expect(sizesOf(parts)).toEqual([4, 1]);
  expect(parts[1]).toEqual([gang[2]]);
  expect(sizesOf(previewWithout(link, gang, [], [all[0]!]).parts)).toEqual([5]);
  expect(previewWithout(link, gang, [], [["phone:nobody", third]])).toEqual(previewWithout(link, gang, ["phone:nobody"]));
});

it("without every link of an identifier is worth no more than with them, and the link given stays as it was", () => {
  const link = prepareLink(aGang());
  const before = totalBits(link, 2, 3);
  const cuts = gang.map((number): Cut => [`case:${number}`, shared[0]!]);
  const { bitsBefore, bitsAfter } = previewWithout(link, gang, [], cuts);
  expect(bitsAfter).toBeLessThan(bitsBefore);
  expect(totalBits(link, 2, 3)).toBe(before);
});

it("counts nothing for a pair whose own evidence is switched off, confirmed or not", () => {
  const [a, b] = [gang[3]!, gang[4]!];
  const link = prepareLink(aGang([{ a, b, verdict: "confirm", reason: "" }]));
  const without = [...shared, "phone:two"];
  const { parts } = previewWithout(link, gang, without, [[`case:${a}`, `case:${b}`]]);
  expect(parts.find((part) => part.includes(a))).not.toContain(b);
});
