// Masks whatever a call answers, walked to its last string. What is not shown but handed back (keys, paths, mappings) stays as it is.
import { parseEntityRef } from "../model/entity.ts";
import { gatherStars, maskLabel } from "./mask.ts";
import { type Masker, valueKindOf } from "./masker.ts";
import { maskReuse } from "./maskReuse.ts";

type Shape = Readonly<Record<string, unknown>>;

/** Handles: never drawn, only handed back to the engine. */
const handles = new Set(
  [
    "ref refs entity entities identity other a b case cases core borderline from to id missing highlights clues disabled board scene series seriesA seriesB subject links nodes",
    "file sha256 hash head graph uri database mapping layout kind subtype type rowKind code feature level sign family basis reason verdict state field target",
    "amount balance loss newLoss targets alternatives origin role link direction policy currency importedAt savedAt at firstAt lastAt user by importedBy action result",
    "base64 mediaType geojson approval",
    "disabled pinned focus on ids hiddenKinds kinds",
  ]
    .join(" ")
    .split(" "),
);

/** Handles only where they hold a reference: the same words head columns of cells elsewhere. */
const references: Readonly<Record<string, string>> = {
  ...Object.fromEntries("phone phones members old new rivalOld rivalNew sharedContacts".split(" ").map((key) => [key, "phone:"])),
  person: "person:",
  handset: "device:",
  tower: "place:",
  homeTower: "place:",
  place: "place:",
};

function isReference(key: string, value: unknown): boolean {
  const head = references[key];
  if (head === undefined) return false;
  return Array.isArray(value) ? value.every((one) => String(one).startsWith(head)) : typeof value === "string" && value.startsWith(head);
}

/** Handles that hold more than a name: they are walked where they are objects, and left alone where they are strings. */
export const isHandle = (key: string, value: unknown): boolean =>
  isReference(key, value) ||
  (handles.has(key) &&
    (typeof value === "string" || key === "mapping" || (Array.isArray(value) && value.every((one) => typeof one === "string"))));

const fileKeys = new Set(["path", "source", "sheet", "name", "shownEntry", "shownSheet"]);

/** Label → where the entity that it names is told. */
const labelled: readonly (readonly [label: string, kind: string, ref: string])[] = [
  ["label", "kind", "entity"],
  ["label", "kind", "ref"],
  ["label", "kind", "identity"],
  ["label", "kind", "place"],
  ["holder", "kind", "person"],
  ["otherLabel", "otherKind", "other"],
  ["labelA", "kindA", "a"],
  ["labelB", "kindB", "b"],
];

const textOf = (value: unknown): string | null => (typeof value === "string" ? value : null);

function kindOfLabel(shape: Shape, key: string): string | null {
  for (const [label, kindKey, refKey] of labelled) {
    if (label !== key) continue;
    const ref = textOf(shape[refKey]);
    if (ref?.includes(":")) return parseEntityRef(ref).kind;
    const kind = textOf(shape[kindKey]);
    if (kind !== null) return kind;
  }
  return null;
}

/** `6222… 张三 · 6217…`: number and holder of each, as the side-by-side table has them. */
const sideKinds: Readonly<Record<string, string>> = {
  accounts: "account",
  phones: "phone",
  netids: "netid",
  devices: "device",
  vehicles: "vehicle",
  persons: "person",
};

function maskSide(row: string, text: string, masker: Masker): string {
  const kind = sideKinds[row];
  if (kind === undefined) return masker.text(text);
  return text.replace(/[^·…\s][^·…]*?(?=\s*(?:·|…|$))/g, (part) => {
    const [key = "", ...name] = part.split(" ");
    return [gatherStars(maskLabel(kind, key)), ...(name.length === 0 ? [] : [masker.label(kind, name.join(" "))])].join(" ");
  });
}

type Special = (value: Shape, masker: Masker) => Readonly<Record<string, unknown>>;
interface Rule {
  /** Keys that a shape must have for the rule to speak of it. */
  readonly has: readonly string[];
  readonly mask: Special;
}

const maskCell = (masker: Masker, column: string, text: string): string => gatherStars(masker.cell(column, text));

const maskCells = (headings: readonly string[], cells: unknown, masker: Masker): unknown =>
  Array.isArray(cells) ? cells.map((cell, at) => maskCell(masker, headings[at] ?? "", String(cell))) : cells;

interface Column {
  readonly heading: string;
  readonly targets: readonly string[];
}

interface Named {
  readonly name: string;
  readonly value: string;
}

const maskValue = ({ name, value }: Named, masker: Masker): Named => ({ name, value: maskCell(masker, name, value) });

