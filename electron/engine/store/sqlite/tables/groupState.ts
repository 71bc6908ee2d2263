// What grouping must respect: earlier series with their confirmed members, cases confirmed in or rejected from a series.
import type { ReadableDb } from "../database.ts";
import { sql } from "../sql.ts";
import { listSeriesVerdicts, readLastGroupRun } from "./linkState.ts";
import { listAllMembers } from "./series.ts";

export interface GroupState {
  readonly earlier: readonly { readonly series: string; readonly cases: readonly string[]; readonly confirmed: readonly string[] }[];
  readonly mustLink: readonly (readonly [string, string])[];
  readonly cannotLink: readonly (readonly [string, string])[];
  readonly lastNumber: number;
}

export function readGroupState(db: ReadableDb): GroupState {
  const run = readLastGroupRun(db);
  const members = new Map<string, string[]>();
  for (const row of run ? listAllMembers(db, run.id) : []) members.set(row.series, [...(members.get(row.series) ?? []), row.case]);
  const verdicts = listSeriesVerdicts(db);
  const judged = (series: string, verdict: string) =>
    verdicts.filter((one) => one.a === series && one.verdict === verdict).map(({ b }) => b);
  const earlier = [...members].map(([series, cases]) => ({ series, cases, confirmed: judged(series, "confirm") }));
  return {
    earlier,
    mustLink: earlier.flatMap(mustPairs),
    cannotLink: earlier.flatMap((one) => cannotPairs(one, judged(one.series, "reject"))),
    lastNumber: readLastNumber(db),
  };
}

/** Cases confirmed in a series stay with each other. */
const mustPairs = ({ confirmed }: GroupState["earlier"][number]) => confirmed.slice(1).map((number) => [confirmed[0]!, number] as const);

/** A case rejected from a series is kept from its confirmed members; without such, from all its other members. */
function cannotPairs({ cases, confirmed }: GroupState["earlier"][number], rejected: readonly string[]): (readonly [string, string])[] {
  const stays = confirmed.length > 0 ? confirmed : cases.filter((number) => !rejected.includes(number));
  return rejected.flatMap((number) => stays.map((other) => [number, other] as const));
}

const readLastNumber = (db: ReadableDb): number =>
  db.get<{ n: number | null }>(sql`SELECT max(CAST(substr(id, 3) AS INTEGER)) AS n FROM series`)?.n ?? 0;
