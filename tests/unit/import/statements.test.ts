// Statements and ledgers: sides, signs, balances, failed and reversed rows.
import { describe, expect, it } from "vitest";
import { mapRows } from "./mapRows.ts";

const own = "6222020000000000018";
const a = "6217000000000000029";
const b = "6230000000000000037";

const statement = (columns: Record<string, string>, constants: Record<string, string> = { currency: "CNY", "own.account": own }) => ({
  rowKind: "transfer" as const,
  columns,
  constants,
});

describe("one-sided statements", () => {
  it("reads direction words in all their spellings", () => {
    const words = ["进", "出", "贷", "借", "C", "D", "1", "2", "收入", "支出", "贷 Cr"];
    const rows = words.map((word, i) => [`2026-05-01 10:00:${String(i).padStart(2, "0")}`, "5.00", word, a]);
    const told = mapRows(
      statement({ 时间: "time", 金额: "amount", 标志: "direction", 对方: "counterparty.account" }),
      ["时间", "金额", "标志", "对方"],
      rows,
    );
    const sides = told.transfers.map((text) => (text.includes(`account:${own} >`) ? "out" : "in"));
    expect(sides).toEqual(["in", "out", "in", "out", "in", "out", "out", "in", "in", "out", "in"]);
  });

  it("takes a sign for the side, and two columns for both sides", () => {
    const signed = mapRows(
      statement({ t: "time", x: "amount", o: "counterparty.account" }),
      ["t", "x", "o"],
      [
        ["2026-05-01 10:00:00", "-5.00", a],
        ["2026-05-01 11:00:00", "7.5", a],
      ],
    );
    const double = mapRows(
      statement({ t: "time", 借: "debit", 贷: "credit", o: "counterparty.account" }),
      ["t", "借", "贷", "o"],
      [
        ["2026-05-01 10:00:00", "5.00", "0.00", a],
        ["2026-05-01 11:00:00", "", "7.5", a],
      ],
    );
    const expected = [
      `2026-05-01T10:00:00 account:${own} > account:${a} 5.00 CNY done`,
      `2026-05-01T11:00:00 account:${a} > account:${own} 7.50 CNY done`,
    ];
    expect([signed.transfers, double.transfers]).toEqual([expected, expected]);
    expect(signed.totals).toEqual([{ count: 2, in: "7.50", out: "5.00", currency: "CNY" }]);
  });

  it("decides a blank direction by the running balance, oldest or newest first, and rejects what it cannot decide", () => {
    const oldest = [
      ["2026-05-01 10:00:00", "100.00", "", "1100.00"],
      ["2026-05-01 11:00:00", "30.00", "", "1070.00"],
      ["2026-05-01 12:00:00", "50.00", "", "1120.00"],
    ];
    const columns = { t: "time", x: "amount", d: "direction", y: "balance" };
    const up = mapRows(statement(columns), ["t", "x", "d", "y"], oldest);
    expect(up.notes).toEqual([{ row: 1, verdict: "rejected", reason: "direction-unknown", column: "d", cell: "" }]);
    expect(up.totals).toEqual([{ count: 2, in: "50.00", out: "30.00", currency: "CNY" }]);
    const down = mapRows(statement(columns), ["t", "x", "d", "y"], [...oldest].reverse());
    expect(down.totals).toEqual([{ count: 2, in: "50.00", out: "30.00", currency: "CNY" }]);
  });

  it("keeps balances of several accounts apart", () => {
    const rows = [
      [a, "2026-05-01 10:00:00", "1.00", "", "10.00"],
      [b, "2026-05-01 10:00:01", "2.00", "", "50.00"],
      [a, "2026-05-01 10:00:02", "3.00", "", "13.00"],
      [b, "2026-05-01 10:00:03", "4.00", "", "46.00"],
    ];
    const told = mapRows(
      {
        rowKind: "transfer",
        columns: { 卡: "own.account", t: "time", x: "amount", d: "direction", y: "balance" },
        constants: { currency: "CNY" },
      },
      ["卡", "t", "x", "d", "y"],
      rows,
    );
    expect(told.transfers).toEqual([
      `2026-05-01T10:00:02 - > account:${a} 3.00 CNY done`,
      `2026-05-01T10:00:03 account:${b} > - 4.00 CNY done`,
    ]);
  });

  it("keeps failed, neutral and closed rows out of the totals, and counts a refund in the cell net", () => {
    const rows = [
      ["2026-05-01 10:00:00", "10.00", "支出", "交易成功"],
      ["2026-05-01 10:00:01", "20.00", "支出", "失败"],
      ["2026-05-01 10:00:02", "30.00", "支出", "交易关闭"],
      ["2026-05-01 10:00:03", "40.00", "不计收支", "交易成功"],
      ["2026-05-01 10:00:04", "50.00", "/", "交易成功"],
      ["2026-05-01 10:00:05", "¥60.00(已退款¥15.50)", "支出", "交易成功"],
      ["2026-05-01 10:00:06", "70.00(已全额退款)", "支出", "交易成功"],
    ];
    const told = mapRows(statement({ t: "time", x: "amount", d: "direction", s: "success" }), ["t", "x", "d", "s"], rows);
    expect(told.transfers.map((text) => text.split(" ").at(-1))).toEqual([
      "done",
      "failed",
      "neutral",
      "neutral",
      "neutral",
      "done",
      "done",
    ]);
    expect(told.totals).toEqual([{ count: 7, in: "0.00", out: "54.50", currency: "CNY" }]);
  });

  it("pairs a reversal with what it cancels, whichever comes first", () => {
    const rows = [
      ["2026-05-01 10:00:00", "10.00", "出", a, "转账"],
      ["2026-05-01 10:05:00", "80.00", "出", b, "转账"],
      ["2026-05-01 10:09:00", "-80.00", "出", b, "冲正"],
    ];
    const columns = { t: "time", x: "amount", d: "direction", o: "counterparty.account", m: "memo" };
    const states = (list: readonly (readonly string[])[]) =>
      mapRows(statement(columns), ["t", "x", "d", "o", "m"], list).transfers.map((text) => text.split(" ").at(-1));
    expect(states(rows)).toEqual(["done", "reversed", "reversal"]);
    expect(states([...rows].reverse())).toEqual(["reversal", "reversed", "done"]);
    const alone = mapRows(statement(columns), ["t", "x", "d", "o", "m"], [rows[2]!]);
    expect(alone.doubts.map(({ code }) => code)).toContain("reversal-unmatched");
  });

  it("joins a card to its account, a holder with a number to both, and keeps a bare name in the memo", () => {
    const told = mapRows(
      {
        rowKind: "transfer",
        columns: {
          卡: "own.card",
          账: "own.account",
          名: "own.name",
          证: "own.identityNumber",
          t: "time",
          x: "debit",
          对: "counterparty.name",
        },
      },
      ["卡", "账", "名", "证", "t", "x", "对"],
      [[own, "1202558897011820", "韩华", "110101199003070134", "20260501 100000", "5", "某某便利店"]],
    );
    expect(told.links).toEqual([
      `person:110101199003070134 owns account:1202558897011820`,
      `account:${own} card-of account:1202558897011820`,
    ]);
    expect(told.transfers).toEqual(["2026-05-01T10:00:00 account:1202558897011820 > - 5.00 XXX done"]);
  });

  it("names an account that the sheet does not name inside its file only, and says so", () => {
    const told = mapRows(
      statement({ t: "time", x: "debit", c: "own.card" }, { currency: "CNY" }),
      ["t", "x", "c"],
      [["2026-05-01", "5", "4260"]],
    );
    const bare = mapRows(statement({ t: "time", x: "debit" }, { currency: "CNY" }), ["t", "x"], [["2026-05-01", "5"]]);
    expect([told.entities, bare.entities]).toEqual([["account:#4260"], ["account:#own"]]);
    expect(bare.doubts.map(({ code }) => code)).toEqual(["own-account-unknown"]);
  });

  it("covers from the first to the last row, or the period that the banner states", () => {
    const rows = [
      ["2026-05-02 10:00:00", "5"],
      ["2026-05-09 11:00:00", "6"],
    ];
    const columns = { t: "time", x: "debit" };
    expect(mapRows(statement(columns), ["t", "x"], rows).coverage).toEqual([
      `account:${own} transfer 2026-05-02T10:00:00 2026-05-09T11:00:00`,
    ]);
    const stated = mapRows(statement(columns), ["t", "x"], rows, { banner: { "period.from": "2026-05-01", "period.until": "2026-05-31" } });
    expect(stated.coverage).toEqual([`account:${own} transfer 2026-05-01T00:00:00 2026-05-31T23:59:59`]);
  });
});

