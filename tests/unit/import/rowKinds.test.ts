// Each row kind once, with the quirks of its sheets.
import { describe, expect, it } from "vitest";
import { mapRows } from "./mapRows.ts";

const identity = "110101199003070134";

describe("cases", () => {
  it("turns a row into the case, its place, its people and identifiers with the roles of their headings", () => {
    const headings = ["案件编号", "警情编号", "案发时间", "损失", "地点", "经度", "纬度", "嫌疑账号", "报警电话", "手法", "文化程度"];
    const columns = {
      案件编号: "case.number",
      警情编号: "case.incidentNumber",
      案发时间: "case.from",
      损失: "case.loss",
      地点: "place.address",
      经度: "place.longitude",
      纬度: "place.latitude",
      嫌疑账号: "account",
      报警电话: "victim.phone",
      手法: "modus",
    };
    const row = [
      "A1",
      "J1",
      "2026年5月1日",
      "1.5万",
      "某路 1号",
      "120.10",
      "30.20",
      "6222020000000000018、6217000000000000029",
      "13800138000",
      "刷单；返利",
      "大学",
    ];
    const told = mapRows({ rowKind: "case", columns }, headings, [row]);
    expect(told.attributes).toEqual([
      "case:A1 case.incidentNumber=J1",
      "case:A1 case.from=2026-05-01",
      "case:A1 case.loss=15000.00",
      "case:A1 modus.手法=刷单",
      "case:A1 modus.手法=返利",
      "case:A1 文化程度=大学",
      "place:某路1号 place.longitude=120.1",
      "place:某路1号 place.latitude=30.2",
      "place:某路1号 place.address=某路 1号",
    ]);
    expect(told.links).toEqual(
      [
        "case:A1 at-place place:某路1号",
        "phone:13800138000 involved-in/victim case:A1",
        "account:6222020000000000018 involved-in/suspect case:A1",
        "account:6217000000000000029 involved-in/suspect case:A1",
      ].toSorted((x, y) => order(x) - order(y)),
    );
  });

  it("reads HHMM beside dates, plane coordinates and several modus columns", () => {
    const headings = ["id", "X", "Y", "D1", "T1", "D2", "T2", "MO1", "MO2"];
    const columns = {
      id: "case.number",
      X: "place.x",
      Y: "place.y",
      D1: "case.from.date",
      T1: "case.from.time",
      D2: "case.to.date",
      T2: "case.to.time",
      MO1: "modus",
      MO2: "modus",
    };
    const told = mapRows({ rowKind: "case", format: { planar: true }, columns, constants: { "case.type": "burglary" } }, headings, [
      ["C:3", "10077.6", "-8810.9", "1993-01-08", "0700", "1993-01-08", "1730", "25", "a"],
    ]);
    expect(told.attributes).toEqual([
      "case:C:3 case.type=burglary",
      "case:C:3 case.from=1993-01-08T07:00:00+08:00",
      "case:C:3 case.until=1993-01-08T17:30:00+08:00",
      "case:C:3 modus.MO1=25",
      "case:C:3 modus.MO2=a",
      "place:10077.6,-8810.9 place.x=10077.6",
      "place:10077.6,-8810.9 place.y=-8810.9",
      "place:10077.6,-8810.9 place.planar=true",
    ]);
  });

  it("marks what stands in the brief only", () => {
    const told = mapRows(
      { rowKind: "case", columns: { n: "case.number", b: "case.brief" } },
      ["n", "b"],
      [["A1", "事主接到13900139000来电，对方自称客服。"]],
    );
    expect(told.links).toEqual(["phone:13900139000 involved-in/offender case:A1 (brief)"]);
  });

  it("fills merged cells down and rejects a row without any number", () => {
    const headings = ["n", "unit", "acc"];
    const columns = { n: "case.number", unit: "case.unit", acc: "account" };
    const rows = [
      ["A1", "一所", "6222020000000000018"],
      ["", "", "6217000000000000029"],
    ];
    const filled = mapRows({ rowKind: "case", format: { fillDown: ["n", "unit"] }, columns }, headings, rows);
    const plain = mapRows({ rowKind: "case", columns }, headings, rows);
    expect([filled.counts.stored, filled.links.length]).toEqual([2, 2]);
    expect(plain.notes.map(({ reason }) => reason)).toEqual(["case-number-missing"]);
  });

  it("keeps a cell that its target does not understand, with a doubt", () => {
    const told = mapRows({ rowKind: "case", columns: { n: "case.number", 损失: "case.loss" } }, ["n", "损失"], [["A1", "若干"]]);
    expect([told.attributes, told.doubts.map(({ code }) => code)]).toEqual([["case:A1 损失=若干"], ["cell-not-understood"]]);
  });
});

