// What finds the hits of one kind of watch among what an import brought.
import type { Hit } from "../../../../shared/review/watch/hit.ts";
import type { WatchSubject } from "../../../../shared/review/watch/subject.ts";
import type { ReadableDb } from "../../store/sqlite/database.ts";

export interface Watched<Subject extends WatchSubject = WatchSubject> {
  readonly id: number;
  readonly subject: Subject;
  /** The last source that stood in the workspace when the watch was set: it tells nothing of what came before. */
  readonly afterSource: number;
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
  /** Brought since the oldest watch was set, before these. What they tell becomes a hit when these sources say what ties it to a watch. */
  readonly earlier: readonly number[];
  readonly fitting: readonly FittingCase[];
  /** All that is watched: a rule may speak of what other watches name. */
  readonly watched: readonly Watched[];
}

/** The same with everything that came since the oldest watch: for what the sources at hand tie to a watch now. */
export const withEarlier = (brought: Import): Import => ({ ...brought, sources: [...brought.earlier, ...brought.sources] });

/** Of what is watched some. */
export const onlyLate = (
  watched: ReadonlyMap<number, ReadonlySet<number>>,
  late: ReadonlySet<number>,
): ReadonlyMap<number, ReadonlySet<number>> => new Map([...watched].filter(([id]) => late.has(id)));

export type Finder<Subject extends WatchSubject> = (brought: Import, watches: readonly Watched<Subject>[]) => Iterable<Hit>;

/** A hit of a rule, whichever watch asks for it. */
export type RuleHit = Omit<Hit, "watch">;

export type SubjectOf<Kind extends WatchSubject["kind"]> = Extract<WatchSubject, { kind: Kind }>;
