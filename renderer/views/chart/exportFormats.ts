// The formats that a chart leaves in, in groups, with their words.
import type { ChartFormat } from "../../../shared/review/exportCalls.ts";

export interface FormatWords {
  readonly name: string;
  readonly note: string;
}

export const formatWords: Readonly<Record<ChartFormat, FormatWords>> = {
  svg: { name: "SVG", note: "chart.export.svgNote" },
  png: { name: "PNG", note: "chart.export.pngNote" },
  pdf: { name: "PDF", note: "chart.export.pdfNote" },
  xlsx: { name: "XLSX", note: "chart.export.xlsxNote" },
  csv: { name: "CSV", note: "chart.export.csvNote" },
  graphml: { name: "GraphML", note: "chart.export.graphmlNote" },
  gexf: { name: "GEXF", note: "chart.export.gexfNote" },
  anx: { name: "i2 ANX", note: "chart.export.anxNote" },
  json: { name: "JSON", note: "chart.export.jsonNote" },
};

export const formatGroups = [
  { title: "chart.export.pictures", formats: ["pdf", "svg", "png"] },
  { title: "chart.export.tables", formats: ["xlsx", "csv"] },
  { title: "chart.export.programs", formats: ["anx", "graphml", "gexf", "json"] },
] as const satisfies readonly { readonly title: string; readonly formats: readonly ChartFormat[] }[];

export const exportFormats: readonly ChartFormat[] = formatGroups.flatMap(({ formats }) => [...formats]);
