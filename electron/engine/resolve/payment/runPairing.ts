// Runs the pairing: the child finds, the engine stores everything in one commit; what people judged stays as it is.
import { CaseweaveError } from "../../../../shared/errors.ts";
import { isoTime } from "../../../../shared/model/time.ts";
import type { PaymentRun } from "../../../../shared/resolve/paymentCalls.ts";
import type { JobContext } from "../../handler.ts";
import { readDataVersion } from "../../store/sqlite/tables/meta.ts";
import { type FoundPayment, type PaymentRunRow, replacePayments } from "../../store/sqlite/tables/paymentPair.ts";
import type { PairTaskInput, PairTaskResult } from "./pairTask.ts";

export const toRun = ({ at, dataVersion, ...figures }: PaymentRunRow): PaymentRun => ({ ranAt: isoTime(at), ...figures });

export async function runPairing(context: JobContext): Promise<PaymentRun> {
  return await context.exclusive(async () => {
    const [began, dataVersion] = [context.clock(), readDataVersion(context.db)];
    const { path, key } = context.workspace;
    const found: FoundPayment[] = [];
    const result = await context.jobs.run<PairTaskResult>("pairPayments", { path, key } satisfies PairTaskInput, {
      signal: context.signal,
      report: context.report,
      onMessage: (some: readonly FoundPayment[]) => void found.push(...some),
    });
    if (result.paid === 0 || result.received === 0)
      throw new CaseweaveError("no-two-books", { paid: result.paid, received: result.received });
    const at = context.clock();
    const run = { dataVersion, at, ...result, seconds: (at - began) / 1000 };
    context.commit({ action: "resolve.paymentsPaired", detail: { ...result, suggested: found.length } }, ["resolve"], (db) =>
      replacePayments(db, run, found),
    );
    return toRun(run);
  });
}
