// Reads GraphML and GEXF as one sheet: a row for every node and every edge. The whole file is checked before the first row is given out.
import { CaseweaveError } from "../../../../shared/errors.ts";
import type { Doubt } from "../../../../shared/import/calls.ts";
import type { Mapping } from "../../../../shared/import/mapping.ts";
import { type ByteSource, describe, tellProgress, unreadable } from "./byteSource.ts";
import { decodeText } from "./decodeText.ts";
import { GraphElements, type GraphItem } from "./graphElements.ts";
import { graphFaults } from "./graphFaults.ts";
import { GraphXml, XmlFault } from "./graphXml.ts";
import { batchSize, type FormatReader, type RawRow, type ReadContext, type RowOptions, type RowSource } from "./rowSource.ts";
import { scanText, type TextFacts } from "./textReader.ts";

/** The first element behind a mark of the encoding, declarations and comments. */
const rootForm =
  /^(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)?\s*(?:(?:<\?[^>]*\?>|<!--[\s\S]*?-->|<!DOCTYPE[^>]*>)\s*)*<(?:\w+:)?(?:graphml|gexf)[\s>]/;

export const graphXmlReader: FormatReader = {
  name: "graph-xml",
  fits: (head) => rootForm.test(head.toString("latin1").replaceAll("\0", "")),
  open: openGraph,
};

const fixed = [
  ["id", "key"],
  ["label", "label"],
  ["source", "from.key"],
  ["target", "to.key"],
  ["kind", "kind"],
  ["weight", "weight"],
  ["directed", "directed"],
  ["start", "time"],
  ["end", "until"],
] as const;

async function openGraph(source: ByteSource, context: ReadContext): Promise<RowSource[]> {
  const facts = await scanText(source, context.options);
  const [names, nodes, ends] = [new Set<string>(), new Set<string>(), new Set<string>()];
  for await (const items of readItems(source, facts)) {
    for (const item of items) {
      for (const name of item.values.keys()) names.add(name);
      if (item.isEdge) ends.add(item.from).add(item.to);
      else nodes.add(item.id);
    }
  }
  if (nodes.size + ends.size === 0) throw new CaseweaveError("graph-empty", describe(source));
  const undeclared = [...ends].filter((id) => !nodes.has(id));
  const doubts: Doubt[] = [...facts.doubts, ...undeclared.slice(0, 1).map((id) => undeclaredDoubt(id, undeclared.length))];
  const { name: file, path, entry, size } = source;
  const base = { file, path, entry, sheet: null, size, sha256: facts.sha256, encoding: facts.verdict.label, delimiter: null };
  const columns = [...names];
  const rows = (wanted?: RowOptions) => readRows(source, facts, columns, wanted ?? {});
  return [{ ...base, doubts, rows, mapping: mappingOf(columns) }];
}

const undeclaredDoubt = (id: string, count: number): Doubt => ({
  code: "undeclared-end",
  column: "",
  values: { column: "", value: id, count },
  blocking: false,
});

function mappingOf(names: readonly string[]): Mapping {
  const targets = [...fixed.map(([, target]) => target), ...names.map((name) => `attribute.${name}`)];
  const columns = Object.fromEntries(targets.map((target, index) => [`#${index + 1}`, target]));
  return { name: "graph", rowKind: "entity", format: { headerRow: 1 }, columns };
}

async function* readItems(source: ByteSource, facts: TextFacts, tell?: (share: number) => void): AsyncGenerator<GraphItem[]> {
  let items: GraphItem[] = [];
  const xml = new GraphXml(new GraphElements((item) => items.push(item)));
  try {
    for await (const text of decodeText(tellProgress(source.read(), facts.bytes, tell), facts.verdict)) {
      xml.push(text);
      yield items;
      items = [];
    }
    xml.finish();
  } catch (error) {
    if (!(error instanceof XmlFault)) throw unreadable(source, error);
    const details = { line: error.line, reason: error.fault, reasonKey: graphFaults[error.fault] };
    throw new CaseweaveError("graph-broken", describe(source, details), { cause: error });
  }
}

async function* readRows(source: ByteSource, facts: TextFacts, names: readonly string[], wanted: RowOptions): AsyncGenerator<RawRow[]> {
  const limit = wanted.limit ?? Infinity;
  let line = 1;
  let batch: RawRow[] = [{ line, cells: [...fixed.map(([heading]) => heading), ...names] }];
  for await (const items of readItems(source, facts, wanted.onProgress)) {
    for (const item of items) {
      if (line >= limit) break;
      line += 1;
      batch.push({ line, cells: cellsOf(item, names) });
      if (batch.length < batchSize) continue;
      yield batch;
      batch = [];
    }
    if (line >= limit) break;
  }
  if (batch.length > 0) yield batch;
}

function cellsOf(item: GraphItem, names: readonly string[]): string[] {
  const { id, label, from, to, kind, weight, directed, start, end } = item;
  const told = [id, label, from, to, kind, weight, item.isEdge ? String(directed) : "", start, end];
  return [...told, ...names.map((name) => item.values.get(name) ?? "")];
}
