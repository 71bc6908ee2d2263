// What the chart works out besides drawing, on 5,000 entities and 10,000 links: layouts, a thousand steps and their undo, comparing, looks, arrangements. Processor time, so that a busy machine says the same.
import { placeForce } from "../../renderer/views/chart/forceLayout.ts";
import { compareCharts } from "../../shared/chart/compareCharts.ts";
import { drawnOf } from "../../shared/chart/drawn/index.ts";
import type { ChartLink } from "../../shared/chart/elements.ts";
import { type ChartModel, emptyModel } from "../../shared/chart/graphModel.ts";
import { type ChartState, emptyHistory, perform, undo } from "../../shared/chart/history.ts";
import { layoutInput } from "../../shared/chart/layouts/layoutInput.ts";
import { settle } from "../../shared/chart/layouts/settle.ts";
import { layouts } from "../../shared/chart/layouts.ts";
import { applyLooks } from "../../shared/chart/looks/applyLooks.ts";
import { readySets } from "../../shared/chart/looks/readySets.ts";
import { plainArrangement } from "../../shared/chart/marks.ts";
import { applyOperation, packPositions } from "../../shared/chart/operations.ts";
import { paperTheme } from "../../shared/chart/paperTheme.ts";
import { chartRows, sortRows } from "../../shared/chart/views/chartRows.ts";
import { barsOf, chosenBy, facetNames } from "../../shared/chart/views/facets.ts";
import { isLit, matrices, matrixNames } from "../../shared/chart/views/matrices.ts";
import { seededRandom } from "../../shared/random.ts";
import { printFigure } from "./figure.ts";

const count = 5000;
const steps = 1000;

/** Newcomers call those who are called much (Barabási and Albert 1999), two calls each. */
function makeModel(): ChartModel {
  const random = seededRandom(1);
  const times = (i: number) => ({ firstAt: i * 1e6, lastAt: i * 1e6 });
  const nodes = Array.from({ length: count }, (_, i) => ({
    ...{ ref: `phone:${i}`, kind: "phone", subtype: "", label: String(i), note: "", ghost: false },
    ...times(i),
  }));
  const ends = [0];
  const links: ChartLink[] = [];
  for (let i = 1; i < count; i++)
    for (let call = 0; call < 2; call++) {
      const other = ends[Math.floor(random() * ends.length)]!;
      const facts = { kind: "call", directed: true, count: 1, sum: null, confirmed: true, ...times(i) };
      links.push({ id: `${i}-${call}`, from: `phone:${i}`, to: `phone:${other}`, ...facts });
      ends.push(i, other);
    }
  const positions = packPositions(nodes.map((_, i) => ({ x: (i % 70) * 120, y: Math.floor(i / 70) * 90 })));
  return applyOperation(emptyModel(), { type: "add", nodes, positions, links, pinned: [], disabled: [] }).model;
}

function measure(figure: string, budget: number | null, work: () => unknown): void {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  const note = `processor time, ${count} entities`;
  printFigure({ bench: "chartWork", figure, value: (user + system) / 1e6, unit: "s", budget, note });
}

const model = makeModel();
const input = layoutInput(model);
measure("layout.force", 5, () => settle(input, placeForce(input)));
for (const [id, place] of Object.entries(layouts)) measure(`layout.${id}`, 5, () => settle(input, place(input)));
let state: ChartState = { model, history: emptyHistory };
measure(`steps.${steps}`, null, () => {
  for (let i = 0; i < steps; i++)
    state = perform(state, { code: "move", n: 1 }, [{ type: "move", refs: [`phone:${i}`], positions: Float64Array.of(1, 2) }]);
});
measure(`undo.${steps}`, null, () => {
  for (let i = 0; i < steps; i++) state = undo(state);
});
measure("compare", 0.1, () => compareCharts(model, state.model));
measure("looks.calls", null, () => applyLooks(model, readySets.calls.rules, paperTheme.looks));
const arrangement = { ...plainArrangement, combined: true, condensed: true, leafless: true };
const arranged = applyOperation(model, { type: "arrange", arrangement }).model;
measure("arrange.all", null, () => drawnOf(arranged));

// Linked views: everything that a selection of 500 or a new time window asks for, each within a tenth of a second.
const events = new Map(
  [...model.links.keys()].map((id, i) => [id, { minutes: Array.from({ length: 10 }, (_, n) => 29_000_000 + i * 7 + n * 1440), days: [] }]),
);
const chosen = [...model.nodes.keys()].slice(0, 500);
const timeWindow = { from: null, until: null };
for (const facet of facetNames) measure(`views.bars.${facet}`, 0.1, () => chosenBy(barsOf(model, facet, timeWindow), ["phone"], false));
for (const name of matrixNames) {
  const question = { model, times: events, timeWindow, chosen };
  measure(`views.matrix.${name}`, 0.1, () => matrices[name](question));
  const matrix = matrices[name](question);
  measure(`views.light.${name}`, 0.1, () => matrix.cells.flat().filter((cell) => isLit(cell, chosen)).length);
}
measure("views.table", 0.1, () => sortRows(chartRows(model), "links"));
