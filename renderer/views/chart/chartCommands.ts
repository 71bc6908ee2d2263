// Commands of the chart: everything that its bar, its menus and its docks do, for the search box.
import { alignments } from "../../../shared/chart/align.ts";
import type { Arrangement } from "../../../shared/chart/document.ts";
import { layoutIds } from "../../../shared/chart/layouts.ts";
import { readySetNames, readySets } from "../../../shared/chart/looks/readySets.ts";
import { facetNames } from "../../../shared/chart/views/facets.ts";
import { matrixNames } from "../../../shared/chart/views/matrices.ts";
import { words } from "../../i18n/index.ts";
import {
  alignSelected,
  askLayout,
  moveCamera,
  redoStep,
  removeFromChart,
  selectedIds,
  switchAllOn,
  toggleSwitch,
  undoStep,
  useChart,
} from "../../state/chart.ts";
import { arrange, changeLooks, groupSelected, toggleFocus } from "../../state/chartArrange.ts";
import { changeDocks, dockViews, resetDocks } from "../../state/chartDocks.ts";
import { newChart } from "../../state/chartFiles.ts";
import { type ChartMenuName, openChartMenu } from "../../state/chartMenu.ts";
import type { Command } from "../../state/commands.ts";
import { selectEntities } from "../../state/selection.ts";
import { capOf, type viewKeyLists } from "../keyList.ts";
import { facetKeys, matrixKeys, viewKeys } from "./docks/dockWords.ts";
import { exportFormats, formatWords } from "./exportFormats.ts";
import { readySetKeys } from "./lookWords.ts";
import { alignmentKeys, layoutKeys } from "./stepWords.ts";

type ChartKey = keyof (typeof viewKeyLists)["chart"];
const cap = (key: ChartKey): string => capOf(key);

const chart = "frame.stage.chart";
const model = () => useChart.getState().chart.model;

/** Menus open after the box has closed, so that the click that closed it does not close them too. */
const open = (menu: ChartMenuName) => () => void setTimeout(() => openChartMenu(menu));

const tool = (name: "select" | "lasso" | "pan") => () => useChart.setState({ tool: name });

function toggleArrangement(part: "combined" | "condensed" | "leafless"): void {
  const change: Partial<Arrangement> = { [part]: !model().arrangement[part] };
  arrange(change);
}

const makeGroup = (): void => groupSelected(words.t("chart.group.unnamed", { n: model().groups.size + 1 }));

export interface CommandTargets {
  readonly expand: () => void;
  readonly find: () => void;
}

const steps = ({ expand, find }: CommandTargets): readonly Command[] => [
  { id: "select", icon: "pointer", under: chart, word: "chart.tool.select", keys: cap("v"), run: tool("select") },
  { id: "lasso", icon: "lasso", under: chart, word: "chart.tool.lasso", keys: cap("l"), run: tool("lasso") },
  { id: "pan", icon: "handStop", under: chart, word: "chart.tool.pan", keys: cap("h"), run: tool("pan") },
  { id: "expand", icon: "topology", under: chart, word: "chart.action.expand", keys: cap("e"), run: expand },
  { id: "find", icon: "search", under: chart, word: "chart.find.name", keys: cap("/"), run: () => void setTimeout(find) },
  { id: "undo", icon: "arrowBackUp", under: chart, word: "chart.command.undo", keys: cap("$mod+z"), run: undoStep },
  { id: "redo", icon: "arrowForwardUp", under: chart, word: "chart.command.redo", keys: cap("$mod+y"), run: redoStep },
  {
    ...{ id: "disable", icon: "linkOff", under: chart, word: "chart.action.disable", keys: cap("d") },
    run: () => toggleSwitch("disable", selectedIds()),
  },
  { id: "allOn", icon: "link", under: chart, word: "chart.command.allOn", keys: "", run: switchAllOn },
  {
    ...{ id: "remove", icon: "eyeOff", under: chart, word: "chart.action.remove", keys: cap("Delete") },
    run: () => removeFromChart(selectedIds()),
  },
  { id: "pin", icon: "pin", under: chart, word: "chart.align.pin", keys: "", run: () => toggleSwitch("pin", selectedIds()) },
  {
    ...{ id: "all", icon: "pointer", under: chart, word: "chart.command.all", keys: cap("$mod+a") },
    run: () => selectEntities([...model().nodes.keys()]),
  },
  { id: "fit", icon: "focusCentered", under: chart, word: "chart.command.fit", keys: cap("f"), run: () => moveCamera("fit") },
  { id: "in", icon: "plus", under: chart, word: "chart.command.in", keys: cap("+"), run: () => moveCamera("in") },
  { id: "out", icon: "minus", under: chart, word: "chart.command.out", keys: cap("-"), run: () => moveCamera("out") },
  {
    id: "toSelection",
    icon: "focusCentered",
    under: chart,
    word: "chart.command.toSelection",
    keys: "",
    run: () => moveCamera("selection"),
  },
];

