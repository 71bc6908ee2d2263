// The tables of a ring on paper: every line of its page, roles and reasons in words, rows cited, an empty table still with its headings.
import { expect, it } from "vitest";
import { createSentences } from "../../../electron/words.ts";
import type { RingDetail } from "../../../shared/group/ringCalls.ts";
import { citationWithFile } from "../../../shared/review/paper/citation.ts";
import { type NameOf, nameAndNumber, ringTables, tableOfRing } from "../../../shared/review/paper/ringTables.ts";
import { writeCsv } from "../../../shared/review/paper/writeCsv.ts";

const nameOf: NameOf = (one) => nameAndNumber(one, (_kind, key) => key);
const row = { sourceId: 7, row: 12, source: "流水.csv", sheet: null };
const person = { entity: "person:110101199001011237", kind: "person", label: "张三" };
const ring: RingDetail = {
  ring: "R-1",
  title: "刷单返利",
  namedBy: { ...person, as: "organiser" },
  score: 4,
  parts: { cases: 1, victims: 1, loss: 1, shared: 1, recency: 0 },
  people: 1,
  roles: [],
  cases: ["A1", "A2"],
  series: ["S-1"],
  victims: 2,
  loss: "20000.00",
  firstAt: null,
  lastAt: null,
  stability: 1,
  members: [
    {
      ...person,
      role: "cash-out",
      why: { reason: "cashOut", numbers: { times: 4 }, amount: "30000.00", named: [], sources: [row] } as never,
      core: true,
      stability: 0.95,
      also: [{ entity: "phone:13800138000", kind: "phone", label: "13800138000" }],
    },
  ],
  shared: [{ entity: "account:6222020000000000014", kind: "account", label: "=cmd()", cases: 2, people: 1 }],
  phases: [{ phase: "silence", from: "2026-05-01T08:00:00+08:00", until: "2026-06-01T08:00:00+08:00", count: 3, sources: [] }],
  bridges: [],
  sellers: [],
};

it.each(["zh-CN", "en"] as const)("has every line with its words and rows in %s, and headings where there is none", (language) => {
  const say = createSentences(language);
  const tables = Object.fromEntries(ringTables.map((name) => [name, tableOfRing[name](ring, { say, cite: citationWithFile, nameOf })]));
  expect(ringTables.map((name) => tables[name]!.rows.length)).toEqual([1, 1, 1, 0, 0, 2]);
  for (const { columns, rows } of Object.values(tables)) {
    expect(columns.length).toBeGreaterThan(0);
    for (const { heading } of columns) expect(heading).not.toMatch(/^ring\.|^$/);
    for (const cells of rows) expect(cells.length).toBe(columns.length);
  }
  const [who, role, why, , also, stability, sources] = tables["members"]!.rows[0]!;
  expect([who, also, stability]).toEqual(["张三 110101199001011237", "13800138000", "0.95"]);
  expect(role).not.toMatch(/ring\.role/);
  expect(why).not.toBe("");
  expect(sources).toContain("流水.csv");
  expect(tables["phases"]!.rows[0]!.slice(1, 4)).toEqual(["2026-05-01 08:00:00", "2026-06-01 08:00:00", "3"]);
});

it("guards cells that a spreadsheet would run", () => {
  const csv = writeCsv(tableOfRing.shared(ring, { say: createSentences("zh-CN"), cite: citationWithFile, nameOf }));
  expect(csv).not.toMatch(/(^|,|\n)"?=cmd/m);
});

it("says no number that the session may not see", () => {
  const masked: NameOf = (one) => nameAndNumber({ ...one, label: "张*" }, () => "****");
  const text = writeCsv(tableOfRing.members(ring, { say: createSentences("zh-CN"), cite: citationWithFile, nameOf: masked }));
  expect(text).toContain("张* ****");
  expect(text).not.toMatch(/110101199001011237|13800138000/);
});
