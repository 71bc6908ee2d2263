// Named states of the open chart: taken, held against it, gone back to.
import { operationsBetween } from "../../shared/chart/compareCharts.ts";
import { type ChartModel, fromDocument } from "../../shared/chart/graphModel.ts";
import type { SnapshotItem } from "../../shared/chart/workCalls.ts";
import { engine } from "../rpc/engine.ts";
import { step, useChart } from "./chart.ts";
import { openDocument, saveWork, workOf } from "./chartWork.ts";
import { tell } from "./toasts.ts";

export async function takeSnapshot(name: string): Promise<void> {
  await saveWork();
  const view = useChart.getState();
  await engine.call("chart.saveSnapshot", { chart: workOf(view), name, document: openDocument(view.chart.model) });
  tell("chart.toast.snapshot", { name });
}

async function readState({ number }: SnapshotItem): Promise<ChartModel> {
  const { document } = await engine.call("chart.readSnapshot", { chart: workOf(useChart.getState()), number });
  const refs = document.nodes.map(({ ref }) => ref);
  return fromDocument(document, await engine.call("chart.readElements", { refs, links: document.links }));
}

/** Merges of two entities of which one stands on the chart, judged since then and not taken back. */
async function countMerges(since: string, model: ChartModel): Promise<number> {
  const decisions = await engine.call("review.listDecisions", { limit: 1000 });
  const latest = new Map<string, string>();
  for (const { subject, a, b, verdict, at } of decisions) {
    const key = `${a}\n${b}`;
    if (subject === "identity" && at > Date.parse(since) && (model.nodes.has(a) || model.nodes.has(b)) && !latest.has(key))
      latest.set(key, verdict);
  }
  return [...latest.values()].filter((verdict) => verdict === "confirm").length;
}

export async function compareWith(item: SnapshotItem): Promise<void> {
  const before = await readState(item);
  const merges = await countMerges(item.savedAt, useChart.getState().chart.model);
  useChart.setState({ comparison: { name: item.name, savedAt: item.savedAt, before, merges }, menu: null });
}

export const stopComparing = (): void => useChart.setState({ comparison: null });

/** One step: undo brings back what was. */
export async function goBackTo(item: SnapshotItem): Promise<void> {
  const state = await readState(item);
  const { model } = useChart.getState().chart;
  step({ code: "restore", n: state.nodes.size }, operationsBetween(model, state));
  stopComparing();
}

export async function deleteSnapshot(item: SnapshotItem): Promise<void> {
  const chart = workOf(useChart.getState());
  const { document } = await engine.call("chart.readSnapshot", { chart, number: item.number });
  await engine.call("chart.deleteSnapshot", { chart, number: item.number });
  tell("chart.toast.snapshotGone", { name: item.name }, () => {
    void engine.call("chart.saveSnapshot", { chart, name: item.name, document });
  });
}
