// A short name for a series: the app or lure most of its cases share, and their most common type.
import type { CaseRecord } from "../../../shared/link/caseData.ts";

/** Names read better than numbers: a label with a Chinese character in it. */
const isName = (label: string) => /\p{Script=Han}/u.test(label);
const maxNameLength = 8;

export function seriesTitle(records: readonly CaseRecord[]): string {
  const type = mostCommon(records.flatMap((record) => record.type ?? []));
  const names = records.flatMap(({ identifiers }) => [
    ...new Set(
      identifiers.filter(({ kind, role, label }) => kind === "netid" && role !== "victim" && isName(label)).map(({ label }) => label),
    ),
  ]);
  const name = mostCommon(names);
  const isShared = name !== null && names.filter((one) => one === name).length > 1 && name.length <= maxNameLength;
  const place = isShared || type === null ? null : mostCommon(records.flatMap((record) => record.unit ?? []));
  return [isShared ? name : null, type, isShared ? null : place].filter(Boolean).join(" ");
}

function mostCommon(values: readonly string[]): string | null {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))[0]?.[0] ?? null;
}
