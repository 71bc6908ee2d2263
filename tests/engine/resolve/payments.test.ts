// Payments in two banks' books by the command line: files as banks export them, what was planted is found, accepted, traced, taken back and remembered.
import { writeFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { bookFiles, type InventedBooks, inventBooks } from "../../../electron/engine/demo/books.ts";
import type { PaymentLine } from "../../../shared/resolve/paymentCalls.ts";
import { freshFolder } from "../folder.ts";
import { runHere } from "../workspace/runHere.ts";

const at = freshFolder();

async function json<T>(...args: string[]): Promise<T> {
  const { code, out, complaint } = await runHere([...args, "--json"]);
  if (code !== 0) throw new Error(`${args.join(" ")}: ${out}${complaint}`);
  return JSON.parse(out) as T;
}

async function lines<T>(...args: string[]): Promise<T[]> {
  const { code, out, complaint } = await runHere([...args, "--json"]);
  if (code !== 0) throw new Error(`${args.join(" ")}: ${out}${complaint}`);
  return out
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => JSON.parse(line) as T);
}

async function openBooks(books: InventedBooks): Promise<string> {
  const paths = bookFiles(books).map(({ name, bytes }) => {
    writeFileSync(at(name), bytes);
    return at(name);
  });
  const path = at("a.caseweave");
  for (const file of paths) await json("import", path, file);
  return path;
}

/** Planted pairs as their rows are cited: row n of a bank is row n + 1 of its file. */
const planted = ({ truth }: InventedBooks) => new Set(truth.map(([a, b]) => `${a + 1} ${b + 1}`));
const rowsOf = ({ paid, received }: PaymentLine) => `${paid.sources[0]!.row} ${received.sources[0]!.row}`;

const transfersOf = async (path: string) => await lines<object>("query", path, "SELECT * FROM v_transfer ORDER BY id");

describe("payments in two banks' books", () => {
  const books = inventBooks(11, { payments: 120, days: 40 });

  it("are suggested with a sure part that is right, each with the bits of what was compared", async () => {
    const path = await openBooks(books);
    const all = await lines<PaymentLine>("resolve", "payments", path);
    const truth = planted(books);
    expect(all.filter((line) => truth.has(rowsOf(line))).length / truth.size).toBeGreaterThan(0.93);
    const sure = all.filter(({ state }) => state === "sure");
    expect(sure.length).toBeGreaterThan(40);
    expect(sure.filter((line) => !truth.has(rowsOf(line)))).toEqual([]);
    expect(sure.every(({ share }) => share > 0.95)).toBe(true);
    for (const { bars, bits } of all.slice(0, 20)) expect(bars.reduce((sum, bar) => sum + bar.bits, 0)).toBeCloseTo(bits, 0);
    expect(all.map(({ share }) => share)).toEqual(all.map(({ share }) => share).toSorted((a, b) => b - a));
    expect(await lines<PaymentLine>("resolve", "payments", path, "--pile", "sure", "--top", "5")).toEqual(sure.slice(0, 5));
  });

  it("become one transfer with both rows when accepted, and two again as they were when put back", async () => {
    const path = await openBooks(books);
    const sure = await lines<PaymentLine>("resolve", "payments", path, "--pile", "sure");
    const before = await transfersOf(path);
    expect(await json("resolve", "payments", path, "--accept", "sure", "--reason", "两行一笔")).toEqual({ accepted: sure.length });
    expect((await transfersOf(path)).length).toBe(before.length - sure.length);
    expect(await lines("resolve", "payments", path, "--pile", "sure")).toEqual([]);
    const accepted = await lines<PaymentLine>("resolve", "payments", path, "--pile", "accepted");
    expect(accepted.map(rowsOf).sort()).toEqual(sure.map(rowsOf).sort());
    const back = accepted.map(({ paid, received }) => `payment,${paid.ref},${received.ref},later,再看看`);
    writeFileSync(at("back.csv"), ["kind,a,b,verdict,reason", ...back].join("\n"));
    await json("decide", path, "--from", at("back.csv"));
    expect(await transfersOf(path)).toEqual(before);
    expect(await lines<PaymentLine>("resolve", "payments", path, "--pile", "sure")).toEqual(
      sure.map((line) => ({ ...line, decision: expect.objectContaining({ verdict: "later", note: "再看看" }) })),
    );
    expect((await runHere(["audit", "verify", path, "--json"])).code).toBe(0);
  });

  it("stay one transfer when either bank's file is read anew, and can still be put back", async () => {
    const path = await openBooks(books);
    const before = await transfersOf(path);
    const [first, second, third] = await lines<PaymentLine>("resolve", "payments", path, "--pile", "sure");
    for (const line of [first!, second!])
      await json("decide", path, "payment", line.paid.ref, line.received.ref, "--confirm", "--reason", "两行一笔");
    await json("decide", path, "payment", third!.paid.ref, third!.received.ref, "--reject", "--reason", "两笔");
    for (const side of ["received", "paid"] as const) {
      await json("sources", path, "reimport", first![side].ref.split("#")[0]!);
      expect((await transfersOf(path)).length).toBe(before.length - 2);
      const accepted = await lines<PaymentLine>("resolve", "payments", path, "--pile", "accepted");
      expect(accepted.map(rowsOf).sort()).toEqual([rowsOf(first!), rowsOf(second!)].sort());
      expect((await lines<PaymentLine>("resolve", "payments", path, "--pile", "rejected")).map(rowsOf)).toEqual([rowsOf(third!)]);
    }
    await json("decide", path, "payment", first!.paid.ref, first!.received.ref, "--later", "--reason", "再看看");
    expect((await transfersOf(path)).length).toBe(before.length - 1);
  });

  it("are not asked about again once rejected, whatever is imported later", async () => {
    const path = await openBooks(books);
    const [first] = await lines<PaymentLine>("resolve", "payments", path, "--top", "1");
    await json("decide", path, "payment", first!.paid.ref, first!.received.ref, "--reject", "--reason", "两笔不同的钱");
    const [other] = bookFiles(inventBooks(12, { payments: 10, days: 40 }));
    writeFileSync(at("丙银行流水.csv"), other!.bytes);
    await json("import", path, at("丙银行流水.csv"));
    const again = await lines<PaymentLine>("resolve", "payments", path);
    expect(again.filter(({ state }) => state !== "rejected").map(rowsOf)).not.toContain(rowsOf(first!));
    expect(again.filter(({ state }) => state === "rejected").map(rowsOf)).toEqual([rowsOf(first!)]);
  });

  it("complains where there is nothing to hold against each other, and changes nothing for a pair that was not suggested", async () => {
    const path = at("b.caseweave");
    const [only] = bookFiles(books);
    writeFileSync(at("only.csv"), only!.bytes);
    await json("import", path, at("only.csv"));
    const refused = await runHere(["decide", path, "payment", "1#1", "1#2", "--confirm", "--reason", "一笔", "--json"]);
    expect([refused.code, JSON.parse(refused.out)]).toMatchObject([1, { error: { code: "payment-unknown" } }]);
    const bare = await runHere(["resolve", "payments", path, "--accept", "sure", "--json"]);
    expect(JSON.parse(bare.out)).toMatchObject({ error: { code: expect.stringMatching(/reason-missing|no-two-books/) } });
  });
});
