// Opening and keeping charts: of a series, a pair or an entity; and those kept in the workspace.

import type { ChartItem } from "../../shared/chart/calls.ts";
import { emptyModel, fromDocument, toDocument } from "../../shared/chart/graphModel.ts";
import { emptyHistory, perform } from "../../shared/chart/history.ts";
import { layoutIds } from "../../shared/chart/layouts.ts";
import { engine } from "../rpc/engine.ts";
import { addElements, additionOf, askLayout, isUnsaved, moveCamera, replaceChart, useChart } from "./chart.ts";
import { changeTimeWindow, selectEntities, useSelection } from "./selection.ts";
import { tell } from "./toasts.ts";

const centre = { x: 0, y: 0 };
const collections = /^(series|pair):/;
const keptPrefix = "chart:";

export const keptSubject = (id: string): string => `${keptPrefix}${id}`;

/** Up to this many nodes a first picture reads best as a flow from contact over cases to money. */
const mostInLevels = 36;

/** Opens what an address names: a kept chart, a series or a pair as a new chart; an entity is added to the chart that is open. */
export async function openSubject(subject: string): Promise<void> {
  if (subject === "" || subject === useChart.getState().chart.model.subject) return;
  if (subject.startsWith(keptPrefix)) return openKept(subject.slice(keptPrefix.length));
  const isOpen = useChart.getState().chart.model.nodes.size > 0;
  if (isOpen && !collections.test(subject)) return addEntity(subject);
  const { title, ...elements } = await engine.call("chart.openSubject", { subject });
  const addition = additionOf(emptyModel(subject), elements, centre);
  const start = { model: emptyModel(subject), history: emptyHistory };
  const { model } = addition === null ? start : perform(start, { code: "add", n: 0 }, [addition]);
  openInstead({ name: title, chart: { model, history: emptyHistory } });
  askLayout(model.nodes.size <= mostInLevels ? "levels" : layoutIds[0], true);
  if (!collections.test(subject)) selectEntities([subject]);
}

async function addEntity(ref: string): Promise<void> {
  const { model } = useChart.getState().chart;
  if (!model.nodes.has(ref)) {
    const answer = await engine.call("chart.readElements", { refs: [...model.nodes.keys(), ref] });
    addElements("add", answer, nextTo([...model.positions.values()]));
  }
  selectEntities([ref]);
  moveCamera("selection");
}

/** Right of everything, at the height of its middle. */
function nextTo(places: readonly { readonly x: number; readonly y: number }[]): { readonly x: number; readonly y: number } {
  const right = places.reduce((most, place) => Math.max(most, place.x), -Infinity);
  const middle = places.reduce((sum, place) => sum + place.y, 0) / Math.max(1, places.length);
  return places.length === 0 ? centre : { x: right + 140, y: Math.round(middle) };
}

async function openKept(id: string): Promise<void> {
  if (useChart.getState().id === id) return;
  const { document, name } = await engine.call("chart.readChart", { id });
  const elements = await engine.call("chart.readElements", { refs: document.nodes.map((node) => node.ref) });
  const model = fromDocument(document, elements);
  openInstead({ id, name, chart: { model, history: emptyHistory }, kept: model });
  changeTimeWindow({ from: document.filter.from, until: document.filter.until });
  moveCamera("fit");
}

/** Nothing unsaved is lost without a way back. */
function openInstead(next: Parameters<typeof replaceChart>[0]): void {
  const hadUnsaved = isUnsaved(useChart.getState());
  const goBack = replaceChart(next);
  if (hadUnsaved) tell("chart.toast.replaced", { name: next.name }, goBack);
}

/** Keeps the open chart; under a new name it is a chart of its own. */
export async function saveChart(name: string): Promise<ChartItem> {
  const view = useChart.getState();
  const { model } = view.chart;
  const { from, until } = useSelection.getState().timeWindow;
  const document = { ...toDocument(model), filter: { ...toDocument(model).filter, from, until } };
  const item = await engine.call("chart.saveChart", { id: name === view.name ? view.id : null, name, document });
  useChart.setState({ id: item.id, name: item.name, kept: model });
  tell("chart.toast.saved", { name: item.name });
  return item;
}

export async function deleteChart(item: ChartItem): Promise<void> {
  const { document } = await engine.call("chart.readChart", { id: item.id });
  await engine.call("chart.deleteChart", { id: item.id });
  if (useChart.getState().id === item.id) useChart.setState({ id: null, kept: null });
  tell("chart.toast.deleted", { name: item.name }, () => void engine.call("chart.saveChart", { id: null, name: item.name, document }));
}

export const newChart = (): void => openInstead({ name: "", chart: { model: emptyModel(), history: emptyHistory } });