const menus: readonly Command[] = [
  { id: "path", icon: "route", under: chart, word: "chart.action.path", keys: cap("p"), run: open("path") },
  { id: "layout", icon: "layoutGrid", under: chart, word: "chart.action.layout", keys: "", run: open("layout") },
  { id: "draft", icon: "sparkles", under: chart, word: "chart.action.draft", keys: "", run: open("draft") },
  { id: "note", icon: "fileText", under: chart, word: "chart.action.note", keys: "", run: open("note") },
  { id: "arrange", icon: "eye", under: chart, word: "chart.action.arrange", keys: "", run: open("arrange") },
  { id: "looks", icon: "affiliate", under: chart, word: "chart.action.looks", keys: "", run: open("looks") },
  { id: "snapshots", icon: "history", under: chart, word: "chart.snapshot.menu", keys: "", run: open("snapshots") },
  { id: "files", icon: "save", under: chart, word: "chart.file.save", keys: "", run: open("files") },
  { id: "new", icon: "plus", under: chart, word: "chart.file.new", keys: "", run: newChart },
  { id: "export", icon: "download", under: chart, word: "chart.export.menu", keys: "", run: open("export") },
];

const arrangements: readonly Command[] = [
  ...(["combined", "condensed", "leafless"] as const).map((part) => ({
    ...{ id: part, icon: "eye" as const, under: "chart.action.arrange", word: arrangementKeys()[part], keys: "" },
    run: () => toggleArrangement(part),
  })),
  { id: "focus", icon: "eye", under: "chart.action.arrange", word: "chart.arrange.focus", keys: "", run: toggleFocus },
  { id: "makeGroup", icon: "box", under: "chart.action.arrange", word: "chart.command.group", keys: "", run: makeGroup },
];

function arrangementKeys() {
  return { combined: "chart.arrange.combined", condensed: "chart.arrange.condensed", leafless: "chart.arrange.leafless" } as const;
}

const layouts: readonly Command[] = [
  ...layoutIds.map((id) => ({
    ...{ id: `layout.${id}`, icon: "layoutGrid" as const, under: "chart.action.layout", word: layoutKeys[id], keys: "" },
    run: () => askLayout(id),
  })),
  ...alignments.map((id) => ({
    ...{ id: `align.${id}`, icon: "layoutGrid" as const, under: "chart.align.title", word: alignmentKeys[id], keys: "" },
    run: () => alignSelected(id),
  })),
];

const looks: readonly Command[] = [
  { id: "plain", icon: "affiliate", under: "chart.action.looks", word: "chart.looks.plain", keys: "", run: () => changeLooks(null) },
  ...readySetNames.map((name) => ({
    ...{ id: `looks.${name}`, icon: "affiliate" as const, under: "chart.action.looks", word: readySetKeys[name], keys: "" },
    run: () => changeLooks(readySets[name]),
  })),
];

const docks: readonly Command[] = [
  ...dockViews.map((view) => ({
    ...{ id: `dock.${view}`, icon: "table" as const, under: "chart.dock.views", word: viewKeys[view], keys: "" },
    run: () => changeDocks({ view }),
  })),
  ...matrixNames.map((matrix) => ({
    ...{ id: `heat.${matrix}`, icon: "table" as const, under: "chart.heat.title", word: matrixKeys[matrix], keys: "" },
    run: () => changeDocks({ view: "heat", matrix }),
  })),
  ...facetNames.map((facet) => ({
    ...{ id: `facet.${facet}`, icon: "filter" as const, under: "chart.facet.title", word: facetKeys[facet], keys: "" },
    run: () => changeDocks({ facet }),
  })),
  { id: "dock.reset", icon: "table", under: "chart.dock.views", word: "chart.command.resetDocks", keys: "", run: resetDocks },
];

const files = (chooseFormat: (format: (typeof exportFormats)[number]) => void): readonly Command[] =>
  exportFormats.map((format) => ({
    ...{ id: `export.${format}`, icon: "download" as const, under: chart, word: "chart.export.menu", mark: ` ${formatWords[format].name}` },
    keys: "",
    run: () => {
      chooseFormat(format);
      open("export")();
    },
  }));

export const chartCommands = (
  targets: CommandTargets,
  chooseFormat: (format: (typeof exportFormats)[number]) => void,
): readonly Command[] => [...steps(targets), ...menus, ...arrangements, ...layouts, ...looks, ...docks, ...files(chooseFormat)];
