// A guest beside the prepared cases against its slow twin: all cases prepared anew with the guest among them, under the same weights.
import { expect, test } from "vitest";
import type { CaseRecord } from "../../../shared/link/caseData.ts";
import { compareWithAll } from "../../../shared/link/findSimilar.ts";
import { prepareLink } from "../../../shared/link/prepareLink.ts";
import { withGuest } from "../../../shared/link/withGuest.ts";
import { seededRandom } from "../../../shared/random.ts";
import { aCase, aLinkInput, anIdentifier, anOrdinaryCase, caseNumber } from "./caseBuilder.ts";

const random = seededRandom(33);
const near = (entity: string) => ({ via: "", entity, kind: "account", label: entity, step: "transfer", at: null, citations: [] });
const cases = Array.from({ length: 120 }, (_, i) =>
  anOrdinaryCase(i, random, {
    ...(i < 6 && { identifiers: [anIdentifier("account:mule"), anIdentifier("phone:boss"), anIdentifier(`account:own-${i}`)] }),
    ...(i > 5 && i < 9 && { near: [{ ...near("account:second"), via: `account:own-${i}` }] }),
  }),
);
const series = Object.fromEntries([0, 1, 2, 3, 4, 5].map((i) => [caseNumber(i), "S-1"]));
const input = aLinkInput(cases, { series });

/** Comes after all others in their order. */
const guests: readonly CaseRecord[] = [
  aCase("~", {
    brief: "报警人称点赞返现做任务，客服说要退款，向卡号转账。",
    identifiers: [anIdentifier("account:mule"), anIdentifier("phone:never", "neutral")],
  }),
  aCase("~", {
    type: "type 2",
    unit: "unit 3",
    from: 0,
    until: 0,
    lossFen: 500_000,
    x: 10,
    y: 20,
    identifiers: [anIdentifier("phone:boss", "victim")],
  }),
  aCase("~", { identifiers: [anIdentifier("account:fresh")], near: [{ ...near("account:second"), via: "account:fresh" }] }),
  aCase("~", { brief: "什么都不一样的一件事情" }),
];

/** A brief that stands at the edge of a level falls to the other side of it now and then: its document counts once more among the twin's. */
test.each([
  ["off", 0.1],
  ["on", 0.5],
] as const)("gives the bits of the slow twin, the neighbours' say %s", (secondPass, closeBits) => {
  const link = prepareLink(input, { secondPass });
  const gaps = guests.flatMap((guest) => {
    const { modus: _, ...told } = guest;
    const quick = compareWithAll(withGuest(link, told), "~", { top: 120 });
    const slow = compareWithAll(prepareLink(aLinkInput([...cases, guest], { series }), { model: link.model }), "~", { top: 120 });
    const slowBits = new Map(slow.cases.map((each) => [each.case, each.bits]));
    expect([quick.cases.length, quick.cases[0]!.series]).toEqual([120, slow.cases[0]!.series]);
    return quick.cases.map(({ case: number, bits }) => Math.abs(bits - slowBits.get(number)!));
  });
  expect(gaps.filter((gap) => gap <= closeBits).length / gaps.length).toBeGreaterThan(0.95);
});

test("finds the series of the shared account, says which bars speak for it, and leaves the prepared cases as they were", () => {
  const link = prepareLink(input);
  const before = compareWithAll(link, caseNumber(0), { top: 5 });
  const { modus: _, ...told } = guests[0]!;
  const found = compareWithAll(withGuest(link, told), "~", { top: 3 });
  expect(found.series[0]).toMatchObject({ series: "S-1" });
  expect(found.cases[0]!.evidence[0]).toMatchObject({ feature: "sharedAccount", level: "shared", entities: ["account:mule"] });
  expect(found.series.reduce((sum, { posterior }) => sum + posterior, found.none)).toBeLessThanOrEqual(1);
  expect(compareWithAll(link, caseNumber(0), { top: 5 })).toEqual(before);
});

test("a public number weighs nothing, also where no case has it", () => {
  const link = prepareLink(input);
  const guest = withGuest(link, { ...aCase("~", { identifiers: [anIdentifier("phone:95588")] }) });
  expect(guest.hubs.identifiers.at(-1)).toBe(1);
});