/** The target that a column was mapped to tells more than its heading. */
const columnName = ({ heading, targets }: Column): string => targets.find((target) => valueKindOf(target) !== "") ?? heading;

const roundDegrees = (degrees: unknown): number => Math.round(Number(degrees) * 100) / 100;

/** People name charts, snapshots, looks and storyboards themselves: 周研判 is a name of no person. */
const ownName: Special = ({ name }, masker) => ({ name: masker.text(String(name)) });

const rules: readonly Rule[] = [
  { has: ["name", "savedAt"], mask: ownName },
  { has: ["name", "rules"], mask: ownName },
  { has: ["name", "scenes"], mask: ownName },
  // Layouts are called after the file that they were made on.
  { has: ["name", "mapping", "savedAt"], mask: ({ name }, m) => ({ name: m.fileName(String(name)) }) },
  {
    has: ["row", "a", "b", "marksA"],
    mask: ({ row, a, b }, m) => ({ a: maskSide(String(row), String(a), m), b: maskSide(String(row), String(b), m) }),
  },
  {
    has: ["field", "a", "b", "m"],
    mask: ({ field, a, b }, m) => ({ a: maskBarValue(String(field), a, m), b: maskBarValue(String(field), b, m) }),
  },
  { has: ["name", "value", "origin"], mask: ({ name, value }, m) => ({ name, value: maskCell(m, String(name), String(value)) }) },
  {
    has: ["outgoing", "attributes"],
    mask: ({ attributes }, m) => ({ attributes: (attributes as readonly Named[]).map((one) => maskValue(one, m)) }),
  },
  { has: ["column", "cell", "cells"], mask: ({ column, cell }, m) => ({ column, cell: maskCell(m, String(column), String(cell)) }) },
  {
    has: ["heading", "was", "now"],
    mask: ({ heading, was, now }, m) => ({
      was: maskCell(m, String(heading), String(was)),
      now: maskCell(m, String(heading), String(now)),
    }),
  },
  {
    has: ["reason", "column", "cell", "count"],
    mask: ({ column, cell }, m) => ({ column, cell: maskCell(m, String(column), String(cell)) }),
  },
  { has: ["detail", "feature"], mask: maskDetail },
  {
    has: ["heading", "samples", "targets"],
    mask: (value, m) => {
      const name = columnName(value as unknown as Column);
      const each = (cells: unknown) => (cells as readonly string[]).map((cell) => maskCell(m, name, cell));
      return { heading: value.heading, samples: each(value.samples), notUnderstood: each(value.notUnderstood) };
    },
  },
  { has: ["headings", "rows"], mask: ({ headings, rows }, m) => ({ headings, rows: maskRows(headings as string[], rows, "cells", m) }) },
  {
    has: ["headings", "items"],
    mask: ({ headings, items }, m) => ({ headings, items: maskRows(headings as string[], items, "cells", m) }),
  },
  // An answer to a query; a preview, which has both keys too, follows and has the last word.
  {
    has: ["columns", "rows"],
    mask: ({ rows }, m) => ({
      rows: Array.isArray(rows) ? rows.map((row) => (Array.isArray(row) ? maskResult(row, m) : maskNamed(row as Shape, m))) : rows,
    }),
  },
  {
    has: ["columns", "rows", "mapping"],
    mask: ({ columns, rows, sheet, entry }, m) => ({
      sheet,
      entry,
      rows: maskRows((columns as readonly Column[]).map(columnName), rows, "before", m),
    }),
  },
  { has: ["before", "after"], mask: ({ after }, m) => ({ after: maskNamed(after as Shape, m) }) },
  { has: ["sequence", "detail", "hash"], mask: ({ detail }, m) => ({ detail: maskAudit(detail as Shape, m) }) },
  // Free text of a person, unlike the codes that other shapes call a reason.
  { has: ["verdict", "reason"], mask: ({ reason }, m) => ({ reason: freeText(reason, m) }) },
  { has: ["by", "reason"], mask: ({ reason }, m) => ({ reason: freeText(reason, m) }) },
  { has: ["owner", "reason"], mask: ({ reason }, m) => ({ reason: freeText(reason, m) }) },
  { has: ["watch", "reason"], mask: ({ reason }, m) => ({ reason: freeText(reason, m) }) },
  // About a kilometre: a point tells an address as well as its words do.
  {
    has: ["longitude", "latitude", "event"],
    mask: ({ longitude, latitude, placeLabel }, m) => ({
      longitude: roundDegrees(longitude),
      latitude: roundDegrees(latitude),
      placeLabel: m.label("place", String(placeLabel)),
    }),
  },
  // A case number that two sources use: files, and the names of those wronged.
  { has: ["code", "column", "values", "blocking"], mask: maskReuse },
  { has: ["sha256", "headerRow", "facts"], mask: ({ sheet }) => ({ sheet }) },
  {
    has: ["kind", "label", "note"],
    mask: ({ kind, note }, m) => ({ note: kind === "account" ? m.label("account", String(note)) : m.text(String(note)) }),
  },
];

