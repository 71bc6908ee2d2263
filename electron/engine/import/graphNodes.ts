// Files of one graph that are read in one call: the node files say of which kind the ends of the relationships are, and which ids two spaces share.
import { dirname } from "node:path";
import { findColumn } from "../../../shared/import/heading.ts";
import { targetsOf } from "../../../shared/import/mapping.ts";
import { mapHeaderless } from "../../../shared/import/recognise/graph.ts";
import type { DeclaredNode, DeclaredNodes } from "../../../shared/import/rowPlan.ts";
import { cleanKey, entityKindOf } from "../../../shared/import/rows/graphNames.ts";
import type { PreparedSheet } from "./prepareSheets.ts";

const isPart = (part: "nodes" | "edges") => (sheet: PreparedSheet) => sheet.recognition.layout === `graph-${part}`;
const isNodes = isPart("nodes");
export const isEdges = isPart("edges");

/** Nodes first, so that what they declare is known; all else keeps its order. */
export function orderGraph(sheets: readonly PreparedSheet[]): readonly PreparedSheet[] {
  return [...sheets.filter((sheet) => !isEdges(sheet)), ...sheets.filter(isEdges)];
}

const stemOf = ({ source }: PreparedSheet): string =>
  (source.entry ?? source.path).replace(/(?:\.(?:csv|tsv|txt|gz))+$/i, "").replace(/[-_. ]?headers?$/i, "");

const folderOf = ({ source }: PreparedSheet): string =>
  source.entry === null ? dirname(source.path) : `${source.path}|${dirname(source.entry)}`;

/** Data files whose headings stand in a file of their own (`calls-header.csv`, `calls-1.csv`): the longest name that they begin with. */
export function joinHeaderFiles(sheets: readonly PreparedSheet[]): readonly PreparedSheet[] {
  const headers = sheets.filter((sheet) => (isNodes(sheet) || isEdges(sheet)) && rowsOf(sheet) === 1);
  if (headers.length === 0) return sheets;
  return sheets.map((sheet) => {
    if (sheet.isGiven || isNodes(sheet) || isEdges(sheet)) return sheet;
    const found = headers
      .filter((header) => isHeaderOf(header, sheet))
      .sort((a, b) => stemOf(b).length - stemOf(a).length || (stemOf(a) < stemOf(b) ? -1 : 1))[0];
    return found ? withHeadings(sheet, found) : sheet;
  });
}

const rowsOf = ({ sample }: PreparedSheet): number => sample.filter((cells) => cells.some((cell) => cell.trim() !== "")).length;

const isHeaderOf = (header: PreparedSheet, sheet: PreparedSheet): boolean =>
  folderOf(header) === folderOf(sheet) &&
  stemOf(sheet).startsWith(stemOf(header)) &&
  sheet.sample.every((cells) => cells.length <= header.recognition.headings.length);

function withHeadings(sheet: PreparedSheet, header: PreparedSheet): PreparedSheet {
  const { headings, layout } = header.recognition;
  const part = isNodes(header) ? "nodes" : "edges";
  const recognition = {
    ...sheet.recognition,
    layout,
    headings,
    headerRow: 0,
    confidence: 0.99,
    sure: true,
    doubts: [],
    banner: new Map<string, string>(),
    mapping: mapHeaderless(headings, part),
    alternatives: new Map<number, readonly string[]>(),
  };
  return { ...sheet, recognition };
}

/** Null when no file holds relationships of a graph. */
export async function readDeclaredNodes(sheets: readonly PreparedSheet[]): Promise<DeclaredNodes | null> {
  if (!sheets.some(isEdges)) return null;
  const spaces = new Map<string, Map<string, string>>();
  for (const sheet of sheets.filter(isNodes)) await addKinds(sheet, spaces);
  const shared = sharedKeys(spaces);
  const describeNode = (space: string, id: string, kind: string): DeclaredNode => {
    const key = cleanKey(kind, id);
    return { kind, key: shared.has(`${kind}\n${id}`) ? `${space}:${key}` : key };
  };
  return {
    find(id, space) {
      const own = spaces.get(space)?.get(id);
      if (own !== undefined) return describeNode(space, id, own);
      for (const [name, ids] of space === "" ? spaces : []) if (ids.has(id)) return describeNode(name, id, ids.get(id)!);
      return undefined;
    },
  };
}

/** `kind\nid` that more than one space declares: two nodes, which one key would make one. */
function sharedKeys(spaces: ReadonlyMap<string, ReadonlyMap<string, string>>): ReadonlySet<string> {
  const [seen, shared] = [new Set<string>(), new Set<string>()];
  if (spaces.size < 2) return shared;
  for (const ids of spaces.values())
    for (const [id, kind] of ids) {
      const key = `${kind}\n${id}`;
      if (seen.has(key)) shared.add(key);
      seen.add(key);
    }
  return shared;
}

async function addKinds({ source, recognition }: PreparedSheet, spaces: Map<string, Map<string, string>>): Promise<void> {
  const { columns, constants } = recognition.mapping;
  const [key, label] = ["key", "kind"].map((target) => {
    const address = Object.entries(columns).find(([, value]) => targetsOf(value).includes(target))?.[0];
    return address === undefined ? -1 : findColumn(recognition.headings, address);
  });
  const space = constants?.space ?? "";
  const kinds = spaces.get(space) ?? new Map<string, string>();
  spaces.set(space, kinds);
  for await (const rows of source.rows()) {
    for (const { line, cells } of rows)
      if (line > recognition.headerRow) kinds.set((cells[key!] ?? "").trim(), entityKindOf(cells[label!] ?? ""));
  }
}
