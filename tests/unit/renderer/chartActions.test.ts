// What a person does to a chart, done through the same store as on screen: nothing but moving and laying out displaces what was placed, by 0 px; every step is undone to the same document.
import { beforeEach, describe, expect, test } from "vitest";
import {
  addElements,
  alignSelected,
  moveCamera,
  moveNodes,
  redoStep,
  removeFromChart,
  switchAllOn,
  toggleKind,
  toggleSwitch,
  undoStep,
  useChart,
} from "../../../renderer/state/chart.ts";
import { arrange, dissolveGroup, groupSelected, renameGroup, toggleFocus, toggleGroup } from "../../../renderer/state/chartArrange.ts";
import { drawEntity, drawLink, gradeItem } from "../../../renderer/state/chartDrafts.ts";
import { selectEntities } from "../../../renderer/state/selection.ts";
import { drawnOf } from "../../../shared/chart/drawn/index.ts";
import { type ChartModel, toDocument } from "../../../shared/chart/graphModel.ts";
import { emptyHistory } from "../../../shared/chart/history.ts";
import { aLink, aModel, aNode } from "../chart/chartFixtures.ts";

const refs = ["case:A", "case:B", "phone:1", "phone:2", "account:3", "person:4"];
const start: ChartModel = aModel(
  refs.map((ref) => aNode(ref)),
  [aLink("case:A", "phone:1"), aLink("phone:1", "phone:2"), aLink("case:B", "account:3"), aLink("account:3", "person:4")],
);
const model = () => useChart.getState().chart.model;
const group = () => model().groups.get("g1")!;

beforeEach(() => {
  useChart.setState({ chart: { model: start, history: emptyHistory }, selectedLinks: [] });
  selectEntities(["phone:1", "phone:2"]);
});

const answer = { nodes: [aNode("phone:9"), aNode("person:8")], links: [aLink("phone:1", "phone:9"), aLink("phone:9", "person:8")] };
const still: Readonly<Record<string, () => void>> = {
  add: () => void addElements("add", answer, { x: 0, y: 0 }),
  expand: () => void addElements("expand", answer, model().positions.get("phone:1")!),
  remove: () => removeFromChart(["account:3"]),
  disable: () => toggleSwitch("disable", ["phone:1", "case:A>phone:1"]),
  pin: () => toggleSwitch("pin", ["phone:1"]),
  filter: () => toggleKind("phone"),
  group: () => groupSelected("组"),
  combine: () => arrange({ combined: true }),
  condense: () => arrange({ condensed: true }),
  leaves: () => arrange({ leafless: true }),
  focus: toggleFocus,
  draftLink: () => drawLink("case:A", "case:B", "related", "猜测"),
  draftEntity: () => drawEntity("person", "幕后", "猜测", "phone:1"),
  grade: () => gradeItem("phone:1", { scheme: "4x4", source: "B", information: 2, handling: null }),
};

describe.each(Object.entries(still))("%s", (_name, act) => {
  test("displaces nothing that was placed, on the canvas either, and is one step that undo takes back whole", () => {
    const before = toDocument(model());
    act();
    expect(useChart.getState().chart.history.done).toHaveLength(1);
    const after = toDocument(model());
    for (const [ref, place] of start.positions) {
      if (model().positions.has(ref)) expect(model().positions.get(ref)).toEqual(place);
      if (drawnOf(model()).positions.has(ref)) expect(drawnOf(model()).positions.get(ref)).toEqual(place);
    }
    undoStep();
    expect(toDocument(model())).toEqual(before);
    redoStep();
    expect(toDocument(model())).toEqual(after);
  });
});

test("collapsing, unfolding, renaming and dissolving a group leaves its members where they stand", () => {
  groupSelected("组");
  expect(drawnOf(model()).nodes.has("phone:1")).toBe(false);
  toggleGroup(group());
  renameGroup(group(), "话务组");
  expect(drawnOf(model()).positions.get("phone:1")).toEqual(start.positions.get("phone:1"));
  toggleGroup(group());
  dissolveGroup(group());
  expect(drawnOf(model()).positions).toEqual(start.positions);
  for (let i = 0; i < 5; i++) undoStep();
  expect(toDocument(model())).toEqual(toDocument(start));
});

test("moving and aligning are steps that go back to the pixel; the camera is none", () => {
  moveNodes(["phone:1"], [{ x: 7, y: 9 }]);
  selectEntities(["case:A", "case:B"]);
  alignSelected("left");
  moveCamera("in");
  useChart.setState({ viewpoint: { x: 1, y: 2, zoom: 3 } });
  expect(useChart.getState().chart.history.done.map(({ name }) => name.code)).toEqual(["move", "align"]);
  expect(model().positions.get("case:B")!.x).toBe(model().positions.get("case:A")!.x);
  undoStep();
  undoStep();
  expect(model().positions).toEqual(start.positions);
});

test("everything that is switched off comes back in one step", () => {
  toggleSwitch("disable", ["phone:1"]);
  toggleSwitch("disable", ["case:B>account:3"]);
  switchAllOn();
  expect([...model().disabled]).toEqual([]);
  undoStep();
  expect([...model().disabled].sort()).toEqual(["case:B>account:3", "phone:1"]);
});
