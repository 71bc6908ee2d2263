// Candidates against the slow, obvious twin: every pair looked at.
import { expect, test } from "vitest";
import { findCandidates, firstOf, identifierPairs, secondOf } from "../../../shared/link/candidates.ts";
import { findHubs } from "../../../shared/link/hubs.ts";
import { buildTables } from "../../../shared/link/prepareLink.ts";
import { buildUnits } from "../../../shared/link/units.ts";
import { seededRandom } from "../../../shared/random.ts";
import { aLinkInput, anIdentifier, anOrdinaryCase } from "./caseBuilder.ts";

function build(seed: number) {
  const random = seededRandom(seed);
  const cases = Array.from({ length: 60 }, (_, i) =>
    anOrdinaryCase(i, random, {
      identifiers: [anIdentifier(`account:${Math.floor(random() * 40)}`), anIdentifier(`phone:${Math.floor(random() * 40)}`)],
    }),
  );
  const tables = buildTables(aLinkInput(cases));
  return {
    cases,
    tables,
    hubs: findHubs(
      tables,
      buildUnits(tables, () => undefined),
    ),
  };
}

const toPairs = (keys: Float64Array, count: number) => [...keys].map((key) => `${firstOf(key, count)} ${secondOf(key, count)}`);

test.each([1, 2, 3, 4])("pairs that share an identifier are found, all and only they (seed %i)", (seed) => {
  const { cases, tables, hubs } = build(seed);
  const weightless = new Set(hubs.list.map(({ entity }) => entity));
  const naive: string[] = [];
  cases.forEach((one, a) => {
    cases.slice(a + 1).forEach((other, k) => {
      const own = new Set(one.identifiers.map(({ entity }) => entity));
      if (other.identifiers.some(({ entity }) => own.has(entity) && !weightless.has(entity))) naive.push(`${a} ${a + 1 + k}`);
    });
  });
  expect(toPairs(identifierPairs(tables, hubs), 60)).toEqual(naive);
});

test("all pairs are compared while the cases are few", () => {
  const { tables, hubs } = build(1);
  expect(findCandidates(tables, hubs).length).toBe((60 * 59) / 2);
});

test("beyond that, every sharing pair and somebody near each case is among far fewer pairs", () => {
  const { tables, hubs } = build(2);
  const chosen = new Set(findCandidates(tables, hubs, 10));
  expect([...identifierPairs(tables, hubs)].every((key) => chosen.has(key))).toBe(true);
  const touched = new Set([...chosen].flatMap((key) => [firstOf(key, 60), secondOf(key, 60)]));
  expect(touched.size).toBe(60);
  expect(chosen.size).toBeLessThan(0.6 * ((60 * 59) / 2));
});
