// Statistics end to end: files as they are imported, counted by call and by command; cells open their cases; files that leave; bad questions.
import { readFileSync, writeFileSync } from "node:fs";
import { strFromU8, unzipSync } from "fflate";
import { beforeAll, describe, expect, it } from "vitest";
import type { CallName, Input, Result } from "../../../shared/rpc/contract.ts";
import { freshFolder } from "../folder.ts";

import { openEngine } from "../import/openEngine.ts";
import { runHere } from "../workspace/runHere.ts";

const at = freshFolder("all");

/** Two numbers of one case (J1 is told once more without its case number), one without a time, one of another year. */
const sheet = `案件编号,警情编号,案件类别,案发开始时间,案发结束时间,报案时间,案发地点,涉案资金,止付金额,返还金额,报警人姓名,性别,年龄,受理单位,引流方式,简要案情
A1,J1,刷单返利,2026-11-02 20:15:00,2026-11-02 21:00:00,2026-11-03 09:00:00,云津市东渡区青石路109号,5000,1000,,张三,女,34,云津市公安局东渡区分局,短信,被骗
A2,J2,刷单返利,2026-11-08 20:40:00,2026-11-08 22:00:00,2026-11-09 09:00:00,云津市桥东区江滨大道3号,120000.50,,2000,李四,男,61,云津市公安局桥东区分局,短信,被骗
A3,J3,入室盗窃,2026-11-09 01:00:00,2026-11-10 07:00:00,2026-11-10 08:00:00,云津市桥东区江滨大道4号,900,,,王五,男,17,云津市公安局桥东区分局,,家中被盗
A4,J4,刷单返利,2026-10-05 10:00:00,2026-10-05 11:00:00,2026-10-05 12:00:00,云津市东渡区青石路7号,1000,,,赵六,女,40,云津市公安局东渡区分局,电话,被骗
A5,J5,虚假贷款,,,,云津市东渡区青石路8号,700,,,钱七,女,40,云津市公安局东渡区分局,电话,被骗
`;
const again = `警情编号,案件类别,案发开始时间,案发地点,涉案资金,报警人姓名,简要案情
J1,刷单返利,2026-11-02 20:15:00,云津市东渡区青石路109号,5000,张三,被骗
`;

type Call = <Name extends CallName>(name: Name, params: Input<Name>) => Promise<Result<Name>>;
let call: Call;
let close: () => Promise<void>;

beforeAll(async () => {
  writeFileSync(at("案件台账.csv"), sheet);
  writeFileSync(at("警情.csv"), again);
  ({ call, close } = await openEngine(at("w.caseweave")));
  await call("import.storeFiles", { paths: [at("案件台账.csv"), at("警情.csv")], as: "case" });
}, 60_000);

const november = { from: "2026-11-01", to: "2026-11-30" } as const;
const table = (asked: Partial<Input<"statistics.table">> & Pick<Input<"statistics.table">, "by">) =>
  call("statistics.table", { ...november, ...asked });
const cellsOf = ({ rows, columns, cells }: Result<"statistics.table">) =>
  rows.flatMap(({ label }, i) =>
    cells[i]!.flatMap((cell, j) => (cell.count === 0 ? [] : [[label, columns?.[j]?.label ?? "", cell.count, cell.amount].join(" ")])),
  );

