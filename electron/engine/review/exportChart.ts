// A chart as a file: its facts are read anew, masked as the session is, laid out where it has no places yet, and written in a child.
import type { z } from "zod";
import type { ChartDocument } from "../../../shared/chart/calls.ts";
import { chartDocumentSchema } from "../../../shared/chart/calls.ts";
import type { ChartElements } from "../../../shared/chart/elements.ts";
import { emptyModel, fromDocument, toDocument } from "../../../shared/chart/graphModel.ts";
import { layoutInput } from "../../../shared/chart/layouts/layoutInput.ts";
import { placeByLevels } from "../../../shared/chart/layouts/levels.ts";
import { CaseweaveError } from "../../../shared/errors.ts";
import type { ExportedFile, exportCalls } from "../../../shared/review/exportCalls.ts";
import { maskResult } from "../../../shared/review/maskResult.ts";
import { createSentences } from "../../words.ts";
import { readEvidenceLinks } from "../chart/evidenceLinks.ts";
import { openSubject } from "../chart/openSubject.ts";
import type { JobContext, ReadContext } from "../handler.ts";
import { readChart } from "../store/sqlite/tables/chart.ts";
import type { ChartTaskInput } from "./chartSvg.ts";
import { exportedFile } from "./exportedFile.ts";
import { isMaskedSession, printMark } from "./printMark.ts";

type Question = z.infer<(typeof exportCalls)["review.exportChart"]["params"]>;

export interface ChartContent {
  readonly title: string;
  readonly document: ChartDocument;
  readonly elements: ChartElements;
}

/** The facts of a document's entities, and the links that only the document knows. */
async function readContent(
  { graph, db }: ReadContext,
  document: ChartDocument,
  extra: ChartElements["links"],
  title: string,
): Promise<ChartContent> {
  const nodes = await graph.readNodes(document.nodes.map(({ ref }) => ref));
  const facts = [...(await graph.readLinksAmong(nodes.map(({ ref }) => ref))), ...readEvidenceLinks(db, document.links)];
  const known = new Set(facts.map(({ id }) => id));
  return { title, document, elements: { nodes, links: [...facts, ...extra.filter(({ id }) => !known.has(id))] } };
}

/** A subject as it opens: everything by levels. */
export async function layOutSubject(context: ReadContext, subject: string): Promise<ChartContent> {
  const { title, nodes, links, marks } = await openSubject(context, subject);
  const shown = new Map(nodes.map((node) => [node.ref, { ...node, ghost: false }]));
  const bare = { ...emptyModel(subject), nodes: shown, links: new Map(links.map((link) => [link.id, link])) };
  const input = layoutInput(bare);
  const places = placeByLevels(input);
  const laidOut = input.refs.map((ref, i) => [ref, { x: places[2 * i]!, y: places[2 * i + 1]! }] as const);
  const told = (marks?.places ?? []).filter(({ ref }) => shown.has(ref)).map(({ ref, x, y }) => [ref, { x, y }] as const);
  const grades = new Map((marks?.grades ?? []).map((grade) => [grade.id, grade]));
  const model = { ...bare, positions: new Map([...laidOut, ...told]), grades, disabled: new Set(marks?.disabled ?? []) };
  return { title, document: toDocument(model), elements: { nodes, links } };
}

async function openContent(context: ReadContext, { document, links, chart, subject, title }: Question): Promise<ChartContent> {
  if (document !== null) return readContent(context, document, links, title);
  if (chart !== null) {
    const kept = readChart(context.db, chart);
    if (!kept) throw new CaseweaveError("chart-unknown", { id: chart });
    return readContent(context, chartDocumentSchema.parse(JSON.parse(kept.document)), links, title || kept.name);
  }
  if (subject === null)
    throw new CaseweaveError("bad-request", { problems: [{ field: "document / chart / subject", problem: "missing" }] });
  const opened = await layOutSubject(context, subject);
  return title === "" ? opened : { ...opened, title };
}

/** Withdrawn entities stand on the chart as ghosts: their keys are masked with the rest. */
export function maskContent(content: ChartContent, context: JobContext): ChartContent {
  if (!isMaskedSession(context)) return content;
  const elements = maskResult(content.elements, context.show) as ChartElements;
  const document = maskResult(content.document, context.show) as ChartDocument;
  return { title: context.show.text(content.title), document, elements };
}

export async function exportChart(question: Question, context: JobContext): Promise<ExportedFile> {
  const { format, language } = question;
  const content = maskContent(await openContent(context, question), context);
  if (content.document.nodes.length === 0) throw new CaseweaveError("chart-empty");
  const say = createSentences(language);
  const isMasked = isMaskedSession(context);
  const input: ChartTaskInput = {
    ...content,
    identities: question.identities,
    title: content.title || say("export.chart.unnamed"),
    footer: printMark(context, say),
    at: context.clock(),
    isMasked,
    format,
    language,
    paper: { paper: question.paper, sheet: question.sheet ?? question.paper },
    scale: question.scale,
  };
  const { signal, report, jobs } = context;
  const bytes = await jobs.run<Uint8Array>("writeChart", input, { signal, report });
  return exportedFile(input.title, format, bytes, fromDocument(content.document, content.elements).nodes.size, isMasked);
}
