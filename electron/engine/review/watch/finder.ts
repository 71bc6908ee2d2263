// What finds the hits of one kind of watch among what an import brought.
import type { Hit } from "../../../../shared/review/watch/hit.ts";
import type { WatchSubject } from "../../../../shared/review/watch/subject.ts";
import type { ReadableDb } from "../../store/sqlite/database.ts";

export interface Watched<Subject extends WatchSubject = WatchSubject> {
  readonly id: number;
  readonly subject: Subject;
}

/** A new case that fits a series of the last run. */
export interface FittingCase {
  readonly case: string;
  readonly series: string;
  readonly bits: number;
}

export interface Import {
  readonly db: ReadableDb;
  readonly sources: readonly number[];
  readonly fitting: readonly FittingCase[];
  /** All that is watched: a rule may speak of what other watches name. */
  readonly watched: readonly Watched[];
}

export type Finder<Subject extends WatchSubject> = (brought: Import, watches: readonly Watched<Subject>[]) => Iterable<Hit>;

/** A hit of a rule, whichever watch asks for it. */
export type RuleHit = Omit<Hit, "watch">;

export type SubjectOf<Kind extends WatchSubject["kind"]> = Extract<WatchSubject, { kind: Kind }>;
