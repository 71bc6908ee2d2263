// The open chart as a file: what is on screen, where it stands and what is faded; the engine masks and writes it.
import { create } from "zustand";
import type { PaperName } from "../../shared/chart/paper.ts";
import type { ChartFormat, ExportedFile } from "../../shared/review/exportCalls.ts";
import type { Language } from "../../shared/words.ts";
import { engine } from "../rpc/engine.ts";
import { useChart } from "./chart.ts";
import { openDocument } from "./chartWork.ts";
import { handOut } from "./handOut.ts";

export interface ExportChoice {
  readonly format: ChartFormat;
  readonly paper: PaperName;
  /** PDF: sheets that it is printed on. */
  readonly sheet: PaperName;
  /** PNG: pixels for a unit. */
  readonly scale: number;
}

/** What was chosen last, for the next time. */
export const useExportChoice = create<ExportChoice>(() => ({ format: "pdf", paper: "A3", sheet: "A3", scale: 2 }));

export async function exportChart(choice: ExportChoice, language: Language): Promise<ExportedFile> {
  const { name, chart } = useChart.getState();
  const file = await engine.call("review.exportChart", {
    document: openDocument(chart.model),
    title: name,
    identities: chart.model.identities.map(({ refs }) => ({ refs: [...refs] })),
    language,
    ...choice,
  });
  handOut(file);
  return file;
}