const order = (text: string): number => ["at-place", "phone:", "account:"].findIndex((part) => text.includes(part));

describe("people", () => {
  it("keys a person by a valid number only, and keeps the rest as attributes", () => {
    const columns = { 姓名: "person.name", 号: "person.identityNumber", 电话: "person.phone", 生: "person.birthDate" };
    const told = mapRows(
      { rowKind: "person", columns },
      ["姓名", "号", "电话", "生", "备注"],
      [
        ["王某", identity, "13800138000", "19900307", "x"],
        ["李某", "6988048", "", "1990-13-01", ""],
      ],
    );
    expect(told.entities).toEqual([`person:${identity} 王某`, "phone:13800138000", "person:#2 李某"]);
    expect(told.attributes).toContain(`person:${identity} person.birthDate=1990-03-07`);
    expect(told.attributes).toContain("person:#2 person.identityNumber=6988048");
    expect(told.attributes).toContain("person:#2 生=1990-13-01");
  });

  it("ties persons to cases by role", () => {
    const told = mapRows(
      { rowKind: "involvement", columns: { p: "person.key", c: "case.number", r: "role" } },
      ["p", "c", "r"],
      [
        ["O:3", "C:29", "嫌疑人"],
        ["O:4", "", "x"],
      ],
    );
    expect(told.links).toEqual(["person:O:3 involved-in/suspect case:C:29"]);
    expect(told.counts).toEqual({ read: 2, stored: 1, rejected: 1, skipped: 0 });
  });
});

