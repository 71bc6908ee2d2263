// Reads GraphML, GEXF and i2 ANX as one sheet: a row for every node and every edge. The whole file is checked before the first row is given out.
import { CaseweaveError } from "../../../../shared/errors.ts";
import type { Doubt } from "../../../../shared/import/calls.ts";
import { AnxElements } from "./anxElements.ts";
import { type ByteSource, describe, readHead, tellProgress, unreadable } from "./byteSource.ts";
import { decodeText } from "./decodeText.ts";
import { GraphElements, type GraphItem } from "./graphElements.ts";
import { graphFaults } from "./graphFaults.ts";
import { type GraphColumns, graphColumns } from "./graphRows.ts";
import { GraphXml, XmlFault } from "./graphXml.ts";
import { batchSize, type FormatReader, type RawRow, type ReadContext, type RowOptions, type RowSource } from "./rowSource.ts";
import { scanText, type TextFacts } from "./textReader.ts";

/** The first element behind a mark of the encoding, declarations and comments. */
const rootForm =
  /^(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)?\s*(?:(?:<\?[^>]*\?>|<!--[\s\S]*?-->|<!DOCTYPE(?:[^>[]|\[[^\]]*\])*>)\s*)*<(?:\w+:)?(?<root>graphml|gexf|Chart)[\s>]/;

/** Declarations that go on past what was looked at: no other reader takes XML, and this one says what is wrong with it. */
const endlessType = /^(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]*\?>\s*)?<!DOCTYPE\s+[\w:]+[^>[]*\[[^\]]*$/;

const rootOf = (head: Buffer): string | undefined => rootForm.exec(head.toString("latin1").replaceAll("\0", ""))?.groups?.root;

export const graphXmlReader: FormatReader = {
  name: "graph-xml",
  fits: (head) => rootOf(head) !== undefined || endlessType.test(head.toString("latin1").replaceAll("\0", "")),
  open: openGraph,
};

interface GraphFile {
  readonly source: ByteSource;
  readonly facts: TextFacts;
  readonly isAnx: boolean;
}

async function openGraph(source: ByteSource, context: ReadContext): Promise<RowSource[]> {
  const facts = await scanText(source, context.options);
  const graph = { source, facts, isAnx: rootOf(await readHead(source, 4096)) === "Chart" };
  const { names, nodes, ends, passedOver, repeated } = await survey(graph);
  if (nodes.size + ends.size === 0) throw new CaseweaveError("graph-empty", describe(source));
  const undeclared = [...ends].filter((id) => !nodes.has(id));
  const doubts: Doubt[] = [...facts.doubts, ...undeclared.slice(0, 1).map((id) => undeclaredDoubt(id, undeclared.length))];
  if (repeated.length > 0)
    doubts.push({
      code: "graph-node-repeated",
      column: "",
      values: { column: "", value: repeated[0]!, count: repeated.length },
      blocking: false,
    });
  if (passedOver > 0) doubts.push({ code: "graph-passed-over", column: "", values: { column: "", count: passedOver }, blocking: false });
  const { name: file, path, entry, size } = source;
  const base = { file, path, entry, sheet: null, size, sha256: facts.sha256, encoding: facts.verdict.label, delimiter: null };
  const hasKinds = graph.isAnx || [...nodes.values()].some(({ kind }) => kind !== "");
  const columns = graphColumns([...names], hasKinds ? (id) => nodes.get(id)?.kind ?? "" : undefined);
  const keyOf = (id: string): string => nodes.get(id)?.key ?? id;
  const rows = (wanted?: RowOptions) => readRows(graph, columns, keyOf, wanted ?? {});
  return [{ ...base, doubts, rows, mapping: columns.mapping }];
}

/** First pass: what the nodes are called, which properties there are, and whether the file is whole. */
async function survey(graph: GraphFile) {
  const [names, ends] = [new Set<string>(), new Set<string>()];
  const nodes = new Map<string, { readonly kind: string; readonly key: string }>();
  const repeated: string[] = [];
  const tally = { passedOver: 0 };
  for await (const items of readItems(graph, undefined, tally)) {
    for (const item of items) {
      for (const name of item.values.keys()) names.add(name);
      if (item.isEdge) ends.add(item.from).add(item.to);
      else if (!graph.isAnx && nodes.has(item.id)) repeated.push(item.id);
      else nodes.set(item.nodeId ?? item.id, { kind: item.kind, key: item.id });
    }
  }
  return { names, nodes, ends, passedOver: tally.passedOver, repeated };
}

const undeclaredDoubt = (id: string, count: number): Doubt => ({
  code: "undeclared-end",
  column: "",
  values: { column: "", value: id, count },
  blocking: false,
});

async function* readItems(
  { source, facts, isAnx }: GraphFile,
  tell?: (share: number) => void,
  tally = { passedOver: 0 },
): AsyncGenerator<GraphItem[]> {
  let items: GraphItem[] = [];
  const take = (item: GraphItem) => items.push(item);
  const elements = isAnx ? new AnxElements(take) : new GraphElements(take);
  const xml = new GraphXml(elements);
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
  if (elements instanceof AnxElements) tally.passedOver = elements.passedOver;
}

async function* readRows(
  graph: GraphFile,
  columns: GraphColumns,
  keyOf: (id: string) => string,
  wanted: RowOptions,
): AsyncGenerator<RawRow[]> {
  const limit = wanted.limit ?? Infinity;
  let line = 1;
  let batch: RawRow[] = [{ line, cells: [...columns.headings] }];
  for await (const items of readItems(graph, wanted.onProgress)) {
    for (const item of items) {
      if (line >= limit) break;
      line += 1;
      batch.push({ line, cells: columns.cellsOf(item, keyOf) });
      if (batch.length < batchSize) continue;
      yield batch;
      batch = [];
    }
    if (line >= limit) break;
  }
  if (batch.length > 0) yield batch;
}
