// Files as they come day after day from one bank: a day may hold a single row, and what earlier files taught of the layout still holds.
import { writeFileSync } from "node:fs";
import { expect, it } from "vitest";
import { freshFolder } from "../folder.ts";
import { openEngine } from "./openEngine.ts";

const at = freshFolder();
const own = "6222020200112233445";
const head = `账号：${own}
户名：王五

交易时间,交易金额,账户余额,对方账号,对方户名,摘要,流水号
`;
const busyDay = `${head}2026-05-01 09:00:00,-200.00,800.00,6217001331882669114,何方,消费,T1
2026-05-01 10:00:00,500.00,1300.00,6217001331882669114,何方,转账,T2
2026-05-01 11:00:00,-100.00,1200.00,6217002781369097644,施然,消费,T3
`;
const quietDay = `${head}2026-05-02 09:30:00,300.00,1500.00,6217002781369097644,施然,转账,T4
`;

it("knows of a day with one payment in that plus came in, because earlier files of this layout carry their side in the sign", async () => {
  const engine = await openEngine(at("days.caseweave"));
  for (const [name, text] of [
    ["0501.csv", busyDay],
    ["0502.csv", quietDay],
  ] as const) {
    writeFileSync(at(name), text);
    const { sources } = await engine.call("import.storeFiles", { paths: [at(name)] });
    expect(sources[0]!.rows).toMatchObject({ rejected: 0, stored: name === "0501.csv" ? 3 : 1 });
  }
  const { rows } = await engine.call("workspace.queryViews", {
    sql: `SELECT t.reference, f.key AS payer, o.key AS payee FROM v_transfer t JOIN v_entity f ON f.id = t.from_id JOIN v_entity o ON o.id = t.to_id ORDER BY t.at`,
  });
  expect(rows.at(-1)).toEqual({ reference: "T4", payer: "6217002781369097644", payee: own });
  await engine.close();
});

it("does not guess where nothing was ever told: the row is rejected with its reason", async () => {
  const engine = await openEngine(at("first.caseweave"));
  writeFileSync(at("0502.csv"), quietDay);
  const { sources } = await engine.call("import.storeFiles", { paths: [at("0502.csv")] });
  expect(sources[0]!.rows).toMatchObject({ read: 1, rejected: 1, stored: 0 });
  await engine.close();
});
