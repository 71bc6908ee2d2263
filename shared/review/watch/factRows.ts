// The facts of an alert as rows: a source row is shown once, with everything that it says. The row of one case names a card, a site and an app.
import type { AlertFact } from "../../model/alert.ts";

/** Facts of one source row and moment, in the order in which the alert tells them. */
export const rowsOfFacts = (facts: readonly AlertFact[]): readonly (readonly AlertFact[])[] => [
  ...Map.groupBy(facts, ({ sourceId, row, at }) => `${sourceId} ${row} ${at ?? ""}`).values(),
];

const isCase = (ref: string | null): boolean => ref?.startsWith("case:") ?? false;

/** The one case that all of them tie something to, and which end of each fact it is; null where they tell of more, or of none. */
export function caseOfRow(facts: readonly AlertFact[]): { readonly case: string; readonly isOther: boolean } | null {
  const [first] = facts;
  if (first === undefined || facts.some(({ code }) => code !== "link")) return null;
  const isOther = isCase(first.other);
  const endOf = (fact: AlertFact) => (isOther ? fact.other : fact.entity);
  const number = endOf(first);
  const isOne =
    number !== null && isCase(number) && facts.every((fact) => endOf(fact) === number && isCase(fact.entity) !== isCase(fact.other));
  return isOne ? { case: number, isOther } : null;
}
