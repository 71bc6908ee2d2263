// The pages of numbers and meetings on files as they are imported: every line leads to its rows.
import { writeFileSync } from "node:fs";
import { afterAll, beforeAll, expect, it } from "vitest";
import { freshFolder } from "../folder.ts";
import { type OpenEngine, openEngine } from "../import/openEngine.ts";

const at = freshFolder("all");
let engine: OpenEngine;

const bill = `本机号码,对方号码,通话类型,通话时间,通话时长(秒)
13800138001,13900139002,主叫,2026-11-02 09:00:00,61
13800138001,13900139003,被叫,2026-11-03 23:15:00,15
13800138001,13900139002,被叫,2026-11-09 09:30:00,30
`;
/** The other side's bill tells the first call too. */
const otherBill = `本机号码,对方号码,通话类型,通话时间,通话时长(秒)
13900139002,13800138001,被叫,2026-11-02 09:00:00,61
`;
const stays = `姓名,身份证号,旅馆名称,房号,入住时间,退房时间
张三,110101199001011237,平安旅馆,301,2026-05-01 20:00:00,2026-05-02 09:00:00
李四,110101198502024569,平安旅馆,302,2026-05-01 21:00:00,2026-05-02 08:00:00
`;

beforeAll(async () => {
  engine = await openEngine(at("w.caseweave"));
  const files = { "话单1.csv": bill, "话单2.csv": otherBill, "住宿.csv": stays };
  for (const [name, text] of Object.entries(files)) writeFileSync(at(name), text);
  await engine.call("import.storeFiles", { paths: [at("话单1.csv"), at("话单2.csv")], as: "call" });
  await engine.call("import.storeFiles", { paths: [at("住宿.csv")], as: "stay" });
});
afterAll(() => engine.close());

const phone = "phone:13800138001";

it("profiles a number: sums, night, and who is on the other side", async () => {
  const profile = await engine.call("trace.profileCalls", { phone });
  expect(profile).toMatchObject({ calls: 3, outgoing: 1, incoming: 2, seconds: 106, medianSeconds: 30, bothWays: 1 });
  expect(profile.contacts.map((contact) => [contact.phone, contact.outgoing, contact.incoming, contact.nightCalls])).toEqual([
    ["phone:13900139002", 1, 1, 0],
    ["phone:13900139003", 0, 1, 1],
  ]);
});

it("lists the calls of a contact or of an hour, newest first, with every row that tells of them", async () => {
  const { lines, all } = await engine.call("trace.listCalls", { phone, other: "phone:13900139002" });
  expect(all).toBe(2);
  expect(lines.map((line) => [line.at, line.outgoing])).toEqual([
    ["2026-11-09T09:30:00+08:00", false],
    ["2026-11-02T09:00:00+08:00", true],
  ]);
  expect(lines[1]!.sources.map(({ source, row }) => [source, row])).toEqual([
    ["话单1.csv", 1],
    ["话单2.csv", 1],
  ]);
  // 2 and 9 November 2026 are Mondays.
  const monday = await engine.call("trace.listCalls", { phone, weekday: 0, hour: 9, limit: 1 });
  expect([monday.lines.length, monday.all]).toEqual([1, 2]);
  expect((await engine.call("trace.listCalls", { phone, since: "2026-11-03", until: "2026-11-03" })).all).toBe(1);
});

it("refuses a number that nobody told of", async () => {
  await expect(engine.call("trace.listCalls", { phone: "phone:13000000000" })).rejects.toMatchObject({ code: "entity-unknown" });
});

it("lists the numbers with their contacts", async () => {
  const { lines, all } = await engine.call("trace.listNumbers", { top: 2 });
  expect(all).toBe(3);
  expect(lines.map((line) => [line.phone, line.calls, line.contacts, line.billed])).toEqual([
    [phone, 3, 2, true],
    ["phone:13900139002", 2, 1, true],
  ]);
});

it("names who met, and the rows of both", async () => {
  const {
    lines: [meeting],
    all,
  } = await engine.call("trace.findMeetings", { min: 1, top: 1 });
  expect(all).toBe(1);
  expect([meeting!.labelA, meeting!.labelB].sort()).toEqual(["张三", "李四"].sort());
  const [{ from, until, label } = { from: "", until: "", label: "" }] = meeting!.places;
  expect(label).toBe("平安旅馆");
  const seen = await engine.call("trace.listSightings", { entities: [meeting!.a, meeting!.b], from, until });
  expect(seen.map((line) => [line.label, line.sources[0]!.row])).toEqual([
    ["张三", 1],
    ["李四", 2],
  ]);
});

it("finds what several numbers have in common, and when they were on the phone together", async () => {
  const phones = ["phone:13800138001", "phone:13900139003"];
  const { contacts, conferences } = await engine.call("trace.findCommonContacts", { phones });
  expect(contacts).toEqual([]);
  expect(conferences).toEqual([
    {
      startAt: "2026-11-03T23:15:00+08:00",
      endAt: "2026-11-03T23:15:15+08:00",
      calls: 1,
      members: phones,
      phones: expect.arrayContaining(phones),
    },
  ]);
  const common = await engine.call("trace.findCommonContacts", { phones: ["phone:13900139002", "phone:13900139003"] });
  expect(common.contacts.map((one) => [one.phone, one.members, one.calls])).toEqual([["phone:13800138001", 2, [2, 1]]]);
  await expect(engine.call("trace.findCommonContacts", { phones: ["phone:1", phone] })).rejects.toMatchObject({ code: "entity-unknown" });
});
