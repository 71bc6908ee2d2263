// One standard address as evidence: levels, what is left open, and no bits where nothing is matched.
import { expect, it } from "vitest";
import { sameAddress } from "../../../shared/link/candidates/sameAddress.ts";
import type { CaseRecord } from "../../../shared/link/caseData.ts";
import { address } from "../../../shared/link/features/address.ts";
import { rankCandidates } from "../../../shared/link/linkCases.ts";
import { buildCaseTable, mostCasesAtAddress } from "../../../shared/link/prepare/caseTable.ts";
import type { Scene } from "../../../shared/link/prepared.ts";
import { prepareLink } from "../../../shared/link/prepareLink.ts";
import { aCase, aLinkInput, dayMs } from "./caseBuilder.ts";

it("tells the finest level that two scenes share", () => {
  const at = (lot: string, building: string | null, unit: string | null) => ({ standard: { lot, building, unit } });
  const records = [
    aCase("A", at("1", "1/3", "1/3/1")),
    aCase("B", at("1", "1/3", "1/3/1")),
    aCase("C", at("1", "1/3", "1/3/2")),
    aCase("D", at("1", "1/4", null)),
    aCase("E", at("1", null, null)),
    aCase("F", at("2", "2/3", "2/3/1")),
    aCase("G"),
  ];
  const scene = { tables: { table: buildCaseTable(records) } } as unknown as Scene;
  const levels = records.map((_, i) => address.levels[address.levelOf(scene, 0, i)] ?? "missing");
  expect(levels).toEqual(["unit", "unit", "building", "lot", "lot", "elsewhere", "missing"]);
});

const spot = (lot: string, building: string | null = null, unit: string | null = null) => ({ standard: { lot, building, unit } });
const crowd = (count: number, of: (i: number) => Partial<CaseRecord>) =>
  Array.from({ length: count }, (_, i) => aCase(`C${String(i).padStart(4, "0")}`, { from: i * dayMs, until: i * dayMs, ...of(i) }));
const tableOf = (records: readonly CaseRecord[]) => ({ tables: { table: buildCaseTable(records) } }) as unknown as Scene;

it("says nothing of a tower that more cases share than an address of a series would have, but still of its units", () => {
  const scene = tableOf(crowd(mostCasesAtAddress + 1, (i) => spot("1", "1/1", `1/1/${Math.floor(i / 2)}`)));
  expect([address.levelOf(scene, 0, 1), address.levelOf(scene, 0, 2)]).toEqual([3, -1]);
  const [one, other] = [
    tableOf(crowd(mostCasesAtAddress, () => spot("1", "1/1"))),
    tableOf([aCase("A", spot("1", "1/1")), aCase("B", spot("2"))]),
  ];
  expect([address.levelOf(one, 0, 1), address.levelOf(other, 0, 1)]).toEqual([2, 0]);
});

function pairsOf(records: readonly CaseRecord[]): string[] {
  const pairs: string[] = [];
  sameAddress(buildCaseTable(records), (a, b) => void pairs.push(`${Math.min(a, b)} ${Math.max(a, b)}`));
  return [...new Set(pairs)].sort();
}

it("compares cases that share an address, each with its nearest in time, and nobody in a crowd", () => {
  expect(pairsOf([aCase("A", spot("1", "1/3")), aCase("B", spot("1")), aCase("C", spot("2")), aCase("D"), aCase("E")])).toEqual(["0 1"]);
  const twenty = pairsOf(crowd(20, () => spot("1")));
  const naive = Array.from({ length: 20 }, (_, a) => [1, 2, 3, 4, 5, 6].map((step) => [a, a + step] as const)).flat();
  expect(twenty).toEqual(
    naive
      .filter(([, b]) => b < 20)
      .map(([a, b]) => `${a} ${b}`)
      .sort(),
  );
  const tower = crowd(mostCasesAtAddress + 1, (i) => spot("1", `1/${i < 3 ? 1 : i}`));
  expect(pairsOf(tower)).toEqual(["0 1", "0 2", "1 2"]);
});

it("finds burglaries of one compound among two thousand through the address alone", () => {
  const at = (i: number) => ({ type: "入室盗窃", from: ((i * 37) % 365) * dayMs, until: ((i * 37) % 365) * dayMs });
  const records = crowd(2000, (i) => ({ ...at(i), ...(i % 300 === 7 ? spot("compound", `compound/${i}`) : spot(`lot ${i}`)) }));
  const link = prepareLink(aLinkInput(records));
  const planted = new Set(records.flatMap(({ number }, i) => (i % 300 === 7 ? [number] : [])));
  expect(planted.size).toBe(7);
  const best = rankCandidates(link).slice(0, 21);
  expect(best.map(({ a, b }) => [a, b].every((i) => planted.has(records[i]!.number)))).toEqual(Array(21).fill(true));
});
