// A short name for a series: the app or lure most of its cases share, and their most common type. Without one, who is named in several of its cases, whose
// account was paid in several, the site; at last the area. A police station names nothing: it tells who took the report.
import type { CaseIdentifier, CaseRecord } from "../../../shared/link/caseData.ts";

/** Names read better than numbers: a label with a Chinese character in it. */
const isName = (label: string) => /\p{Script=Han}/u.test(label);
const maxNameLength = 8;
const maxSiteLength = 30;

type NamePick = (identifier: CaseIdentifier) => string | null;

const ofKind = (kind: string, label: (one: CaseIdentifier) => string | null): NamePick => {
  return (one) => (one.kind === kind && one.role !== "victim" ? label(one) : null);
};
const nameOf = ({ label }: CaseIdentifier) => (isName(label) && label.length <= maxNameLength ? label : null);

/** What may name a series, the best first; each must stand in two of its cases. */
const names: readonly NamePick[] = [
  ofKind("netid", nameOf),
  ofKind("person", (one) => (one.role === "offender" ? nameOf(one) : null)),
  ofKind("account", (one) => (nameOf(one) === null ? null : `户名${one.label}`)),
  ofKind("netid", ({ subtype, label }) => (subtype === "domain" && label.length <= maxSiteLength ? label : null)),
];

function sharedName(records: readonly CaseRecord[], pick: NamePick): string | null {
  const told = records.flatMap(({ identifiers }) => [...new Set(identifiers.flatMap((one) => pick(one) ?? []))]);
  const best = mostCommon(told);
  return best !== null && told.filter((one) => one === best).length > 1 ? best : null;
}

const office = "(?:公安)?(?:分局|局|公安处)";
/** The last that has an office; of two characters at least (市中区), else of one (歙县). */
const areas = [2, 1].map((least) => new RegExp(`^(?:.*[省市局])?(.{${least},6}?[区县市旗州盟])${office}`, "u"));

/** 云津市公安局东渡区分局文汇派出所 → 东渡区. */
const areaOf = ({ unit }: CaseRecord): string | null =>
  areas.map((area) => area.exec(unit ?? "")?.[1]).find((area) => area !== undefined) ?? null;

export function seriesTitle(records: readonly CaseRecord[]): string {
  const type = mostCommon(records.flatMap((record) => record.type ?? []));
  let name: string | null = null;
  for (const pick of names) name ??= sharedName(records, pick);
  if (name !== null) return [name, type].filter(Boolean).join(" ");
  const area = mostCommon(records.flatMap((record) => areaOf(record) ?? []));
  return [area, type].filter(Boolean).join(" ");
}

function mostCommon(values: readonly string[]): string | null {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))[0]?.[0] ?? null;
}
