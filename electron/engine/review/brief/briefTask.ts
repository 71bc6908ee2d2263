// Counts for a briefing, in the child that holds the cases: its tables, the days of all cases, what comes again.
import { UnionFind } from "../../../../shared/graph/unionFind.ts";
import { publicReason } from "../../../../shared/link/publicEntities.ts";
import { type BriefCounts, briefBasis, countBrief } from "../../../../shared/review/brief/briefCounts.ts";
import { findHot, type HotThing, type Mention } from "../../../../shared/review/brief/hotThings.ts";
import { type CountedCase, dayNumber, momentOf } from "../../../../shared/review/statistics/countedCase.ts";
import type { Period } from "../../../../shared/review/statistics/period.ts";
import type { Task } from "../../jobs/task.ts";
import type { ReadableDb } from "../../store/sqlite/database.ts";
import { openWorkspaceFile } from "../../store/sqlite/open.ts";
import { iterateCaseLinks, listSamePairs } from "../../store/sqlite/tables/caseFacts.ts";
import { listIdentityPairs } from "../../store/sqlite/tables/identityOf.ts";
import { listExclusions } from "../../store/sqlite/tables/linkState.ts";
import { type CountTaskInput, countedOnce } from "../statistics/countTask.ts";

export interface BriefTaskResult {
  readonly counts: BriefCounts;
  readonly hot: readonly HotThing[];
  /** Every case that has a day, by number: days since 1970. */
  readonly days: readonly (readonly [number: string, day: number])[];
}

const hotKinds = new Set(["phone", "account", "netid", "device", "vehicle"]);
/** Of these a case names the offenders' own; a victim's phone comes again for other reasons. */
const victims = new Set(["victim", "reporter", "payer", "witness"]);

/** Entities that are one under the first name that a case gave them. */
function* mentionsOf(db: ReadableDb, cases: readonly CountedCase[]): Generator<Mention> {
  const same = new UnionFind();
  for (const { a, b } of [...listIdentityPairs(db), ...listSamePairs(db)]) same.join(a, b);
  const byId = new Map(cases.flatMap((one) => one.ids.map((id) => [id, one] as const)));
  const excluded = new Set(listExclusions(db).map(({ entity }) => entity));
  const named = new Map<number, { readonly entity: string; readonly label: string }>();
  for (const { caseId, entityId, kind, key, label, role, sourceId, row } of iterateCaseLinks(db)) {
    const one = byId.get(caseId);
    const moment = one && momentOf(one, briefBasis);
    const entity = `${kind}:${key}`;
    if (!one || !moment || !hotKinds.has(kind) || victims.has(role) || excluded.has(entity) || publicReason(kind, key, label)) continue;
    const root = same.find(entityId);
    const name = named.get(root) ?? { entity, label };
    named.set(root, name);
    yield { ...name, kind, case: one.number, day: dayNumber(moment), sourceId, row };
  }
}

function readHot({ path, key, question }: CountTaskInput<Period>, cases: readonly CountedCase[]): readonly HotThing[] {
  const connection = openWorkspaceFile(path, { readOnly: true, key });
  try {
    return findHot(mentionsOf(connection, cases), question);
  } finally {
    connection.close();
  }
}

export const briefTask: Task<CountTaskInput<Period>, BriefTaskResult> = async (input) => {
  const { cases, populations } = countedOnce(input);
  const days = cases.flatMap((one) => {
    const moment = momentOf(one, briefBasis);
    return moment === null ? [] : [[one.number, dayNumber(moment)] as const];
  });
  return { counts: countBrief(cases, input.question, populations), hot: readHot(input, cases), days };
};
