// Sources that belong together: what one of them tells is not told again by another.

/** Sources that a new one belongs to: its rows are not their rows told again. */
export interface Kin {
  /** Another part of the same file (a source and its corrections): what they tell of is never a twin. */
  readonly siblings: readonly number[];
  /** To be taken out when the new one is ready: only what a third source tells of too is a twin. */
  readonly replaced: readonly number[];
}

export const noKin: Kin = { siblings: [], replaced: [] };

/** Source numbers are whole numbers of our own, so they may stand in the statement. */
export function kinText(table: string, alias: string, { siblings, replaced }: Kin): string {
  const list = (ids: readonly number[]) => `(${ids.map((id) => Math.trunc(id)).join(", ")})`;
  const told = (test: string) => `EXISTS (SELECT 1 FROM event_source o WHERE o.kind = '${table}' AND o.event_id = ${alias}.id AND ${test})`;
  return [
    siblings.length > 0 && ` AND ${alias}.source_id NOT IN ${list(siblings)} AND NOT ${told(`o.source_id IN ${list(siblings)}`)}`,
    replaced.length > 0 && ` AND (${alias}.source_id NOT IN ${list(replaced)} OR ${told(`o.source_id NOT IN ${list(replaced)}`)})`,
  ]
    .filter(Boolean)
    .join("");
}
