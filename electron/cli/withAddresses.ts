// What an import gave, and beside it what became of the addresses that it brought: a command ends when they are matched.
import type { ImportResult } from "../../shared/import/calls.ts";
import type { AddressReport } from "../../shared/resolve/addressCalls.ts";
import type { CallEngine } from "./withEngine.ts";

/** Nothing is said where there is no standard table, or no new address. */
export async function withAddresses<Result extends Pick<ImportResult, "addresses">>(
  call: CallEngine,
  { addresses: since, ...result }: Result,
): Promise<Omit<Result, "addresses"> & { readonly addresses?: AddressReport }> {
  const report = since === null ? null : await call("resolve.readAddressReport", { since });
  if (report === null || (report.matched + report.doubtful + report.unmatched === 0 && report.isDone)) return result;
  return { ...result, addresses: report };
}