describe("statistics", () => {
  it("count a case once, whatever numbers and sources tell of it, by category and district", async () => {
    expect(cellsOf(await table({ by: ["category", "place"] }))).toEqual(["刷单返利 桥东区 1 ", "刷单返利 东渡区 1 ", "入室盗窃 桥东区 1 "]);
    const whole = await call("statistics.table", { by: ["place"] });
    expect(whole.total.count).toBe(5);
    expect(whole).toMatchObject({ dataFrom: "2026-10-05", dataTo: "2026-11-09", period: null, undated: 0 });
  });

  it("sum losses, stopped and returned money to the fen, against the month before", async () => {
    const loss = await table({ by: ["category"], measure: "loss" });
    expect(cellsOf(loss)).toEqual(["刷单返利  2 125000.50", "入室盗窃  1 900.00"]);
    expect(loss.total).toMatchObject({ count: 3, amount: "125900.50", last: 1, lastAmount: "1000.00", year: null });
    expect((await table({ by: ["unit"], measure: "stopped" })).total.amount).toBe("1000.00");
    expect((await table({ by: ["unit"], measure: "returned" })).total.amount).toBe("2000.00");
  });

  it("know hours only where they are known, ages and sexes from the sheet, bands by law", async () => {
    expect(cellsOf(await table({ by: ["hour"] }))).toEqual(["20时  2 ", "不详  1 "]);
    expect(cellsOf(await table({ by: ["weekday"] }))).toEqual(["周一  2 ", "周日  1 "]);
    expect(cellsOf(await table({ by: ["age", "sex"] }))).toEqual(["18岁以下 男 1 ", "30–39岁 女 1 ", "60岁以上 男 1 "]);
    expect(cellsOf(await table({ by: ["loss"] }))).toEqual(["不满3千元  1 ", "3千至3万元  1 ", "10万至50万元  1 "]);
    expect(cellsOf(await table({ by: ["lure"] }))).toEqual(["短信  2 ", "不详  1 "]);
  });

  it("count by the time that is asked for, and say what no period holds", async () => {
    const days = async (basis: "occurred" | "reported") => cellsOf(await table({ by: ["day"], basis }));
    expect(await days("occurred")).toEqual(["2026-11-02  1 ", "2026-11-08  1 ", "2026-11-09  1 "]);
    expect(await days("reported")).toEqual(["2026-11-03  1 ", "2026-11-09  1 ", "2026-11-10  1 "]);
    expect((await table({ by: ["day"] })).undated).toBe(1);
  });

  it("open a cell to its cases, each with the rows that tell of it", async () => {
    const where = [{ dimension: "category", code: "刷单返利" } as const, { dimension: "place", code: "东渡区" } as const];
    const { items, total, next } = await call("statistics.cases", { ...november, where });
    expect([total, next]).toEqual([1, null]);
    expect(items[0]).toMatchObject({ case: "A1", loss: "5000.00", district: "东渡区", at: "2026-11-02T20:15:00+08:00" });
    expect(items[0]!.rows.map(({ source, row }) => [source, row])).toEqual([
      ["案件台账.csv", 1],
      ["警情.csv", 1],
    ]);
  });

  it("leave as a workbook with the cases, as text and as pictures", async () => {
    const write = async (format: "xlsx" | "csv" | "svg" | "png") => {
      const { base64, count } = await call("statistics.export", { by: ["category", "place"], ...november, format });
      expect(count).toBe(3);
      return Buffer.from(base64, "base64");
    };
    const sheets = Object.entries(unzipSync(await write("xlsx"))).flatMap(([name, bytes]) =>
      name.includes("/sheet") ? [strFromU8(bytes)] : [],
    );
    expect(sheets).toHaveLength(2);
    expect(sheets[1]).toContain("云津市桥东区江滨大道3号");
    expect((await write("csv")).toString()).toContain("刷单返利,1*,1*,2");
    expect((await write("svg")).toString()).toContain("案件类别 × 案发辖区统计");
    expect([...(await write("png")).subarray(1, 4)]).toEqual([...Buffer.from("PNG")]);
  });

  it("refuse what cannot be asked, by name", async () => {
    const code = { code: "bad-request" };
    await expect(call("statistics.table", { by: ["category"], from: "2026-11-31" })).rejects.toMatchObject(code);
    await expect(call("statistics.table", { by: ["category"], from: "2026-11-30", to: "2026-11-01" })).rejects.toMatchObject(code);
    await expect(call("statistics.table", { by: ["colour"] as never })).rejects.toMatchObject(code);
  });
});

describe("the command", () => {
  it("prints the same table, writes it to a file, and says what is wrong", async () => {
    const ws = at("w.caseweave");
    const told = await table({ by: ["category"], measure: "loss" });
    await close();
    const printed = await runHere([
      "statistics",
      ws,
      "--by",
      "category",
      "--from",
      "2026-11-01",
      "--to",
      "2026-11-30",
      "--measure",
      "loss",
      "--json",
    ]);
    expect(JSON.parse(printed.out)).toEqual(told);
    const file = at("统计.csv");
    expect((await runHere(["statistics", ws, "--by", "category", "--out", file, "--json"])).code).toBe(0);
    expect(readFileSync(file, "utf8")).toContain("刷单返利,3*");
    const wrong = await runHere(["statistics", ws, "--by", "categori"]);
    expect([wrong.code, wrong.complaint]).toEqual([2, expect.stringContaining("category")]);
    expect((await runHere(["statistics", ws, "--by", "category", "--from", "2026-02-30"])).code).toBe(2);
    expect((await runHere(["statistics", ws, "--cases", "--where", "kind=x"])).code).toBe(2);
    const some = await runHere(["statistics", ws, "--cases", "--where", "age=18岁以下", "--json"]);
    expect(JSON.parse(some.out)).toMatchObject({ total: 1, items: [{ case: "A3" }] });
  });
});
