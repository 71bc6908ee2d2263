// Accepting all that is sure at once: one decision a pair, so that each can be taken back, in short transactions.
import { CaseweaveError } from "../../../../shared/errors.ts";
import type { JobContext } from "../../handler.ts";
import { insertDecision } from "../../store/sqlite/tables/decision.ts";
import { applyPaymentVerdict, keepRunFresh, rowRef } from "../../store/sqlite/tables/paymentJudgement.ts";
import { countPayments, listPaymentRows } from "../../store/sqlite/tables/paymentPair.ts";

const minReason = 2;
/** So many a transaction: other calls are answered in between. */
const pairsAtOnce = 25;

/** Sure pairs of which a row was told by the other bank in the meantime are left as they are. */
export async function acceptSure(context: JobContext, reason: string): Promise<{ readonly accepted: number }> {
  if (reason.trim().length < minReason) throw new CaseweaveError("reason-missing");
  return await context.exclusive(async () => {
    const total = countPayments(context.db).find(({ state }) => state === "sure")?.n ?? 0;
    let [accepted, left] = [0, 0];
    for (;;) {
      context.signal.throwIfAborted();
      const pairs = listPaymentRows(context.db, ["sure"], left, pairsAtOnce);
      if (pairs.length === 0) return { accepted };
      const names = pairs.map((pair) => [rowRef(pair.paidKey, pair.paidRow), rowRef(pair.receivedKey, pair.receivedRow)] as const);
      const detail = { payments: names.map(([a, b]) => `${a} ${b}`), reason: reason.trim() };
      context.commit({ action: "resolve.paymentsAccepted", detail }, ["facts", "resolve", "decisions"], (db) => {
        for (const [i, pair] of pairs.entries()) {
          if (!applyPaymentVerdict(db, pair, "confirm")) {
            left += 1;
            continue;
          }
          const [a, b] = names[i]!;
          insertDecision(db, {
            subject: "payment",
            a,
            b,
            verdict: "confirm",
            reason: reason.trim(),
            by: context.user,
            at: context.clock(),
          });
          accepted += 1;
        }
        keepRunFresh(db);
      });
      context.report({ phase: "payments-joining", subject: "", done: accepted, total, perSecond: null, secondsLeft: null });
      await new Promise((resolve) => setImmediate(resolve));
    }
  });
}
