// Prints a synthetic layout as rows of text, with its columns in another order and other headings where asked.
import { seededRandom } from "../../../shared/random.ts";
import type { SyntheticColumn, SyntheticLayout } from "./syntheticLayouts.ts";
import { type Ledger, makeLedger } from "./syntheticLedger.ts";

export interface Printed {
  readonly rows: readonly (readonly string[])[];
  readonly fileName: string;
  readonly columns: readonly SyntheticColumn[];
  readonly ledger: Ledger;
}

export interface PrintOptions {
  readonly seed: number;
  readonly isPermuted?: boolean;
  readonly isRenamed?: boolean;
  readonly rowCount?: number;
}

const nonsense = ["甲项", "kappa", "乙栏", "Zeta", "丙", "omega_x", "丁列", "mu", "戊组", "rho", "己类", "xi"];

export function permute<T>(list: readonly T[], seed: number): readonly T[] {
  const random = seededRandom(seed);
  const left = [...list];
  return list.map(() => left.splice(Math.floor(random() * left.length), 1)[0]!);
}

export function printLayout(layout: SyntheticLayout, { seed, isPermuted, isRenamed, rowCount }: PrintOptions): Printed {
  const ledger = makeLedger(seed, rowCount, layout.accountCount);
  const ordered = isPermuted ? permute(layout.columns, seed + 1) : layout.columns;
  const columns = isRenamed
    ? ordered.map((column, i) => ({ ...column, heading: nonsense[i]!, ...(column.group && { group: `组${i}` }) }))
    : ordered;
  const movements = layout.isNewestFirst ? [...ledger.movements].reverse() : ledger.movements;
  const groups = columns.some(({ group }) => group !== undefined)
    ? [columns.map(({ group }, i) => (group !== undefined && columns[i - 1]?.group === group ? "" : (group ?? "")))]
    : [];
  const upper = groups.map((line) => line.map((text, i) => (columns[i]!.group === undefined ? columns[i]!.heading : text)));
  const heading = columns.map(({ heading: text, group }) => (groups.length > 0 && group === undefined ? "" : text));
  const body = movements.map((movement, index) => columns.map(({ print }) => print(movement, index)));
  return {
    rows: [...layout.banner(ledger), ...upper, heading, ...body, ...(layout.trailer ?? [])],
    fileName: layout.fileName?.(ledger) ?? "明细.csv",
    columns,
    ledger,
  };
}
