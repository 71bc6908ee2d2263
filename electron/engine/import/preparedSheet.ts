// A sheet that is opened, with its first rows and what it was recognised as.
import type { KnownSource } from "../../../shared/import/messages.ts";
import type { Recognition } from "../../../shared/import/recognise/recognise.ts";
import type { RowSource } from "./readers/rowSource.ts";

export interface PreparedSheet {
  readonly source: RowSource;
  readonly key: string;
  readonly recognition: Recognition;
  /** First rows, by physical line: index 0 is line 1. */
  readonly sample: readonly (readonly string[])[];
  /** A mapping was given; nothing had to be recognised. */
  readonly isGiven: boolean;
  readonly known: KnownSource | null;
  /** Milliseconds UTC: what is told for a later day is doubted. */
  readonly now?: number | undefined;
}