describe("events and registers", () => {
  it("reads call records with handset and tower, and messages among them", () => {
    const headings = ["本机", "对方", "类型", "起始", "时长", "LAC", "CI", "IMEI"];
    const columns = {
      本机: "own.phone",
      对方: "other.phone",
      类型: "direction",
      起始: "time",
      时长: "duration",
      LAC: "place.lac",
      CI: "place.cell",
      IMEI: "imei",
    };
    const rows = [
      ["13800138000", "13900139000", "主叫", "2026-05-01 10:00:00", "1分20秒", "1", "2", "869900277673290"],
      ["13800138000", "13900139000", "短信接收", "2026-05-01 11:00:00", "", "", "", ""],
      ["13800138000", "13900139000", "被叫", "2026-05-01 12:00:00", "00:01:20", "", "", ""],
    ];
    const told = mapRows(
      { rowKind: "call", columns },
      headings,
      rows.map((row) => (row[2] === "短信接收" ? row.with(2, "接收短信 被叫") : row)),
    );
    expect(told.calls.map((text) => text.replace(/device:\d+/, "device"))).toEqual([
      "2026-05-01T10:00:00 phone:13800138000 > phone:13900139000 80s call place:1-2 device",
      "2026-05-01T11:00:00 phone:13900139000 > phone:13800138000 0s message - -",
      "2026-05-01T12:00:00 phone:13900139000 > phone:13800138000 80s call - -",
    ]);
    expect(told.coverage).toEqual(["phone:13800138000 call 2026-05-01T10:00:00 2026-05-01T12:00:00"]);
  });

  it("reads accounts with their cards, measures and tasks", () => {
    const account = mapRows(
      { rowKind: "account", columns: { a: "account.number", c: "account.card", h: "account.holder", i: "account.identityNumber" } },
      ["a", "c", "h", "i"],
      [["1202558897011820", "6222020000000000018；6217000000000000029", "王某", identity]],
    );
    expect(account.links).toEqual([
      "account:6222020000000000018 card-of account:1202558897011820",
      "account:6217000000000000029 card-of account:1202558897011820",
      `person:${identity} owns account:1202558897011820`,
    ]);
    const measure = mapRows(
      { rowKind: "measure", columns: { a: "account.number", k: "kind", f: "from", x: "amount" } },
      ["a", "k", "f", "x"],
      [["1202558897011820", "公安冻结", "2026-05-01", "88"]],
    );
    expect(measure.attributes).toEqual([
      "account:1202558897011820 account.freeze.from=2026-05-01",
      "account:1202558897011820 account.freeze.amount=88.00",
    ]);
    const task = mapRows({ rowKind: "task", columns: { n: "task.number", s: "task.status" } }, ["n", "s"], [["T1", "失败"]]);
    expect(task.attributes).toEqual(["thing:T1 task.status=失败", "thing:T1 task.number=T1", "thing:T1 query.noReply=true"]);
  });

  it("reads stays, captures and sign-ins", () => {
    const stay = mapRows(
      { rowKind: "stay", columns: { i: "person.identityNumber", h: "place.name", r: "room", a: "in", b: "out" } },
      ["i", "h", "r", "a", "b"],
      [[identity, "某旅馆", "301", "2026-05-01 20:00", "2026-05-02 09:00"]],
    );
    expect(stay.stays).toEqual([`person:${identity} place:某旅馆 301 2026-05-01T20:00:00 2026-05-02T09:00:00`]);
    const capture = mapRows(
      { rowKind: "capture", columns: { p: "plate", t: "time", n: "place.name" } },
      ["p", "t", "n"],
      [
        ["浙A·12345", "2026-05-01 20:00:00", "东门卡口"],
        ["浙A12345", "2026-05-01", ""],
      ],
    );
    expect(capture.captures).toEqual(["vehicle:浙A12345 place:东门卡口 2026-05-01T20:00:00"]);
    expect(capture.notes.map(({ reason }) => reason)).toEqual(["place-missing"]);
    const login = mapRows(
      { rowKind: "login", columns: { a: "account", i: "ip", d: "device", t: "time" } },
      ["a", "i", "d", "t"],
      [["1202558897011820", "10.0.0.1", "D1", "2026-05-01 20:00:00"]],
    );
    expect(login.logins).toEqual(["account:1202558897011820 netid:10.0.0.1 device:D1 2026-05-01T20:00:00"]);
  });

  it("reads registers of phones, vehicles, organisations, places", () => {
    const phone = mapRows({ rowKind: "phone", columns: { n: "phone.number", o: "owner.name" } }, ["n", "o"], [["13800138000", "王某"]]);
    expect(phone.links).toEqual(["person:#1-owner owns phone:13800138000"]);
    const vehicle = mapRows({ rowKind: "vehicle", columns: { n: "vehicle.plate", m: "vehicle.make" } }, ["n", "m"], [["浙A12345", "某牌"]]);
    expect(vehicle.attributes).toEqual(["vehicle:浙A12345 vehicle.make=某牌"]);
    const organisation = mapRows({ rowKind: "organisation", columns: { n: "organisation.name" } }, ["n", "行业"], [["某公司", "商贸"]]);
    expect(organisation.attributes).toEqual(["organisation:某公司 organisation.name=某公司", "organisation:某公司 行业=商贸"]);
    const place = mapRows(
      { rowKind: "place", columns: { l: "place.lac", c: "place.cell", x: "place.longitude", y: "place.latitude" } },
      ["l", "c", "x", "y"],
      [["1", "2", "120.1", "30.2"]],
    );
    expect(place.attributes).toEqual(["place:1-2 place.longitude=120.1", "place:1-2 place.latitude=30.2"]);
  });

  it("reads entities and links of any kind, parallel ones too", () => {
    const entity = mapRows(
      { rowKind: "entity", columns: { id: "key", l: "kind", p: "attribute.size" } },
      ["id", "l", "p", "q"],
      [["7", "PhoneCall", "3", "4"]],
    );
    expect(entity.attributes).toEqual(["phone-call:7 size=3", "phone-call:7 q=4"]);
    const link = mapRows(
      {
        rowKind: "link",
        columns: { s: "from.key", t: "to.key" },
        constants: { "from.kind": "person", "to.kind": "person", kind: "knows" },
      },
      ["s", "t"],
      [
        ["1", "2"],
        ["1", "2"],
        ["1", ""],
      ],
    );
    expect(link.links).toEqual(["person:1 knows person:2", "person:1 knows person:2"]);
    expect(link.counts.rejected).toBe(1);
  });
});
