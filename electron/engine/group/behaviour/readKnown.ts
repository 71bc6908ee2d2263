// Who is known to be on the wanted side and who is not: by a column that says so, else by the role in a case.
import verdicts from "../../../../resources/tables/verdictWords.json" with { type: "json" };
import { suspectRoles } from "../../../../shared/trace/phoneRoles.ts";
import type { ReadableDb } from "../../store/sqlite/database.ts";
import { listCaseRoles, listVerdicts } from "../../store/sqlite/tables/knownSuspects.ts";

const verdictOf = new Map<string, number>([
  ...verdicts.yes.map((word) => [word, 1] as const),
  ...verdicts.no.map((word) => [word, 0] as const),
]);

export const isVerdictName = (name: string): boolean => verdicts.names.includes(name.toLowerCase());

/** By node: 1 wanted, 0 not, −1 unknown or contradictory. */
export function readKnown(db: ReadableDb, kind: string, nodeOfId: ReadonlyMap<number, number>): Int8Array {
  const known = new Int8Array(nodeOfId.size).fill(-1);
  const roles = listCaseRoles(db, kind).map(({ id, role }) => ({ id, verdict: suspectRoles.includes(role) ? 1 : 0 }));
  const told = listVerdicts(db, kind, verdicts.names).flatMap(({ id, value }) => {
    const verdict = verdictOf.get(value.trim().toLowerCase());
    return verdict === undefined ? [] : [{ id, verdict }];
  });
  const judged = new Map<number, Set<number>>();
  for (const { id, verdict } of told.length > 0 ? told : roles) judged.set(id, (judged.get(id) ?? new Set()).add(verdict));
  for (const [id, said] of judged) if (said.size === 1) known[nodeOfId.get(id)!] = [...said][0]!;
  return known;
}
