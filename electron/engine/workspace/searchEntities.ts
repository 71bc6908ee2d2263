// Search as people see it: ranked hits with the matching text and one fact beside the label.

import { entityKinds } from "../../../shared/model/entity.ts";
import { type Masker, openMasker } from "../../../shared/review/masker.ts";
import type { SearchHit, SearchResult } from "../../../shared/workspace/calls.ts";
import type { ReadableDb } from "../store/sqlite/database.ts";
import { readAttributes } from "../store/sqlite/tables/attribute.ts";
import { type FoundEntity, findEntities, maxHits } from "../store/sqlite/tables/search.ts";

const noteAttributes = ["case.type", "account.bank", "account.holder", "person.identityNumber", "place.address", "netid.type"];
const contextBefore = 12;
const contextLength = 48;

export function searchEntities(
  db: ReadableDb,
  words: string,
  kind: string | undefined,
  limit: number,
  show: Masker = openMasker,
): SearchResult {
  const found = findEntities(db, words);
  const counts: Record<string, number> = {};
  for (const hit of found) counts[hit.kind] = (counts[hit.kind] ?? 0) + 1;
  const chosen = found
    .filter((hit) => !kind || hit.kind === kind)
    .sort((a, b) => rank(a, words) - rank(b, words) || (a.key < b.key ? -1 : 1));
  return { hits: chosen.slice(0, limit).map((hit) => describeHit(db, hit, words, show)), counts, capped: found.length >= maxHits };
}

/** Exact number first, then names, then words inside briefs; within one, the order of the legend. */
function rank(hit: FoundEntity, words: string): number {
  const plain = words.trim().toLowerCase();
  const closeness =
    hit.key.toLowerCase() === plain || hit.label === words.trim()
      ? 0
      : hit.field === "key"
        ? 1
        : hit.label.includes(words.trim())
          ? 2
          : hit.field === "pinyin"
            ? 3
            : 4;
  const order = entityKinds.indexOf(hit.kind as (typeof entityKinds)[number]);
  return closeness * 100 + (order < 0 ? 50 : order);
}

function describeHit(db: ReadableDb, hit: FoundEntity, words: string, show: Masker): SearchHit {
  const attributes = readAttributes(db, hit.id);
  const brief = attributes.find(({ name }) => name === "case.brief")?.value ?? "";
  const label = show.label(hit.kind, hit.label);
  const texts: ShownText[] = [
    { text: hit.key, shown: show.label(hit.kind, hit.key) },
    { text: hit.label, shown: label },
    { text: brief, shown: show.text(brief) },
    ...attributes.map(({ name, value }) => ({ text: value, shown: show.cell(name, value) })),
  ];
  const { matched, start, end } = locate(texts, words) ?? { matched: label, ...wholeWhenSpelled(hit) };
  const note = noteAttributes.flatMap((name) => attributes.find((attribute) => attribute.name === name)?.value ?? [])[0] ?? "";
  return {
    entity: `${hit.kind}:${hit.key}`,
    kind: hit.kind,
    label,
    matched,
    start,
    end,
    field: hit.field === "words" && brief.includes(words.trim()) ? "brief" : hit.field,
    note,
  };
}

interface ShownText {
  readonly text: string;
  /** The same, as long, as it may be shown. */
  readonly shown: string;
}

/** Pinyin and initials stand for the whole name. */
const wholeWhenSpelled = ({ field, label }: FoundEntity) => ({ start: 0, end: field === "pinyin" ? label.length : 0 });

/** The first text that holds the words, cut around them after it was masked. */
function locate(texts: readonly ShownText[], words: string): { matched: string; start: number; end: number } | null {
  const pattern = new RegExp(
    words
      .trim()
      .split(/[*?\s]+/)
      .filter(Boolean)
      .map((part) => part.replaceAll(/[.+^${}()|[\]\\]/g, "\\$&"))
      .join(".{0,20}?"),
    "iu",
  );
  for (const { text, shown } of texts) {
    const match = pattern.exec(text);
    if (!match || match[0] === "") continue;
    const from = text.length <= contextLength ? 0 : Math.max(0, match.index - contextBefore);
    const matched = `${from > 0 ? "…" : ""}${shown.slice(from, from + contextLength)}`;
    const start = match.index - from + (from > 0 ? 1 : 0);
    // A mark over stars would say which digits stand under them.
    const isHidden = shown.slice(match.index, match.index + match[0].length) !== match[0];
    return { matched, start, end: isHidden ? start : Math.min(start + match[0].length, matched.length) };
  }
  return null;
}
