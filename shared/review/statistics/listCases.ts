// The cases of a cell, the latest first, a page at a time.
import { CaseweaveError } from "../../errors.ts";
import { type CountedCase, momentOf } from "./countedCase.ts";
import { askedPeriod, type CasesQuestion, type DatedCase, datedCases, isWithin, spanOfData } from "./question.ts";

const orderOf =
  (question: CasesQuestion) =>
  ({ one: a }: DatedCase, { one: b }: DatedCase): number =>
    (momentOf(b, question.basis)?.at ?? 0) - (momentOf(a, question.basis)?.at ?? 0) || (a.number < b.number ? -1 : 1);

/** All cases of a selection, the latest first. */
export function selectCases(cases: readonly CountedCase[], question: CasesQuestion): readonly CountedCase[] {
  const period = askedPeriod(question, spanOfData(cases, question.basis));
  return datedCases(cases, question)
    .filter((item) => isWithin(item, period))
    .sort(orderOf(question))
    .map(({ one }) => one);
}

export interface CasePage {
  readonly page: readonly CountedCase[];
  readonly total: number;
  /** Ask for what follows this one; null: that was all. */
  readonly next: string | null;
}

export function pageOfCases(cases: readonly CountedCase[], question: CasesQuestion): CasePage {
  const chosen = selectCases(cases, question);
  const begin = question.after === null ? 0 : chosen.findIndex(({ number }) => number === question.after) + 1;
  if (question.after !== null && begin === 0) throw new CaseweaveError("case-unknown", { case: question.after });
  const page = chosen.slice(begin, begin + question.limit);
  return { page, total: chosen.length, next: begin + page.length < chosen.length ? page.at(-1)!.number : null };
}
