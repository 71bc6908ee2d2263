// Two runs side by side while the pairs of both are still stored.
import type { Crossing, MovedPair } from "../../../../../shared/link/linkChanges.ts";
import type { ReadableDb } from "../database.ts";
import { sql } from "../sql.ts";

interface Runs {
  readonly before: number;
  readonly after: number;
  /** Newest source whose cases the run before could know. */
  readonly lastSource: number;
}

const count = (db: ReadableDb, query: ReturnType<typeof sql>): number => db.get<{ n: number }>(query)?.n ?? 0;

/** Bits of the same pair in another run; null where that run does not rank it. */
const bitsIn = (run: number) => sql`(SELECT o.bits FROM link_pair o WHERE o.run_id = ${run} AND o.a = p.a AND o.b = p.b)`;

export function countCrossing(db: ReadableDb, { before, after, lastSource }: Runs, bits: number): Crossing {
  const fell = count(
    db,
    sql`SELECT count(*) AS n FROM link_pair p WHERE p.run_id = ${before} AND p.bits >= ${bits} AND coalesce(${bitsIn(after)}, -1000) < ${bits}`,
  );
  const isNew = sql`EXISTS (SELECT 1 FROM entity e WHERE e.kind = 'case' AND e.key IN (p.a, p.b) AND e.source_id > ${lastSource})`;
  const entered = sql`p.run_id = ${after} AND p.bits >= ${bits} AND coalesce(${bitsIn(before)}, -1000) < ${bits}`;
  const all = count(db, sql`SELECT count(*) AS n FROM link_pair p WHERE ${entered}`);
  const appeared = count(db, sql`SELECT count(*) AS n FROM link_pair p WHERE ${entered} AND ${isNew}`);
  return { bits, fell, rose: all - appeared, appeared };
}

const mostPairs = 12;
const leastMove = 0.5;

/** Pairs at even odds or better before that moved by half a bit or more, the widest move first; above twelve bits a pair is certain, so a move up there comes last. */
export const listMovedPairs = (db: ReadableDb, { before, after }: Pick<Runs, "before" | "after">): readonly MovedPair[] =>
  db.all<MovedPair>(sql`SELECT a, b, was, now FROM
    (SELECT p.a, p.b, p.bits AS was, ${bitsIn(after)} AS now FROM link_pair p WHERE p.run_id = ${before} AND p.bits >= 0)
    WHERE now IS NULL OR abs(now - was) >= ${leastMove}
    ORDER BY abs(min(coalesce(now, -8), 12) - min(was, 12)) DESC, abs(coalesce(now, -8) - was) DESC, a, b LIMIT ${mostPairs}`);

/** Judgements and exclusions made after a moment; cases come from the runs. */
export function countSteps(db: ReadableDb, at: number): { confirmed: number; rejected: number; excluded: number } {
  const judged = (verdict: string) =>
    count(db, sql`SELECT count(*) AS n FROM decision WHERE subject IN ('pair', 'series') AND verdict = ${verdict} AND at > ${at}`);
  const excluded = count(db, sql`SELECT count(*) AS n FROM exclusion WHERE at > ${at}`);
  return { confirmed: judged("confirm"), rejected: judged("reject"), excluded };
}

export const readNewestSource = (db: ReadableDb, before: number): number =>
  count(db, sql`SELECT coalesce(max(id), 0) AS n FROM source WHERE imported_at <= ${before}`);
