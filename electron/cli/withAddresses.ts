// What an import gave, and beside it what became of the addresses that it brought: a command ends when they are matched.
// It is stored by then: whoever cancels the rest is told so, and gets the answer.
import { CaseweaveError } from "../../shared/errors.ts";
import type { ImportResult } from "../../shared/import/calls.ts";
import type { AddressReport } from "../../shared/resolve/addressCalls.ts";
import { createSentences, terminalLanguage } from "../words.ts";
import type { CommandIo } from "./command.ts";
import type { CallEngine } from "./withEngine.ts";

async function readReport(call: CallEngine, since: number): Promise<AddressReport | null> {
  try {
    return await call("resolve.readAddressReport", { since });
  } catch (error) {
    if (error instanceof CaseweaveError && error.code === "cancelled") return null; // the next import or opening matches them
    throw error;
  }
}

/** Nothing is said where there is no standard table, or no new address. */
export async function withAddresses<Result extends Pick<ImportResult, "addresses" | "untold">>(
  call: CallEngine,
  io: CommandIo,
  { addresses: since, untold, ...result }: Result,
): Promise<Omit<Result, "addresses" | "untold"> & Partial<Pick<ImportResult, "untold">> & { readonly addresses?: AddressReport }> {
  if (untold !== null) io.say(createSentences(terminalLanguage())("cli.import.untold", { sources: untold.sources }));
  const told = { ...result, ...(untold !== null && { untold }) };
  const report = since === null ? null : await readReport(call, since);
  if (report === null || (report.matched + report.doubtful + report.unmatched === 0 && report.isDone)) return told;
  return { ...told, addresses: report };
}
