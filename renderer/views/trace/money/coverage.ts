// What the cases report as lost against what of it is followed. Pure.
import { fenOf } from "../../../../shared/model/money.ts";
import type { CaseCoverage } from "../../../../shared/trace/moneyDocument.ts";

export interface Coverage {
  /** Fen: what the cases report, and what of the same cases is followed. */
  readonly reported: number;
  readonly traced: number;
  /** Cases of which more or less is followed than they report, or that report nothing; the widest gap first. */
  readonly uneven: readonly (CaseCoverage & { readonly gap: number | null })[];
}

/** null: no case was asked for. */
export function readCoverage(cases: readonly CaseCoverage[]): Coverage | null {
  if (cases.length === 0) return null;
  const told = cases.filter(({ reported }) => reported !== null);
  const sum = (values: readonly string[]) => values.reduce((all, value) => all + fenOf(value)!, 0);
  const uneven = cases
    .map((one) => ({ ...one, gap: one.reported === null ? null : fenOf(one.reported)! - fenOf(one.traced)! }))
    .filter(({ gap }) => gap !== 0)
    .sort((a, b) => (b.gap ?? 0) - (a.gap ?? 0) || (a.case < b.case ? -1 : 1));
  return { reported: sum(told.flatMap(({ reported }) => reported ?? [])), traced: sum(told.map(({ traced }) => traced)), uneven };
}
