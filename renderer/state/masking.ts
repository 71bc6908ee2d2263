// What stores keep across a switch of masking: nothing that was answered in clear stays behind, and what was masked is read anew.
import type { ChartNode } from "../../shared/chart/elements.ts";
import { engine } from "../rpc/engine.ts";
import { useChart } from "./chart.ts";
import { changeMapping, closeMatches, useImporting } from "./importing.ts";
import { usePreferences } from "./preferences.ts";
import { reportError } from "./toasts.ts";
import { readWorkspace } from "./workspace.ts";

/** Names of the open chart, read again; places, steps and what is switched off stay. */
async function renameNodes(): Promise<void> {
  const refs = [...useChart.getState().chart.model.nodes.keys()];
  if (refs.length === 0) return;
  const { nodes } = await engine.call("chart.readElements", { refs });
  const fresh = new Map<string, ChartNode>(nodes.map((node) => [node.ref, node]));
  useChart.setState(({ chart, kept }) => {
    const shown = [...chart.model.nodes].map(([ref, node]) => [ref, { ...node, ...fresh.get(ref) }] as const);
    const model = { ...chart.model, nodes: new Map(shown) };
    return { chart: { ...chart, model }, kept: kept === chart.model ? model : kept };
  });
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
        columns: sheet.preview.columns.map((column) => ({ ...column, samples: [], notUnderstood: [] })),
      },
    })),
  }));
  for (const sheet of useImporting.getState().sheets) if (sheet.state !== "storing") void changeMapping(sheet, sheet.preview.mapping);
}

export function watchMasking(): void {
  usePreferences.subscribe((state, before) => {
    if (state.isMasked === before.isMasked) return;
    previewAgain();
    Promise.all([renameNodes(), readWorkspace()]).catch(reportError);
  });
}
