// `resolve payments <ws> [--pile P] [--top N] [--accept sure --reason T]`: which rows of two banks' statements are one payment, a line a pair.
import type { CommandArgs, CommandIo } from "../command.ts";
import { wholeOf } from "../option.ts";
import { printDocument, printLines } from "../print.ts";
import { type CallEngine, withEngine } from "../withEngine.ts";

const most = 500;

/** Runs again where the last run is older than the data. */
async function refresh(call: CallEngine): Promise<void> {
  const { stale, run } = await call("resolve.listPayments", { limit: 1 });
  if (stale || !run) await call("resolve.pairPayments", {});
}

export async function listBooks(args: CommandArgs, io: CommandIo): Promise<number> {
  const { pile, accept, reason } = args.values;
  return await withEngine(args, io, {}, async (call) => {
    await refresh(call);
    if (accept) {
      printDocument(io, await call("resolve.acceptSurePayments", { reason: String(reason ?? "") }));
      return 0;
    }
    const top = wholeOf(args.values["top"]) ?? Number.POSITIVE_INFINITY;
    for (let offset = 0; offset < top; offset += most) {
      const limit = Math.min(most, top - offset);
      const { items } = await call("resolve.listPayments", { ...(pile && { pile }), offset, limit });
      printLines(io, items);
      if (items.length < limit) break;
    }
    return 0;
  });
}
