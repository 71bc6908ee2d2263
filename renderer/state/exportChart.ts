// The open chart as a file: what is on screen, where it stands and what is faded; the engine masks and writes it.
import { toDocument } from "../../shared/chart/graphModel.ts";
import type { PaperName } from "../../shared/chart/paper.ts";
import type { ChartFormat, ExportedFile } from "../../shared/review/exportCalls.ts";
import type { Language } from "../../shared/words.ts";
import { engine } from "../rpc/engine.ts";
import { useChart } from "./chart.ts";
import { handOut } from "./handOut.ts";
import { useSelection } from "./selection.ts";

export interface ExportChoice {
  readonly format: ChartFormat;
  readonly paper: PaperName;
  /** PDF: sheets that it is printed on. */
  readonly sheet: PaperName;
  /** PNG: pixels for a unit. */
  readonly scale: number;
}

/** Links of a document that facts do not state travel with it. */
const stated = (kind: string): boolean => kind !== "evidence";

export async function exportChart(choice: ExportChoice, language: Language): Promise<ExportedFile> {
  const { name, chart } = useChart.getState();
  const { from, until } = useSelection.getState().timeWindow;
  const document = toDocument(chart.model);
  const links = [...chart.model.links.values()].filter(({ kind, confirmed }) => !stated(kind) || !confirmed);
  const file = await engine.call("review.exportChart", {
    document: { ...document, filter: { ...document.filter, from, until } },
    links,
    title: name,
    language,
    ...choice,
  });
  handOut(file);
  return file;
}
