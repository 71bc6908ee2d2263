// Opening and keeping charts: of a series, a pair or an entity; and those kept in the workspace.

import type { ChartItem, ChartMarks } from "../../shared/chart/calls.ts";
import type { ChartDocument } from "../../shared/chart/document.ts";
import { emptyModel, fromDocument, toDocument } from "../../shared/chart/graphModel.ts";
import { emptyHistory, perform } from "../../shared/chart/history.ts";
import { layoutIds } from "../../shared/chart/layouts.ts";
import { type Operation, packPositions } from "../../shared/chart/operations.ts";
import { engine } from "../rpc/engine.ts";
import { addElements, additionOf, askLayout, isUnsaved, moveCamera, replaceChart, useChart } from "./chart.ts";
import { beginWork, openDocument, readWork, renameWork, saveWork, workOf } from "./chartWork.ts";
import { changeTimeWindow, selectEntities } from "./selection.ts";
import { reportError, tell } from "./toasts.ts";

const centre = { x: 0, y: 0 };
const collections = /^(series|pair|source):/;
const keptPrefix = "chart:";

export const keptSubject = (id: string): string => `${keptPrefix}${id}`;

/** Up to this many nodes a first picture reads best as a flow from contact over cases to money. */
const mostInLevels = 36;

/** Opens what an address names: a kept chart, a series or a pair as a new chart; an entity is added to the chart that is open. */
export async function openSubject(subject: string): Promise<void> {
  const isOpen = useChart.getState().chart.model.nodes.size > 0;
  if (subject === "") return isOpen ? undefined : resumeLast();
  if (subject === useChart.getState().chart.model.subject) return;
  if (subject.startsWith(keptPrefix)) return openKept(subject.slice(keptPrefix.length));
  if (isOpen && !collections.test(subject)) return addEntity(subject);
  if (await resume(subject)) return tell("chart.toast.resumed", { name: useChart.getState().name }, () => void openAnew(subject));
  return openAnew(subject);
}

/** Once a session what was last on the canvas comes back by itself. */
let hasResumed = false;
async function resumeLast(): Promise<void> {
  if (hasResumed) return;
  hasResumed = true;
  await resume(null);
}

/** What was worked on under this name, with its history; false where nothing is left over. */
async function resume(chart: string | null): Promise<boolean> {
  const work = await readWork(chart);
  if (work === null || (chart === null && work.document.nodes.length === 0)) return false;
  openInstead({ id: /^C-\d+$/.test(work.id) ? work.id : null, name: work.name, chart: work.state });
  showDocument(work.document);
  return true;
}

/** The shared time window and the place to look from, as a document has them. */
function showDocument({ filter, camera }: ChartDocument): void {
  changeTimeWindow({ from: filter.from, until: filter.until });
  if (camera === null) moveCamera("fit");
  else useChart.setState({ asked: camera });
}

async function openAnew(subject: string): Promise<void> {
  hasResumed = true;
  const { title, marks, ...elements } = await engine.call("chart.openSubject", { subject });
  const addition = additionOf(emptyModel(subject), elements, centre);
  const start = { model: emptyModel(subject), history: emptyHistory };
  const { model } = addition === null ? start : perform(start, { code: "add", n: 0 }, [addition, ...markOperations(elements.nodes, marks)]);
  openInstead({ name: title, chart: { model, history: emptyHistory } });
  beginWork(subject);
  if (marks !== undefined && marks.places.length >= model.nodes.size) return moveCamera("fit");
  askLayout(model.nodes.size <= mostInLevels ? "levels" : layoutIds[0], true);
  if (!collections.test(subject)) selectEntities([subject]);
}

/** Places, grades and switches as the file of a graph tells them. */
export function markOperations(nodes: readonly { readonly ref: string }[], marks: ChartMarks | undefined): readonly Operation[] {
  if (marks === undefined) return [];
  const known = new Set(nodes.map(({ ref }) => ref));
  const places = marks.places.filter(({ ref }) => known.has(ref));
  return [
    { type: "move", refs: places.map(({ ref }) => ref), positions: packPositions(places) },
    ...marks.grades.map((grade): Operation => ({ type: "put", part: "grades", id: grade.id, value: grade })),
    { type: "disable", ids: marks.disabled, on: true },
  ];
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
  hasResumed = true;
  const { document, name } = await engine.call("chart.readChart", { id });
  if (await resume(id)) {
    const { model } = useChart.getState().chart;
    useChart.setState({ name, kept: isSameDocument(toDocument(model), document) ? model : null });
    return;
  }
  const elements = await engine.call("chart.readElements", { refs: document.nodes.map((node) => node.ref), links: document.links });
  const model = fromDocument(document, elements);
  openInstead({ id, name, chart: { model, history: emptyHistory }, kept: model });
  beginWork(id);
  showDocument(document);
}

/** The same chart, whatever it is looked at from and through which time window. */
export function isSameDocument(a: ChartDocument, b: ChartDocument): boolean {
  const bare = ({ camera: _camera, filter, ...rest }: ChartDocument) => JSON.stringify({ ...rest, hiddenKinds: filter.hiddenKinds });
  return bare(a) === bare(b);
}

/** Nothing unsaved is lost without a way back. */
function openInstead(next: Parameters<typeof replaceChart>[0]): void {
  const hadUnsaved = isUnsaved(useChart.getState());
  const goBack = replaceChart(next);
  if (hadUnsaved) tell("chart.toast.replaced", { name: next.name }, goBack);
}

/** Keeps the open chart; under a new name it is a chart of its own. */
export async function saveChart(name: string): Promise<ChartItem> {
  await saveWork();
  const view = useChart.getState();
  const { model } = view.chart;
  const before = workOf(view);
  const isNew = view.id === null;
  const order = { id: name === view.name ? view.id : null, name, document: openDocument(model), work: isNew ? before : null };
  const item = await engine.call("chart.saveChart", order);
  if (isNew) renameWork(item.id);
  else if (item.id !== before) await engine.call("chart.dropWork", { chart: before });
  useChart.setState({ id: item.id, name: item.name, kept: model });
  tell("chart.toast.saved", { name: item.name });
  return item;
}

/** What a removed chart needs to come back whole. */
async function rememberChart(item: ChartItem): Promise<() => Promise<void>> {
  const { document } = await engine.call("chart.readChart", { id: item.id });
  const taken = await engine.call("chart.listSnapshots", { chart: item.id });
  const snapshots = await Promise.all(taken.map(({ number }) => engine.call("chart.readSnapshot", { chart: item.id, number })));
  return async () => {
    await engine.call("chart.saveChart", { id: item.id, name: item.name, document });
    for (const { name, document: state } of snapshots.toReversed())
      await engine.call("chart.saveSnapshot", { chart: item.id, name, document: state });
  };
}

export async function deleteChart(item: ChartItem): Promise<void> {
  const bringBack = await rememberChart(item);
  await engine.call("chart.deleteChart", { id: item.id });
  if (useChart.getState().id === item.id) {
    useChart.setState({ id: null, kept: null });
    beginWork(workOf(useChart.getState()));
  }
  tell("chart.toast.deleted", { name: item.name }, () => void bringBack().catch(reportError));
}

export function newChart(): void {
  openInstead({ name: "", chart: { model: emptyModel(), history: emptyHistory } });
  beginWork("");
}