const freeText = (value: unknown, masker: Masker): unknown => (typeof value === "string" ? masker.text(value) : value);

/** What somebody typed into a search tells a person by any part of a number: nothing of it is shown but its length. */
const typed = new Set(["words", "sql", "cypher", "text"]);
const starAll = (text: string): string => text.replace(/[\p{L}\p{N}]/gu, "*");

const maskAudit = (detail: Shape, masker: Masker): Shape =>
  Object.fromEntries(
    Object.entries(detail).map(([name, value]) => [
      name,
      typed.has(name) && typeof value === "string" ? starAll(value) : maskEvery(value, masker),
    ]),
  );

/** Without handles: an audit entry or an error is only read. */
export function maskEvery(value: unknown, masker: Masker): unknown {
  if (typeof value === "string") return masker.text(value);
  if (Array.isArray(value)) return value.map((one) => maskEvery(one, masker));
  if (value === null || typeof value !== "object") return value;
  return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, maskEvery(part, masker)]));
}

const maskNamed = (row: Shape, masker: Masker): Shape =>
  Object.fromEntries(Object.entries(row).map(([name, value]) => [name, typeof value === "string" ? maskCell(masker, name, value) : value]));

function maskRows(headings: readonly string[], rows: unknown, key: "cells" | "before", masker: Masker): unknown {
  if (!Array.isArray(rows)) return rows;
  return rows.map((row: Shape) => ({
    ...(maskResult({ ...row, [key]: null }, masker) as Shape),
    [key]: maskCells(headings, row[key], masker),
    ...noteOf(row, headings, masker),
  }));
}

/** The note of a rejected row repeats its cells. */
function noteOf(row: Shape, headings: readonly string[], masker: Masker): Shape {
  const note = row.note as Shape | null | undefined;
  if (note == null || !Array.isArray(note.cells)) return {};
  return {
    note: { ...note, cell: maskCell(masker, String(note.column), String(note.cell)), cells: maskCells(headings, note.cells, masker) },
  };
}

function maskBarValue(field: string, value: unknown, masker: Masker): string {
  const text = String(value);
  return field === "order"
    ? text
        .split(" / ")
        .map((part) => maskCell(masker, "person.name", part))
        .join(" / ")
    : maskCell(masker, field.endsWith("ame") ? "person.name" : field, text);
}

/** `label` names the first entity of a bar. */
function maskDetail({ detail, entities }: Shape, masker: Masker): Shape {
  const kind = String((entities as readonly string[] | undefined)?.[0] ?? "").split(":")[0] ?? "";
  const shown = Object.entries(detail as Shape).map(([name, value]) => {
    if (typeof value !== "string") return [name, value];
    return [name, name === "label" ? gatherStars(masker.label(kind, value)) : masker.text(value)];
  });
  return { detail: Object.fromEntries(shown) };
}

function maskString(key: string, text: string, masker: Masker): string {
  return fileKeys.has(key) ? masker.fileName(text) : masker.text(text);
}

/** The same value with every string masked that a person may see; `key` is the name that it stands under. */
export function maskResult(value: unknown, masker: Masker, key = ""): unknown {
  if (typeof value === "string") return maskString(key, value, masker);
  if (Array.isArray(value)) return value.map((one) => maskResult(one, masker, key));
  if (value === null || typeof value !== "object") return value;
  const shape = value as Shape;
  const special = Object.assign(
    {},
    ...rules.filter(({ has }) => has.every((name) => name in shape)).map(({ mask }) => mask(shape, masker)),
  ) as Shape;
  return Object.fromEntries(
    Object.entries(shape).map(([name, part]) => [name, name in special ? special[name] : maskPart(shape, name, part, masker)]),
  );
}

function maskPart(shape: Shape, name: string, part: unknown, masker: Masker): unknown {
  const kind = typeof part === "string" ? kindOfLabel(shape, name) : null;
  if (kind !== null) {
    const shown = masker.label(kind, part as string);
    // A hit of a search tells places in its text.
    return "matched" in shape ? shown : gatherStars(shown);
  }
  return isHandle(name, part) ? part : maskResult(part, masker, name);
}
