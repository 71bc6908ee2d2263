// Stays and cafés from files: who was with whom, by person, place and night; a watched person's company is told on import.
import { writeFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import type { StayStart, StaysDocument } from "../../../shared/trace/stayCalls.ts";
import { freshFolder } from "../folder.ts";
import { openEngine } from "../import/openEngine.ts";
import { runHere } from "../workspace/runHere.ts";

const at = freshFolder();
const ids = { 沈一: "110101199003070134", 陆二: "110101199003070257", 顾三: "11010119900307037X" } as const;
const hotelHead = "姓名,身份证号,旅馆名称,房号,入住时间,退房时间";
const cafeHead = "姓名,身份证号,网吧名称,机器号,上机时间,下机时间";

/** Other guests, so that the places have habits. */
const crowd = (head: "R" | "B", place: string) =>
  Array.from({ length: 60 }, (_, i) => {
    const day = String(1 + (i % 28)).padStart(2, "0");
    return `客${i},,${place},${head}${i % 30},2026-03-${day} ${String(13 + (i % 8)).padStart(2, "0")}:${String((i * 7) % 60).padStart(2, "0")}:00,2026-03-${day} 23:${String((i * 11) % 60).padStart(2, "0")}:00`;
  });

const hotel = [
  `沈一,${ids.沈一},平安旅馆,301,2026-03-05 20:00:00,2026-03-06 09:00:00`,
  `陆二,${ids.陆二},平安旅馆,301,2026-03-05 20:04:00,2026-03-06 09:02:00`,
  `顾三,${ids.顾三},平安旅馆,508,2026-03-05 22:30:00,2026-03-06 11:00:00`,
];
const cafe = [
  `沈一,${ids.沈一},星空网吧,A012,2026-03-09 20:00:00,2026-03-09 23:00:00`,
  `陆二,${ids.陆二},星空网吧,A013,2026-03-09 20:02:00,2026-03-09 23:05:00`,
  `顾三,${ids.顾三},星空网吧,C020,2026-03-09 18:00:00,2026-03-09 21:00:00`,
];

function writeStays(): readonly [hotel: string, cafe: string] {
  writeFileSync(at("旅馆.csv"), [hotelHead, ...hotel, ...crowd("R", "平安旅馆")].join("\n"));
  writeFileSync(at("网吧.csv"), [cafeHead, ...cafe, ...crowd("B", "星空网吧")].join("\n"));
  return [at("旅馆.csv"), at("网吧.csv")];
}

async function json<T>(...args: string[]): Promise<T> {
  const { code, out, complaint } = await runHere([...args, "--json"]);
  if (code !== 0) throw new Error(`${args.join(" ")}: ${out}${complaint}`);
  return JSON.parse(out) as T;
}

describe("stays", () => {
  it("tells of a person, a place and a night who shared a room, came and left together, sat side by side", async () => {
    const path = at("a.caseweave");
    await json("import", path, ...writeStays());
    const person = await json<StaysDocument>("stays", path, "--person", `person:${ids.沈一}`);
    const [closest, next] = person.pairs;
    expect([closest!.labelA, closest!.labelB, closest!.times]).toEqual(["沈一", "陆二", 2]);
    expect(closest!.nights.map(({ placeLabel, closeness }) => [placeLabel, closeness.map(({ kind }) => kind).sort()])).toEqual([
      ["平安旅馆", ["arrived", "left", "same-room"]],
      ["星空网吧", ["arrived", "left", "next-seat"]],
    ]);
    expect(closest!.nights[0]!.sources.map(({ source, row }) => `${source} ${row}`)).toEqual(["旅馆.csv 1", "旅馆.csv 2"]);
    expect(closest!.bits).toBeGreaterThan(next!.bits + 8);
    const place = await json<StaysDocument>("stays", path, "--place", "星空网吧");
    expect([place.pairs[0]!.labelA, place.pairs[0]!.labelB, place.stays[0]!.isCafe]).toEqual(["沈一", "陆二", true]);
    const night = await json<StaysDocument>("stays", path, "--night", "2026-03-05");
    expect([night.about, night.allStays, night.pairs[0]!.labelB]).toEqual(["night", 7, "陆二"]);
    const start = await json<StayStart>("stays", path);
    expect([start.stays, start.days[0]!.day, start.people[0]!.stays]).toEqual([126, "2026-03-28", 2]);
  }, 60_000);

  it("begins with suspects of cases and watched persons who stayed in the last nights, marked as such", async () => {
    const { call, close } = await openEngine(at("c.caseweave"));
    const rows = [
      `沈一,${ids.沈一},平安旅馆,301,2026-03-28 20:00:00,2026-03-29 09:00:00`,
      `陆二,${ids.陆二},平安旅馆,302,2026-03-27 20:00:00,2026-03-28 09:00:00`,
      `顾三,${ids.顾三},平安旅馆,303,2026-03-28 21:00:00,2026-03-29 09:00:00`,
    ];
    writeFileSync(at("住宿.csv"), [hotelHead, ...rows, ...crowd("R", "平安旅馆")].join("\n"));
    writeFileSync(
      at("案件.csv"),
      `案件编号,案件类别,发案时间,嫌疑人姓名,嫌疑人身份证号\nA1,刷单返利,2026-03-01 10:00:00,陆二,${ids.陆二}\n`,
    );
    await call("import.storeFiles", { paths: [at("住宿.csv")], as: "stay" });
    await call("import.storeFiles", { paths: [at("案件.csv")], as: "case" });
    await call("review.addWatch", { subject: { kind: "entity", entity: `person:${ids.沈一}` }, reason: "核查" });
    const { marked } = await call("trace.listStaySubjects", {});
    expect(marked.map((one) => [one.label, one.placeLabel, one.isSuspect, one.isWatched])).toEqual([
      ["沈一", "平安旅馆", false, true],
      ["陆二", "平安旅馆", true, false],
    ]);
    await close();
  }, 60_000);

  it("says what it cannot do in a sentence and changes nothing", async () => {
    const path = at("b.caseweave");
    await json("import", path, ...writeStays());
    const unknown = await runHere(["stays", path, "--person", "person:无此人", "--json"]);
    expect([unknown.code, JSON.parse(unknown.out)]).toMatchObject([1, { error: { code: "entity-unknown" } }]);
    const both = await runHere(["stays", path, "--person", ids.沈一, "--place", "星空网吧", "--json"]);
    expect([both.code, JSON.parse(both.out)]).toMatchObject([1, { error: { code: "bad-request" } }]);
    expect((await runHere(["stays", path, "--night", "昨夜", "--json"])).code).toBe(2);
  }, 60_000);
});

it("raises an alert with its reason when a watched person shares a room or sits beside somebody, whoever of the two comes last", async () => {
  const engine = await openEngine(at("c.caseweave"));
  const write = (name: string, head: string, rows: readonly string[]) => writeFileSync(at(name), [head, ...rows].join("\n"));
  const bring = async (name: string) => (await engine.call("import.storeFiles", { paths: [at(name)] })).alerts;
  await engine.call("review.addWatch", { subject: { kind: "entity", entity: `person:${ids.沈一}` }, reason: "在逃人员" });
  write("一.csv", hotelHead, [hotel[0]!]);
  write("二.csv", hotelHead, [hotel[1]!, hotel[2]!]);
  write("三.csv", cafeHead, cafe);
  expect((await bring("一.csv")).map(({ code }) => code)).toEqual(["stay"]);
  const second = await bring("二.csv");
  expect(
    second.map(({ code, newest }) => [
      code,
      newest[0]!.entity,
      newest[0]!.other,
      newest[0]!.where?.label,
      newest[0]!.source,
      newest[0]!.row,
    ]),
  ).toEqual([["shared-room", `person:${ids.沈一}`, `person:${ids.陆二}`, "平安旅馆", "二.csv", 1]]);
  expect((await bring("三.csv")).map(({ code }) => code).sort()).toEqual(["next-seat", "stay"]);
  expect((await engine.call("review.checkWatches", {})).alerts).toEqual([]);
}, 60_000);
