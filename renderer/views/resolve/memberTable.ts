// The columns of an identity's table: what most records state comes first, and a value that stands against the others is marked. Pure.
import type { IdentityMember } from "../../../shared/resolve/calls.ts";

/** More columns than a window holds. */
const mostColumns = 6;

export interface MemberColumn {
  readonly name: string;
  /** Value of each member, in order; "" where it states none. */
  readonly values: readonly string[];
  /** The value that most state, where one is stated twice; else null, and nothing is marked. */
  readonly usual: string | null;
}

function usualOf(values: readonly string[]): string | null {
  const counts = new Map<string, number>();
  for (const value of values) if (value !== "") counts.set(value, (counts.get(value) ?? 0) + 1);
  const [best] = [...counts].sort(([, a], [, b]) => b - a);
  return best !== undefined && best[1] > 1 ? best[0] : null;
}

/** `known`: names that can be told in words, in the order of their importance; the rest are left to the row itself. */
export function memberColumns(members: readonly IdentityMember[], known: readonly string[]): readonly MemberColumn[] {
  const columns = known.map((name): MemberColumn => {
    const values = members.map(({ attributes }) => attributes.find((one) => one.name === name)?.value ?? "");
    return { name, values, usual: usualOf(values) };
  });
  return columns.filter(({ values }) => values.some((value) => value !== "")).slice(0, mostColumns);
}
