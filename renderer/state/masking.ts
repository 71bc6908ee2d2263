// What stores keep across a switch of masking: nothing that was answered in clear stays behind, and what was masked is read anew.
import type { ChartNode } from "../../shared/chart/elements.ts";
import { engine } from "../rpc/engine.ts";
import { useChart } from "./chart.ts";
import { beginWork, linearSteps, readWork, saveWork, workOf } from "./chartWork.ts";
import { rereadReceived } from "./exchange.ts";
import { changeMapping, closeMatches, useImporting } from "./importing.ts";
import { usePreferences } from "./preferences.ts";
import { reportError } from "./toasts.ts";
import { readWorkspace } from "./workspace.ts";

/** The open chart, read again with its notes and its history; places, steps and what is switched off stay. */
async function rereadChart(): Promise<void> {
  await saveWork();
  const view = useChart.getState();
  const work = linearSteps(view.chart).length === 0 ? null : await readWork(workOf(view));
  if (work === null) return renameNodes();
  const isKept = view.kept === view.chart.model;
  useChart.setState({ chart: work.state, kept: isKept ? work.state.model : null });
}

/** Names of a chart on which nothing was done yet. */
async function renameNodes(): Promise<void> {
  const { chart } = useChart.getState();
  const refs = [...chart.model.nodes.keys()];
  if (refs.length === 0) return;
  const { nodes } = await engine.call("chart.readElements", { refs });
  const fresh = new Map<string, ChartNode>(nodes.map((node) => [node.ref, node]));
  useChart.setState(({ chart, kept }) => {
    const shown = [...chart.model.nodes].map(([ref, node]) => [ref, { ...node, ...fresh.get(ref) }] as const);
    const model = { ...chart.model, nodes: new Map(shown) };
    return { chart: { ...chart, model }, kept: kept === chart.model ? model : kept };
  });
  beginWork(workOf(useChart.getState()));
}

/** Samples and rows go at once; the preview is made anew under the mapping that was decided. */
function previewAgain(): void {
  closeMatches();
  useImporting.setState(({ sheets }) => ({
    sheets: sheets.map((sheet) => ({
      ...sheet,
      preview: {
        ...sheet.preview,
        rows: [],
        columns: sheet.preview.columns.map((column) => ({ ...column, samples: [], notUnderstood: [], whyNot: [] })),
      },
    })),
  }));
  for (const sheet of useImporting.getState().sheets) if (sheet.state !== "storing") void changeMapping(sheet, sheet.preview.mapping);
}

export function watchMasking(): void {
  usePreferences.subscribe((state, before) => {
    if (state.isMasked === before.isMasked) return;
    previewAgain();
    Promise.all([rereadChart(), readWorkspace(), rereadReceived()]).catch(reportError);
  });
}
