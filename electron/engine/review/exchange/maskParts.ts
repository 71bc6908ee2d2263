// A bundle without names and numbers: cells, values and labels masked as on the screen, keys as keyed hashes, so that who has the passphrase and the same
// number recognises it. Case numbers stay; judgements on records stay at home, and so do the chart and scenes, which hold whatever somebody wrote on them.
import type { BundleEvent, BundleRow, BundleSource, PartContent } from "../../../../shared/review/exchange/format.ts";
import type { Masker } from "../../../../shared/review/masker.ts";
import { columnNamesOf } from "../columnNames.ts";
import { maskFinding, maskRef } from "./maskFindings.ts";
import { maskedKey } from "./recognise.ts";

export function maskParts(parts: PartContent, masker: Masker, hashKey: Buffer): PartContent {
  const names = parts.sources.map(({ headings, mapping }) =>
    columnNamesOf({ headings: JSON.stringify(headings), mapping: JSON.stringify(mapping) }),
  );
  return {
    ...parts,
    sources: parts.sources.map((source) => maskSource(source, masker, hashKey)),
    rows: parts.rows.map((row) => maskRow(row, names[row.source]!, masker)),
    decisions: parts.decisions
      .filter(({ subject }) => subject === "pair")
      .map((decision) => ({ ...decision, reason: masker.text(decision.reason) })),
    watches: parts.watches.map((watch) => ({
      ...watch,
      label: masker.text(watch.label),
      reason: masker.text(watch.reason),
      subject: maskSubject(watch.subject, masker, hashKey),
    })),
    chart: null,
    findings: parts.findings.map((finding) => maskFinding(finding, masker, hashKey)),
    boards: [],
  };
}

function maskSource(source: BundleSource, masker: Masker, hashKey: Buffer): BundleSource {
  return {
    ...source,
    name: masker.fileName(source.name),
    sheet: source.sheet === null ? null : masker.fileName(source.sheet),
    entry: source.entry === null ? null : masker.fileName(source.entry),
    mapping: bareMapping(source.mapping),
    entities: source.entities.map(([kind, key, label, row]) =>
      kind === "case"
        ? [kind, key, key, row]
        : [kind, key.startsWith("#") ? key : maskedKey(hashKey, kind, key), masker.label(kind, label), row],
    ),
  };
}

/** Which column is what it must say; values that it names stay here. */
function bareMapping({ name, rowKind, columns, format }: BundleSource["mapping"]): BundleSource["mapping"] {
  return { name, rowKind, columns, ...(format?.timeZone !== undefined && { format: { timeZone: format.timeZone } }) };
}

/** About a kilometre: a point tells an address as well as its words do. */
const isDegree = (name: string): boolean => name === "place.longitude" || name === "place.latitude";
const maskValue = (name: string, value: string, masker: Masker): string =>
  isDegree(name) ? (Math.round(Number(value) * 100) / 100).toString() : masker.cell(name, value);

function maskRow(row: BundleRow, names: readonly string[], masker: Masker): BundleRow {
  return {
    ...row,
    cells: row.cells.map((cell, at) => maskValue(names[at] ?? "", cell, masker)),
    attributes: row.attributes.map(([entity, name, value, origin]) => [entity, name, maskValue(name, value, masker), origin]),
    links: row.links.map((link) => ({
      ...link,
      attributes: link.attributes.map(([name, value]): [string, string] => [name, masker.cell(name, value)]),
    })),
    events: row.events.map((event) => maskEvent(event, masker)),
  };
}

const maskEvent = ([table, values]: BundleEvent, masker: Masker): BundleEvent =>
  [table, values.map((value) => (typeof value === "string" ? masker.text(value) : value))] as unknown as BundleEvent;

type Subject = PartContent["watches"][number]["subject"];

function maskSubject(subject: Subject, masker: Masker, hashKey: Buffer): Subject {
  if (subject.kind === "words") return { ...subject, words: masker.text(subject.words) };
  if (subject.kind !== "entity") return subject;
  return { ...subject, entity: maskRef(subject.entity, hashKey) };
}
