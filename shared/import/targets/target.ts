// What a row kind is made of: its targets, the words by which columns name them, and the function that turns a row into facts.
import type { FactSink } from "../factSink.ts";
import type { RowReason } from "../facts.ts";
import type { RowKind } from "../mapping.ts";
import type { RowPlan } from "../rowPlan.ts";

/** How the cells of a target are read; recognition checks a column's content against it. */
export const valueKinds = [
  "text",
  "long-text",
  "name",
  "time",
  "date",
  "clock",
  "duration",
  "money",
  "number",
  "currency",
  "direction",
  "way",
  "success",
  "account",
  "phone",
  "identity-number",
  "netid",
  "plate",
  "device",
  "imei",
  "imsi",
  "ip",
  "mac",
  "address",
  "longitude",
  "latitude",
  "code",
  "key",
  "kind",
  "sex",
  "role",
] as const;

export type ValueKind = (typeof valueKinds)[number];

export interface Target {
  readonly name: string;
  readonly kind: ValueKind;
  /** Headings that mean this target, as `normaliseHeading` writes them. The first ones are the most telling. */
  readonly words: readonly string[];
  /** Several columns may feed it (repeated accounts, modus). */
  readonly isRepeatable?: boolean;
}

/** Why a row gives no facts, or null when it did. `target` names the cell that is to blame. */
export interface RowFailure {
  readonly verdict: "rejected" | "skipped";
  readonly reason: RowReason;
  readonly target: string;
}

/** A compiled mapping at work on the rows of one sheet, in their order. */
export interface RowWriter {
  /** Turns the cells of one row into facts of the sink, or says why not; a row that fails leaves no fact. */
  write(cells: readonly string[], row: number, sink: FactSink): RowFailure | null;
  /** Facts of the sheet as a whole, after its last row. */
  finish?(sink: FactSink): void;
}

export interface RowKindSpec {
  readonly rowKind: RowKind;
  readonly targets: readonly Target[];
  /** Of each group one target at least must be fed by a column or a constant. */
  readonly required: readonly (readonly string[])[];
  /** Targets whose columns tell this kind from the others, even where their words are shared. */
  readonly telling: readonly string[];
  /** Targets of which one at least is new in every row of a register; where all repeat, the sheet tells of events. */
  readonly keys?: readonly string[];
  /** Words of file and sheet names. */
  readonly titles: readonly string[];
  readonly compile: (plan: RowPlan) => RowWriter;
}

export const reject = (reason: RowFailure["reason"], target = ""): RowFailure => ({ verdict: "rejected", reason, target });

export const skip = (reason: RowFailure["reason"]): RowFailure => ({ verdict: "skipped", reason, target: "" });

const target = (name: string, kind: ValueKind, words: string, isRepeatable = false): Target => ({
  name,
  kind,
  words: words.split(" ").filter((word) => word !== ""),
  ...(isRepeatable && { isRepeatable }),
});

/** One target a row of the table: name, value kind, words parted by blanks; a `*` after the name: repeatable. */
export const targetTable = (rows: readonly (readonly [string, ValueKind, string])[]): readonly Target[] =>
  rows.map(([name, kind, words]) => (name.endsWith("*") ? target(name.slice(0, -1), kind, words, true) : target(name, kind, words)));

/** The same targets once for time, once for its date and its time of day. */
export const timeTargets = (name: string, words: string, dateWords = "", clockWords = ""): readonly Target[] => [
  target(name, "time", words),
  target(`${name}.date`, "date", dateWords),
  target(`${name}.time`, "clock", clockWords),
];
