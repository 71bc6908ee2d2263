// A question about money as the child takes it: the workspace, what its data were when asked, and the moments that the words mean.
import { CaseweaveError } from "../../../shared/errors.ts";
import { parseIsoTime } from "../../../shared/model/time.ts";
import type { JobContext } from "../handler.ts";
import { readLinkState } from "../store/sqlite/tables/linkState.ts";
import type { MoneyTaskInput } from "./moneyTask.ts";

/** Questions about the same ledger go to the same child. */
export const keep = "trace";
const day = 86_400_000;

/** A day alone means its beginning, or its last millisecond. */
export function momentOf(text: string | null, end: "begin" | "end"): number | null {
  if (text === null) return null;
  const parsed = parseIsoTime(text.replace(" ", "T"));
  if (!parsed)
    throw new CaseweaveError("bad-request", { problems: [{ field: text, problem: "form", expected: "2026-05-01 / 2026-05-01T08:00:00" }] });
  return parsed.hasClock || end === "begin" ? parsed.at : parsed.at + day - 1;
}

export type MoneyQuestion = Omit<MoneyTaskInput, "path" | "key" | "state" | "since" | "until"> & {
  readonly since: string | null;
  readonly until: string | null;
};

export const moneyInput = ({ since, until, ...asked }: MoneyQuestion, { workspace, db }: JobContext): MoneyTaskInput => ({
  path: workspace.path,
  key: workspace.key,
  state: readLinkState(db),
  ...asked,
  since: momentOf(since, "begin"),
  until: momentOf(until, "end"),
});

export const optionsOf = ({ signal, report }: JobContext) => ({ signal, report, keep });

/** The moment of a list: a stop is taken when the list is handed over, so its terms run from now where no other moment is given. */
export const listMoment = (asOf: string | null, { clock }: Pick<JobContext, "clock">): number => momentOf(asOf, "begin") ?? clock();
