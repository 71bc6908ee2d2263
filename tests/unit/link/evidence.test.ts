// What a pair's bits are made of: they add up, missing says nothing, disjoint says something, hubs and roles.
import { describe, expect, test } from "vitest";
import type { CaseRecord } from "../../../shared/link/caseData.ts";
import { explainPair } from "../../../shared/link/explainPair.ts";
import { features } from "../../../shared/link/features/index.ts";
import type { PreparedLink } from "../../../shared/link/prepared.ts";
import { prepareLink } from "../../../shared/link/prepareLink.ts";
import { scorePairs } from "../../../shared/link/scorePairs.ts";
import { seededRandom } from "../../../shared/random.ts";
import { aCase, aLinkInput, anIdentifier, anOrdinaryCase, caseNumber } from "./caseBuilder.ts";

const ordinary = (count: number, seed = 1) => {
  const random = seededRandom(seed);
  return Array.from({ length: count }, (_, i) => anOrdinaryCase(i, random));
};

const withOwn = (cases: readonly CaseRecord[], ...extra: CaseRecord[]) => prepareLink(aLinkInput([...cases, ...extra]));

const barsOf = (link: PreparedLink, a: string, b: string) => {
  const { evidence, counter } = explainPair(link, a, b);
  return new Map([...evidence, ...counter].map((bar) => [bar.feature, bar]));
};

describe("the bits of a pair", () => {
  test.each(["off", "on"] as const)("are the prior plus all bars exactly, and equal the compact score (second pass %s)", (secondPass) => {
    const cases = ordinary(60);
    const link = prepareLink(aLinkInput(cases), { secondPass });
    for (let i = 1; i < 60; i++) {
      const score = explainPair(link, caseNumber(0), caseNumber(i));
      const bars = [...score.counter, ...score.evidence].reverse();
      expect(bars.reduce((sum, { bits }) => sum + bits, score.prior)).toBe(score.bits);
      expect(scorePairs(link, [[caseNumber(0), caseNumber(i)]])[0]!.bits).toBe(score.bits);
    }
  });

  test("do not depend on the order in which two cases are named", () => {
    const link = prepareLink(aLinkInput(ordinary(40)));
    expect(explainPair(link, caseNumber(3), caseNumber(17))).toEqual(explainPair(link, caseNumber(17), caseNumber(3)));
  });

  test("are nothing but the prior for a case that says nothing: missing is 0 bits in every feature", () => {
    const link = withOwn(ordinary(40), aCase("Z1"));
    const score = explainPair(link, caseNumber(3), "Z1");
    expect(score.bits).toBe(score.prior);
    expect([...score.evidence, ...score.counter].map(({ level, bits }) => ({ level, bits }))).toEqual(
      features.map(() => ({ level: expect.stringMatching(/missing/), bits: 0 })),
    );
  });

  test("are kept by a stored model", () => {
    const input = aLinkInput(ordinary(80));
    const link = prepareLink(input);
    const again = prepareLink(input, { model: JSON.parse(JSON.stringify(link.model)) });
    const pairs = Array.from({ length: 30 }, (_, i) => [caseNumber(i), caseNumber(79 - i)] as const);
    expect(scorePairs(again, pairs)).toEqual(scorePairs(link, pairs));
  });
});

describe("identifiers", () => {
  const shared = [
    anOrdinaryCase(200, seededRandom(5), { number: "Z1", identifiers: [anIdentifier("account:mule")] }),
    anOrdinaryCase(201, seededRandom(6), { number: "Z2", identifiers: [anIdentifier("account:mule")] }),
  ] as const;

  test("that two cases share speak for a link, and lists that share none against", () => {
    const link = withOwn(ordinary(200), ...shared);
    expect(barsOf(link, "Z1", "Z2").get("sharedAccount")).toMatchObject({ level: "shared", sign: "+", entities: ["account:mule"] });
    const apart = barsOf(link, "Z1", caseNumber(0)).get("sharedAccount")!;
    expect(apart).toMatchObject({ level: "disjoint", sign: "-" });
    expect(apart.bits).toBeLessThan(0);
  });

  test("are worth less the more units have them, and a series counts once", () => {
    const holders = Array.from({ length: 12 }, (_, i) => aCase(`Y${i}`, { identifiers: [anIdentifier("account:mule")] }));
    const bitsAt = (link: PreparedLink) => barsOf(link, "Z1", "Z2").get("sharedAccount")!.rawBits;
    const cases = [...ordinary(200), ...holders];
    const alone = bitsAt(withOwn(ordinary(200), ...shared));
    const series = Object.fromEntries(holders.map(({ number }) => [number, "S-1"]));
    const asSeries = bitsAt(prepareLink(aLinkInput([...cases, ...shared], { series })));
    const asStrangers = bitsAt(prepareLink(aLinkInput([...cases, ...shared]), { expectedPairs: 1 }));
    expect(asSeries).toBeLessThan(alone);
    expect(asStrangers).toBeLessThanOrEqual(asSeries);
  });

  test("weigh little in the victim's role", () => {
    const victims = shared.map((each, i) => ({ ...each, number: `Z${i + 1}`, identifiers: [anIdentifier("account:mule", "victim")] }));
    const bits = (cases: readonly CaseRecord[]) => barsOf(withOwn(ordinary(200), ...cases), "Z1", "Z2").get("sharedAccount")!.rawBits;
    expect(bits(victims)).toBeLessThan(0.1 * bits(shared));
  });

  test("fade with the gap in time, and never turn against a link", () => {
    const bits = (days: number) => {
      const [one, other] = shared.map((each, i) => ({ ...each, from: i * days * 86_400_000, until: i * days * 86_400_000 }));
      return barsOf(withOwn(ordinary(200), one!, other!), "Z1", "Z2").get("sharedAccount")!.rawBits;
    };
    expect(bits(2000)).toBeLessThan(bits(10));
    expect(bits(200_000)).toBeGreaterThanOrEqual(0);
  });

  test("named as a suspect are the label of solved cases, never evidence", () => {
    const solved = ["Z1", "Z2"].map((number) => aCase(number, { suspects: ["person:x"], identifiers: [anIdentifier("person:x")] }));
    const link = withOwn(ordinary(60), ...solved);
    expect(barsOf(link, "Z1", "Z2").get("sharedPerson")).toMatchObject({ level: "missing", bits: 0 });
    expect(link.model.labelledPairs).toBeGreaterThan(0);
  });
});

describe("near identifiers", () => {
  const near = (via: string, entity: string) => ({
    via,
    entity,
    kind: "account",
    label: entity,
    step: "transfer",
    at: null,
    citations: [],
  });
  const reaching = (number: string, own: string) =>
    aCase(number, { identifiers: [anIdentifier(own)], near: [near(own, "account:second")] });

  test("count when two cases meet one step further", () => {
    const link = withOwn(ordinary(60), reaching("Z1", "account:a"), reaching("Z2", "account:b"));
    expect(barsOf(link, "Z1", "Z2").get("nearAccount")).toMatchObject({ level: "near", sign: "+", entities: ["account:second"] });
  });

  test("never count through an identifier that is shared anyway", () => {
    const link = withOwn(ordinary(60), reaching("Z1", "account:a"), reaching("Z2", "account:a"));
    expect(barsOf(link, "Z1", "Z2").get("nearAccount")).toMatchObject({ level: "missing", bits: 0 });
  });
});
