// Standard addresses by the command line: the table, registers and cases as files, matched, judged, asked about; bad tables.
import { readFileSync, writeFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import type { AddressDocument, AddressMatchLine, AddressRun, NearAddress, PlacePeople } from "../../../shared/resolve/addressCalls.ts";
import { freshFolder } from "../folder.ts";
import { runHere } from "../workspace/runHere.ts";

const at = freshFolder();

const table = [
  "标准地址编码,市,县区,乡镇街道,社区,路街巷,门牌号,小区,楼栋,单元,层,室,别名,经度,纬度,坐标系",
  ...["1", "2"].flatMap((building) =>
    ["101", "102", "201"].map(
      (room, i) =>
        `S${building}${i},云津市,东渡区,桥头街道,渡口社区,文汇路,12号,渡口花园,${building}栋,1单元,${room[0]}层,${room}室,老渡口小区,112.21${building},29.11${i},GCJ-02`,
    ),
  ),
  "S30,云津市,临港区,港口街道,码头社区,文汇路,12号,港湾公寓,1栋,1单元,1层,101室,,112.31,29.21,GCJ-02",
  "S40,云津市,临港区,港口街道,码头社区,码头街,88号,临江苑,3栋,2单元,5层,501室,,112.32,29.22,GCJ-02",
];

const people = [
  "姓名,公民身份号码,性别,标准地址编码,现住址,居住起始日期,离开日期",
  "沈一,110101199003070134,男,,东渡区文汇路12号渡口花园1幢1单元101,2024-01-01,2024-12-31",
  "陆二,110101199003070257,男,,老渡口小区一号楼1单元1层102室,2025-02-01,",
  "顾三,11010119900307037X,男,S20,,2025-03-01,",
  "方四,110101199003070492,女,,文汇路12号,2025-03-01,",
  "韩五,110101199003070513,女,,渡口花园（码头街88号）3栋,2025-03-01,",
];

function writeFiles(): string[] {
  const files = { "标准地址.csv": table, "实有人口.csv": people };
  for (const [name, lines] of Object.entries(files)) writeFileSync(at(name), `${lines.join("\n")}\n`);
  return Object.keys(files).map((name) => at(name));
}

async function json<T>(...args: string[]): Promise<T> {
  const { code, out, complaint } = await runHere([...args, "--json"]);
  if (code !== 0) throw new Error(`${args.join(" ")}: ${out}${complaint}`);
  return JSON.parse(out) as T;
}

async function lines<T>(...args: string[]): Promise<T[]> {
  const { out } = await runHere([...args, "--json"]);
  return out.trim() === ""
    ? []
    : out
        .trim()
        .split("\n")
        .map((line) => JSON.parse(line) as T);
}

async function openWorkspace(): Promise<string> {
  const path = at("a.caseweave");
  await json("import", path, ...writeFiles());
  return path;
}

describe("addresses", () => {
  it("matches what is written by levels, leaves conflicts to a person, and keeps what a person said", async () => {
    const path = await openWorkspace();
    const run = await json<AddressRun>("addresses", "match", path);
    expect([run.places, run.counts.sure, run.counts.doubtful]).toEqual([5, 3, 2]);
    const doubtful = await lines<AddressMatchLine>("addresses", "list", path);
    expect(doubtful.map(({ label, reason }) => [label, reason]).sort()).toEqual([
      ["文汇路12号", "ambiguous"],
      ["渡口花园（码头街88号）3栋", "conflict"],
    ]);
    const open = doubtful.find(({ reason }) => reason === "ambiguous")!;
    expect(open.options.map(({ label, level }) => [label, level]).sort()).toEqual([
      ["云津市东渡区桥头街道渡口社区文汇路12号", "number"],
      ["云津市临港区港口街道码头社区文汇路12号", "number"],
    ]);
    const before = await json<PlacePeople>("addresses", "people", path, "S10", "--widen", "number");
    expect(before.people.map(({ label }) => label)).toEqual(["沈一", "陆二", "顾三"].sort());
    const chosen = open.options.find(({ label }) => label.includes("东渡区"))!.place;
    await json("decide", path, "address", open.place, chosen, "--confirm", "--reason", "走访核实");
    const after = await json<PlacePeople>("addresses", "people", path, "S10", "--widen", "number");
    expect(after.people.map(({ label }) => label)).toContain("方四");
    const shared = await lines<{ entity: string; in: string[] }>("collide", path, "building:S10", "source:2");
    expect(shared.map(({ entity }) => entity).sort()).toEqual(["person:110101199003070134", "person:110101199003070257"]);
    const then = await lines<{ entity: string }>("collide", path, "building:S10@2024-02-01/2024-03-01", "source:2");
    expect(then.map(({ entity }) => entity)).toEqual(["person:110101199003070134"]);
    await json("decide", path, "address", open.place, "none", "--reject", "--reason", "系笔误");
    await json("addresses", "match", path);
    const judged = await lines<AddressMatchLine>("addresses", "list", path, "--pile", "judged");
    expect(judged.map(({ state, standard, decision }) => [state, standard, decision?.note])).toEqual([["refused", null, "系笔误"]]);
    const log = await json<{ items?: unknown }>("audit", "verify", path);
    expect(log).toBeTruthy();
  }, 120_000);

  it("tells who is at a building on a day, what an address is, and which one is nearest", async () => {
    const path = await openWorkspace();
    await json("addresses", "match", path);
    const shown = await json<AddressDocument>("addresses", "show", path, "S10");
    expect([shown.label, shown.level, shown.codes, shown.aliases, shown.point]).toEqual([
      "云津市东渡区桥头街道渡口社区文汇路12号渡口花园1栋1单元1层101室",
      "room",
      ["S10"],
      ["老渡口小区"],
      { longitude: 112.211, latitude: 29.11, datum: "GCJ-02" },
    ]);
    expect(shown.above.map(({ level }) => level)).toEqual(["unit", "building", "estate", "number"]);
    const on = async (day: string) =>
      (await json<PlacePeople>("addresses", "people", path, "S10", "--widen", "building", "--day", day)).people.map(({ label }) => label);
    expect([await on("2024-06-01"), await on("2025-06-01"), await on("2023-06-01")]).toEqual([["沈一"], ["陆二"], []]);
    const near = (await lines<NearAddress>("addresses", "nearest", path, "--at", "112.211,29.11", "--datum", "GCJ-02", "--top", "2"))[0]!;
    expect([near.place, near.metres]).toEqual([shown.place, 0]);
    const shifted = (await lines<NearAddress>("addresses", "nearest", path, "--at", "112.211,29.11", "--metres", "900"))[0]!;
    expect(shifted.metres).toBeGreaterThan(300);
    expect(shifted.metres).toBeLessThan(900);
  }, 120_000);

  it("says so where nobody was yet, nobody is any more, a guest without an end left, and no address is near", async () => {
    const path = await openWorkspace();
    const guests = [
      "姓名,身份证号,旅馆名称,旅馆地址,房号,入住时间,退房时间",
      "冯六,110101199003070610,渡口旅社,S10,201,2025-06-01 20:00:00,",
    ];
    writeFileSync(at("住宿.csv"), `${guests.join("\n").replace("S10", "文汇路12号渡口花园1栋")}\n`);
    await json("import", path, at("住宿.csv"));
    const on = (day: string) => json<PlacePeople>("addresses", "people", path, "S10", "--widen", "number", "--day", day);
    const before = await on("1990-01-01");
    expect([before.people, before.stays]).toEqual([[], []]);
    expect([before.told!.since.slice(0, 10), before.told!.until.slice(0, 10)]).toEqual(["2024-01-01", "2025-06-01"]);
    const moved = await Promise.all(["2024-12-31", "2025-01-01"].map(async (day) => (await on(day)).people.map(({ label }) => label)));
    expect(moved).toEqual([["沈一"], []]);
    const guest = [await on("2025-06-01"), await on("2025-06-02"), await on("2025-06-03")];
    expect(guest.map(({ stays }) => stays.map(({ label }) => label))).toEqual([["冯六"], ["冯六"], []]);
    const far = await runHere(["addresses", "nearest", path, "--at", "112.15,29.11", "--datum", "GCJ-02", "--json"]);
    expect([far.code, far.out, /500 米.*5\d{3} 米|500 m.*5\d{3} m/.test(far.complaint)]).toEqual([0, "", true]);
    const nowhere = await runHere(["addresses", "nearest", path, "--at", "90,30", "--json"]);
    expect([nowhere.code, nowhere.out, /50 公里|50 km/.test(nowhere.complaint)]).toEqual([0, "", true]);
  }, 120_000);

  it("refuses the rows of a table with holes, each with its reason, and asks for a table before it matches", async () => {
    const path = at("b.caseweave");
    const holes = [
      table[0]!,
      table[1]!,
      table[2]!.replace("S11", ""),
      table[3]!.replace("S12", "S10"),
      table[4]!.replace("112.212", "29.11").replace(",29.110", ",112.2"),
      table[5]!,
    ];
    writeFileSync(at("有洞.csv"), `${holes.join("\n")}\n`);
    writeFileSync(at("人口.csv"), `${people.join("\n")}\n`);
    await json("import", path, at("人口.csv"));
    const refused = await runHere(["addresses", "match", path, "--json"]);
    expect([refused.code, JSON.parse(refused.out)]).toMatchObject([1, { error: { code: "no-standard-addresses" } }]);
    const imported = await json<{ sources: { rows: object; rejects: string }[] }>("import", path, at("有洞.csv"));
    expect(imported.sources[0]!.rows).toMatchObject({ read: 5, stored: 2, rejected: 3 });
    const rejects = readFileSync(imported.sources[0]!.rejects, "utf8");
    for (const reason of ["编码", "重复", "坐标"]) expect(rejects).toContain(reason);
    const unknown = await runHere(["addresses", "show", path, "S99", "--json"]);
    expect([unknown.code, JSON.parse(unknown.out)]).toMatchObject([1, { error: { code: "entity-unknown" } }]);
    const bad = await runHere(["addresses", "nearest", path, "--at", "东渡", "--json"]);
    expect(bad.code).toBe(2);
  }, 120_000);
});
