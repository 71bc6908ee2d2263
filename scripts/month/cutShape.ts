// A month cut into days: each sheet with the day on which each of its rows comes to the unit.
import type { Mapping } from "../../shared/import/mapping.ts";

export interface CutRow {
  readonly day: string;
  readonly cells: readonly string[];
}

/** A sheet of the demo with the day on which each of its rows comes to the unit. */
export interface Cut {
  readonly name: string;
  readonly rowKind: string;
  readonly mapping: Mapping;
  readonly headings: readonly string[];
  readonly rows: readonly CutRow[];
}

export interface Month {
  readonly first: string;
  readonly last: string;
  readonly cuts: readonly Cut[];
}
