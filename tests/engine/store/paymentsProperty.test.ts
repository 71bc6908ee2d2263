// Payments accepted, put back, sources taken out and imported again, in any order: the store says what a fresh workspace with the same sources and the
// judgements that still stand says.
import { expect, it } from "vitest";
import type { Connection } from "../../../electron/engine/store/sqlite/database.ts";
import { openWorkspaceFile } from "../../../electron/engine/store/sqlite/open.ts";
import { sql } from "../../../electron/engine/store/sqlite/sql.ts";
import { applyPaymentVerdict, findPair, rowRef } from "../../../electron/engine/store/sqlite/tables/paymentJudgement.ts";
import { type FoundPayment, replacePayments } from "../../../electron/engine/store/sqlite/tables/paymentPair.ts";
import { removeSourceFacts } from "../../../electron/engine/store/sqlite/tables/removeSource.ts";
import { seededRandom } from "../../../shared/random.ts";
import { addSource, aTransfer, minute, noon } from "../../builders.ts";
import { freshFolder } from "../folder.ts";
import { readWhole } from "./readWhole.ts";

const at = freshFolder();
const day = 1440 * minute;
const payments = 4;
const each = Array.from({ length: payments }, (_, i) => i);

/** The payer's bank and the payee's, each told twice: by the account's own statement and by one that came later. */
const books: Readonly<Record<string, ReturnType<typeof aTransfer>[]>> = {
  paid: each.map((i) =>
    aTransfer({
      from: "1001",
      to: i % 2 === 0 ? null : "9999",
      amountFen: 10_000 * (i + 1),
      side: 1,
      at: noon + i * day,
      reference: `A${i}`,
    }),
  ),
  received: each.map((i) =>
    aTransfer({ from: null, to: "2002", amountFen: 10_000 * (i + 1) - 50, side: 2, at: noon + i * day + 90 * minute, reference: `B${i}` }),
  ),
};
const bookOf = (name: string) => books[name.startsWith("paid") ? "paid" : "received"]!;
const names = ["paid", "received", "paid again", "received again"] as const;

interface Desk {
  readonly db: Connection;
  /** Present sources by name, in the order in which they came. */
  readonly sources: Map<string, number>;
}

const bring = ({ db, sources }: Desk, name: string): void => void sources.set(name, addSource(db, name, bookOf(name)).id);

function takeOut({ db, sources }: Desk, name: string): void {
  db.write((writable) => removeSourceFacts(writable, sources.get(name)!));
  sources.delete(name);
}

/** A pair of rows, as a run would have found it. */
const found = (paidSource: number, receivedSource: number, row: number): FoundPayment => ({
  ...{ paidSource, receivedSource, paidRow: row, receivedRow: row, paidId: 0, receivedId: 0, paid: "[]", received: "[]" },
  ...{ share: 0.99, bits: 10, bars: "[]", state: "sure" },
});
const run = { dataVersion: 1, at: 0, paid: 0, received: 0, candidates: 0, kept: 0, expected: 0, undecided: 0, seconds: 0 };

/** False where the rows cannot be joined or are not there: then nothing may have changed. */
function judge({ db, sources }: Desk, paidBook: string, receivedBook: string, row: number, verdict: "confirm" | "later"): boolean {
  const [paid, received] = [sources.get(paidBook), sources.get(receivedBook)];
  if (paid === undefined || received === undefined) return false;
  return db.write((writable) => {
    if (verdict === "confirm") replacePayments(writable, run, [found(paid, received, row)]);
    else if (
      !writable.get(sql`SELECT 1 FROM payment_pair WHERE paid_source = ${paid} AND received_source = ${received} AND paid_row = ${row}`)
    )
      return false;
    return applyPaymentVerdict(writable, findPair(writable, rowRef(paid, row), rowRef(received, row)), verdict);
  });
}

it("says what a fresh workspace with the same sources and judgements says, whatever came before", { timeout: 240_000 }, () => {
  let joined = 0;
  for (let seed = 1; seed <= 10; seed++) {
    const random = seededRandom(seed);
    const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)]!;
    const desk: Desk = { db: openWorkspaceFile(at(`played${seed}.caseweave`)), sources: new Map() };
    let accepted: (readonly [string, string, number])[] = [];
    const steps: string[] = [];
    for (let step = 0; step < 14; step++) {
      const name = pick(names);
      const row = 1 + Math.floor(random() * payments);
      if (random() < 0.45) {
        if (desk.sources.has(name)) {
          takeOut(desk, name);
          accepted = accepted.filter(([paid, received]) => paid !== name && received !== name);
          steps.push(`out ${name}`);
        } else {
          bring(desk, name);
          steps.push(`in ${name}`);
        }
      } else if (random() < 0.75 || accepted.length === 0) {
        // A run suggests the rows that are shown: those of the source that came first.
        const [paid, received] = ["paid", "received"].map((side) => [...desk.sources.keys()].find((one) => one.startsWith(side)));
        if (paid === undefined || received === undefined) continue;
        if (judge(desk, paid, received, row, "confirm"))
          accepted = [...accepted.filter((one) => one.join() !== [paid, received, row].join()), [paid, received, row]];
        steps.push(`accept ${paid}, ${received} ${row}`);
      } else {
        const back = pick(accepted);
        expect(judge(desk, ...back, "later")).toBe(true);
        accepted = accepted.filter((one) => one !== back);
        steps.push(`put back ${back.join()}`);
      }
      const fresh: Desk = { db: openWorkspaceFile(at(`fresh${seed}-${step}.caseweave`)), sources: new Map() };
      for (const present of desk.sources.keys()) bring(fresh, present);
      for (const one of accepted) expect(judge(fresh, ...one, "confirm")).toBe(true);
      expect([seed, steps, readWhole(desk.db)]).toEqual([seed, steps, readWhole(fresh.db)]);
      fresh.db.close();
      joined += accepted.length;
    }
    desk.db.close();
  }
  expect(joined).toBeGreaterThan(20);
});
