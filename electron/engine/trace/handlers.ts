// Handlers of the trace calls.
import { CaseweaveError } from "../../../shared/errors.ts";
import { parseIsoTime } from "../../../shared/model/time.ts";
import type { traceCalls } from "../../../shared/trace/calls.ts";
import type { MoneyDocument } from "../../../shared/trace/moneyDocument.ts";
import type { Handlers } from "../handler.ts";
import { readLinkState } from "../store/sqlite/tables/linkState.ts";
import type { MoneyTaskInput } from "./moneyTask.ts";
import type { NumberChangeInput, NumberChangeResult } from "./numberChangeTask.ts";

/** Questions about the same ledger go to the same child. */
const keep = "trace";
const day = 86_400_000;

/** A day alone means its beginning, or its last millisecond. */
function momentOf(text: string | null, end: "begin" | "end"): number | null {
  if (text === null) return null;
  const parsed = parseIsoTime(text.replace(" ", "T"));
  if (!parsed) throw new CaseweaveError("bad-request", { issues: [text] });
  return parsed.hasClock || end === "begin" ? parsed.at : parsed.at + day - 1;
}

export const traceHandlers: Handlers<typeof traceCalls> = {
  "trace.traceMoney": ({ since, until, ...asked }, { jobs, workspace, db, signal, report }) => {
    const input: MoneyTaskInput = {
      path: workspace.path,
      key: workspace.key,
      state: readLinkState(db),
      ...asked,
      since: momentOf(since, "begin"),
      until: momentOf(until, "end"),
    };
    return jobs.run<MoneyDocument>("traceMoney", input, { signal, report, keep });
  },
  "trace.findNumberChanges": ({ at }, { jobs, workspace: { path, key }, signal, report }) => {
    const input: NumberChangeInput = { path, key, at: momentOf(at, "begin") };
    return jobs.run<NumberChangeResult>("findNumberChanges", input, { signal, report, keep });
  },
};
