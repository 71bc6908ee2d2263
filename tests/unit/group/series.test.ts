// Series of whole cases: gangs found, decisions obeyed, identity kept.
import { describe, expect, test } from "vitest";
import { keepIdentity } from "../../../shared/group/keepIdentity.ts";
import { clusterSeries } from "../../../shared/group/series.ts";
import { prepareLink } from "../../../shared/link/prepareLink.ts";
import { seededRandom } from "../../../shared/random.ts";
import { aLinkInput, anIdentifier, anOrdinaryCase, caseNumber } from "../link/caseBuilder.ts";

const random = seededRandom(31);
const gangOf = (i: number) => (i < 5 ? "first" : i < 9 ? "second" : null);
const cases = Array.from({ length: 120 }, (_, i) => {
  const gang = gangOf(i);
  return anOrdinaryCase(
    i,
    random,
    gang ? { type: `type ${gang}`, identifiers: [anIdentifier(`account:${gang}`), anIdentifier(`phone:${gang}`)] } : {},
  );
});
const numbers = (...indices: number[]) => indices.map(caseNumber);
const membersOf = (run: ReturnType<typeof clusterSeries>) => run.series.map(({ members }) => members.map((each) => each.case));

describe("series", () => {
  test("are the planted gangs, the same on every run", () => {
    const run = clusterSeries(prepareLink(aLinkInput(cases)));
    expect(membersOf(run)).toEqual([numbers(0, 1, 2, 3, 4), numbers(5, 6, 7, 8)]);
    expect(run.series.map(({ series }) => series)).toEqual(["S-1", "S-2"]);
    expect(clusterSeries(prepareLink(aLinkInput(cases)))).toEqual(run);
  });

  test("obey rejections exactly and say which confirmations they overrule", () => {
    const verdict = (a: number, b: number, word: "confirm" | "reject") => ({
      a: caseNumber(a),
      b: caseNumber(b),
      verdict: word,
      reason: "seen",
    });
    const verdicts = [verdict(0, 1, "reject"), verdict(0, 50, "confirm"), verdict(1, 50, "confirm")];
    const run = clusterSeries(prepareLink(aLinkInput(cases, { verdicts })));
    const together = (a: number, b: number) =>
      membersOf(run).some((members) => members.includes(caseNumber(a)) && members.includes(caseNumber(b)));
    expect([together(0, 1), together(0, 50)]).toEqual([false, true]);
    expect(run.contradictions).toEqual([[caseNumber(1), caseNumber(50)]]);
  });

  test("name the one fact without which they fall apart", () => {
    const bridged = cases.map((each, i) =>
      i < 9
        ? { ...each, type: "type first", identifiers: [anIdentifier("account:bridge"), ...(i < 5 ? [anIdentifier("phone:first")] : [])] }
        : each,
    );
    const [series] = clusterSeries(prepareLink(aLinkInput(bridged))).series;
    expect(series).toMatchObject({ splitBy: { entity: "account:bridge" } });
    expect(series!.splitBy!.parts.reduce((sum, size) => sum + size, 0)).toBe(series!.members.length);
  });

  test("have firm members where several facts hold them", () => {
    const [series] = clusterSeries(prepareLink(aLinkInput(cases))).series;
    expect(series!.members.every(({ isCore, membership }) => isCore && membership > 0.7)).toBe(true);
    expect(series!.weakest.bits).toBeGreaterThan(0);
  });
});

describe("identity", () => {
  const earlier = [
    { series: "S-4", cases: ["a", "b", "c", "d"], confirmed: ["c", "d"] },
    { series: "S-9", cases: ["x", "y"], confirmed: [] },
  ];

  test("goes with the confirmed members, and the split gets a new number", () => {
    expect(
      keepIdentity(
        [
          ["a", "b", "e"],
          ["c", "d"],
          ["x", "y", "z"],
        ],
        earlier,
      ),
    ).toEqual(["S-10", "S-4", "S-9"]);
  });

  test("goes with most members when nobody is confirmed, to one heir only", () => {
    const before = [{ series: "S-2", cases: ["a", "b", "c", "d", "e"], confirmed: [] }];
    expect(
      keepIdentity(
        [
          ["a", "b"],
          ["c", "d", "e"],
        ],
        before,
      ),
    ).toEqual(["S-3", "S-2"]);
  });

  test("of a retired series is never given again", () => {
    expect(keepIdentity([["q", "r"]], earlier, 17)).toEqual(["S-18"]);
  });

  test("of two that grow together is that of the larger part", () => {
    const before = [
      { series: "S-1", cases: ["a", "b"], confirmed: [] },
      { series: "S-2", cases: ["c", "d", "e"], confirmed: [] },
    ];
    expect(keepIdentity([["a", "b", "c", "d", "e"]], before)).toEqual(["S-2"]);
  });
});
