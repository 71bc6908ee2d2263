// A bank's file tells a transfer between two of its accounts out of the one and into the other: one event with two rows. What it tells twice of one side is two.
import { rmSync, writeFileSync } from "node:fs";
import { expect, test } from "vitest";
import { openWorkspaceFile } from "../../../electron/engine/store/sqlite/open.ts";
import { sql } from "../../../electron/engine/store/sqlite/sql.ts";
import { freshFolder } from "../folder.ts";
import { openEngine } from "./openEngine.ts";

const at = freshFolder();
const [a, b, c] = ["6222020000000000011", "6222020000000000029", "6217000000000000037"];
const cardOf = (account: string) => `622588${account.slice(6)}`;
const heading = "交易时间,交易金额,借贷标志,本方账号,本方户名,对方账号,对方户名,流水号";
const out = (time: string, amount: string, from: string, to: string, serial = "") =>
  `2026-05-01 ${time},${amount},借,${from},甲,${to},乙,${serial}`;
const into = (time: string, amount: string, from: string, to: string, serial = "") =>
  `2026-05-01 ${time},${amount},贷,${to},乙,${from},甲,${serial}`;

const rows = [
  out("10:00:00", "9000.00", a, b),
  out("10:30:00", "50.00", a, b, "SN0000001"),
  out("10:30:05", "50.00", a, b, "SN0000002"),
  out("11:00:00", "70.00", a, b),
  out("11:00:20", "70.00", a, b),
  out("12:00:00", "80.00", a, c),
  into("10:00:03", "9000.00", a, b),
  into("10:30:06", "50.00", a, b, "SN0000001"),
  into("10:30:07", "50.00", a, b, "SN0000009"),
  into("11:00:21", "70.00", a, b),
  into("16:00:00", "9000.00", a, b),
];

function readWorkspace() {
  const connection = openWorkspaceFile(at("w.caseweave"), { readOnly: true });
  const ready = sql`source_id IN (SELECT id FROM source WHERE state = 'ready')`;
  const list = (query: ReturnType<typeof sql>) => connection.all<{ n: number }>(query).map(({ n }) => n);
  const found = {
    amounts: list(sql`SELECT amount_fen AS n FROM transfer WHERE ${ready} ORDER BY 1`),
    edges: connection.all(sql`SELECT sum(count) AS count, sum(sum) AS sum FROM edge WHERE kind = 'transfer' AND ${ready}`),
    rows: list(
      sql`SELECT row AS n FROM transfer WHERE ${ready} UNION ALL SELECT row FROM event_source WHERE kind = 'transfer' AND ${ready} ORDER BY 1`,
    ),
  };
  connection.close();
  return found;
}

test("is counted once with both its rows; taken out and read again it is the same", async () => {
  writeFileSync(at("bank.csv"), [heading, ...rows].join("\n"));
  const store = async (change: "add" | "remove") => {
    const { call, close } = await openEngine(at("w.caseweave"));
    if (change === "add") {
      const { sources } = await call("import.storeFiles", { paths: [at("bank.csv")] });
      expect(sources).toMatchObject([{ rows: { stored: rows.length, rejected: 0 } }]);
    } else {
      const [source] = await call("import.listSources", {});
      await call("import.removeSource", { sourceId: source!.id, reason: "重导" });
    }
    await close();
    return readWorkspace();
  };
  // 50: one by its serial number, the others have different ones; 70: the nearer one, the other stays alone; 9000: six hours later is another.
  const together = [5000, 5000, 5000, 7000, 7000, 8000, 900_000, 900_000];
  const told = await store("add");
  expect(told.amounts).toEqual(together);
  expect(told.edges).toEqual([{ count: together.length, sum: together.reduce((sum, fen) => sum + fen, 0) }]);
  expect(told.rows).toEqual(rows.map((_, i) => i + 1));
  expect(await store("remove")).toEqual({ amounts: [], edges: [{ count: null, sum: null }], rows: [] });
  expect(await store("add")).toEqual(told);
});

/** Each row names its own account and the other's card. */
const underCards = [
  out("10:00:00", "9000.00", a, cardOf(b)),
  into("10:00:03", "9000.00", cardOf(a), b),
  out("12:00:00", "9000.00", a, cardOf(b)),
];
const cards = ["卡号,账号,开户人姓名", `${cardOf(a)},${a},甲`, `${cardOf(b)},${b},乙`].join("\n");

test.each([[["cards", "bank"]], [["bank", "cards"]], [["bank"], ["cards"]], [["cards"], ["bank"]]])(
  "is known as one under card and account too, files in the order %j",
  async (...imports: string[][]) => {
    writeFileSync(at("bank.csv"), [heading, ...underCards].join("\n"));
    writeFileSync(at("cards.csv"), cards);
    rmSync(at("w.caseweave"), { force: true });
    const { call, close } = await openEngine(at("w.caseweave"));
    for (const names of imports) await call("import.storeFiles", { paths: names.map((name) => at(`${name}.csv`)) });
    const sources = await call("import.listSources", {});
    await close();
    expect(readWorkspace()).toMatchObject({ amounts: [900_000, 900_000], edges: [{ count: 2, sum: 1_800_000 }], rows: [1, 2, 3] });
    const again = await openEngine(at("w.caseweave"));
    const { id } = sources.find(({ name }) => name === "cards.csv")!;
    await again.call("import.removeSource", { sourceId: id, reason: "卡表有误" });
    await again.close();
    expect(readWorkspace().amounts).toEqual([900_000, 900_000, 900_000]);
  },
);