describe("two-sided ledgers", () => {
  it("stores both accounts as written where they fail their check", () => {
    const told = mapRows(
      {
        rowKind: "transfer",
        columns: { at: "time", from: "from.account", to: "to.account", amount: "amount" },
        constants: { currency: "SEK" },
      },
      ["at", "from", "to", "amount"],
      [["2026-05-01T10:00:00+01:00", "A002967", "A006571", "605.72"]],
    );
    expect(told.transfers).toEqual(["2026-05-01T17:00:00 account:A002967 > account:A006571 605.72 SEK done"]);
  });

  it("rejects numbers whose last digits were lost, rows without time, amount or party", () => {
    const rows = [
      ["2026-05-01", "6.22202E+18", a, "1"],
      ["", a, b, "1"],
      ["2026-02-30", a, b, "1"],
      ["2026-05-01", a, b, ""],
      ["2026-05-01", a, b, "abc"],
      ["2026-05-01", "", "", "1"],
    ];
    const told = mapRows(
      { rowKind: "transfer", columns: { t: "time", f: "from.account", o: "to.account", x: "amount" } },
      ["t", "f", "o", "x"],
      rows,
    );
    expect(told.notes.map(({ reason, column }) => `${reason} ${column}`)).toEqual([
      "precision-lost f",
      "time-missing t",
      "time-invalid t",
      "amount-missing x",
      "amount-invalid x",
      "party-missing f",
    ]);
  });
});
