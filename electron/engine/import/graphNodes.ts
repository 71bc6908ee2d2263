// Files of one graph that are read in one call: the node files say of which kind the ends of the relationships are.

import { findColumn } from "../../../shared/import/heading.ts";
import { entityKindOf } from "../../../shared/import/rows/graphNames.ts";
import type { PreparedSheet } from "./prepareSheets.ts";

const isPart = (part: "nodes" | "edges") => (sheet: PreparedSheet) => sheet.recognition.layout === `graph-${part}`;

/** Nodes first, so that what they declare is known; all else keeps its order. */
export function orderGraph(sheets: readonly PreparedSheet[]): readonly PreparedSheet[] {
  const isEdges = isPart("edges");
  return [...sheets.filter((sheet) => !isEdges(sheet)), ...sheets.filter(isEdges)];
}

export type KindOfNode = (key: string) => string | undefined;

/** Null when no file holds relationships of a graph. */
export async function readNodeKinds(sheets: readonly PreparedSheet[]): Promise<KindOfNode | null> {
  if (!sheets.some(isPart("edges"))) return null;
  const kinds = new Map<string, string>();
  for (const sheet of sheets.filter(isPart("nodes"))) await addKinds(sheet, kinds);
  return (key) => kinds.get(key);
}

async function addKinds({ source, recognition }: PreparedSheet, kinds: Map<string, string>): Promise<void> {
  const addressOf = (target: string) =>
    Object.entries(recognition.mapping.columns).find(([, value]) => [value].flat().includes(target))?.[0];
  const [key, label] = [addressOf("key"), addressOf("kind")].map((address) =>
    address === undefined ? -1 : findColumn(recognition.headings, address),
  );
  for await (const rows of source.rows()) {
    for (const { line, cells } of rows)
      if (line > recognition.headerRow) kinds.set((cells[key!] ?? "").trim(), entityKindOf(cells[label!] ?? ""));
  }
}
