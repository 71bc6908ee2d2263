// A line of a pack's lists: what the answer of a call gives, cut into cells, named by a key that stays the same from run to run.
import type { RowKind } from "../../import/mapping.ts";

/** entity(ies): references · case(s): numbers of cases · count: a number, or how many are listed · money: decimal · word: of a closed set, `pack.word.<field>.<value>`. */
export const fieldForms = [
  "entity",
  "entities",
  "case",
  "cases",
  "text",
  "word",
  "count",
  "money",
  "bits",
  "score",
  "time",
  "flag",
] as const;
export type FieldForm = (typeof fieldForms)[number];

export interface LineField {
  /** Of the answer; the title is `pack.field.<its last part>`. */
  readonly name: string;
  /** The title where that part says something else elsewhere. */
  readonly called?: string;
  readonly form: FieldForm;
  /** A change of it is told as a change of the line. */
  readonly isTold?: boolean;
}

/** Key of the title of a field: `pack.field.<this>`. */
export const titleOf = ({ name, called }: LineField): string =>
  called ??
  name
    .replace(/\[\].*$/, "")
    .split(".")
    .at(-1)!;

/** Where the rows behind a line are found. */
export type LineFact =
  | { readonly kind: "entity"; readonly entity: string }
  | { readonly kind: "transfer"; readonly transfer: number }
  | { readonly kind: "sightings"; readonly entities: readonly string[]; readonly from: string; readonly until: string }
  | { readonly kind: "row"; readonly sourceId: number; readonly row: number };

export interface LineShape<Line, Answer = unknown> {
  readonly linesOf: (answer: Answer) => readonly Line[];
  /** Fields that name a line. */
  readonly key: readonly string[];
  /** A list among them that gains and loses members: a line that kept at least half of it is the same line, changed. */
  readonly grows?: string;
  readonly fields: readonly LineField[];
  readonly factsOf: (line: Line) => readonly LineFact[];
  /** What opens as a chart: `series:S-1`, an entity. */
  readonly chartOf: (line: Line) => string | null;
}

/** An argument that a person may want to turn: a recorded step makes a parameter of it. */
export type TunableArgument =
  | { readonly name: string; readonly kind: "number"; readonly min: number; readonly max: number }
  /** subject: one series, ring or thing; of a series or ring the step is recorded as one that runs for each. */
  | { readonly name: string; readonly kind: "day" | "entities" | "text" | "subject" };

export interface StepKind {
  readonly call: string;
  readonly tunable: readonly TunableArgument[];
  /** null: it prepares what a later step lists. */
  readonly shape: LineShape<unknown> | null;
  /** The call that lists what this one stored. */
  readonly listedBy: string | null;
  /** Kind of sheet without which it finds nothing. */
  readonly needs?: RowKind;
  /** Pages ask it whenever somebody looks: in the log it is no step that was meant. */
  readonly isLook?: boolean;
}

export const entityFact = (entity: string): LineFact => ({ kind: "entity", entity });
export const caseFact = (number: string): LineFact => entityFact(`case:${number}`);
