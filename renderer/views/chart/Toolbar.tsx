// The bar above the chart: tools, undo with the name of its step, expand, layout, switch off, find, charts, export.
import type { Core } from "cytoscape";
import type { RefObject } from "react";
import { meantByAll } from "../../../shared/chart/drawn/mergeRecords.ts";
import { SeeAsSwitch } from "../../frame/SeeAsSwitch.tsx";
import { useWords } from "../../i18n/index.ts";
import { Button, IconButton, type IconName } from "../../parts/index.ts";
import { isUnsaved, redoStep, removeFromChart, selectedIds, toggleSwitch, undoStep, useChart } from "../../state/chart.ts";
import { useChartMenu } from "../../state/chartMenu.ts";
import { useIdentities } from "../../state/identities.ts";
import { useSelection } from "../../state/selection.ts";
import { TakeScene } from "../review/board/TakeScene.tsx";
import { ArrangeMenu } from "./ArrangeMenu.tsx";
import { ChartFiles } from "./ChartFiles.tsx";
import { DraftMenu } from "./DraftMenu.tsx";
import { ExportButton } from "./ExportDialog.tsx";
import { FindBox } from "./FindBox.tsx";
import { type FittingItem, FittingItems } from "./FittingItems.tsx";
import { LayoutMenu } from "./LayoutMenu.tsx";
import { LooksMenu } from "./LooksMenu.tsx";
import { NoteMenu } from "./NoteMenu.tsx";
import { PathMenu } from "./PathMenu.tsx";
import { Snapshots } from "./Snapshots.tsx";
import { stepKeys } from "./stepWords.ts";

const tools = [
  { tool: "select", icon: "pointer", word: "chart.tool.select" },
  { tool: "lasso", icon: "lasso", word: "chart.tool.lasso" },
  { tool: "pan", icon: "handStop", word: "chart.tool.pan" },
] as const;

function ToolButtons() {
  const t = useWords();
  const tool = useChart((state) => state.tool);
  const words = { select: t("chart.tool.select"), lasso: t("chart.tool.lasso"), pan: t("chart.tool.pan") };
  return tools.map((one) => (
    <IconButton
      key={one.tool}
      icon={one.icon}
      label={words[one.tool]}
      pressed={tool === one.tool}
      onClick={() => useChart.setState({ tool: one.tool })}
    />
  ));
}

function UndoButtons() {
  const t = useWords();
  const { done, undone } = useChart((state) => state.chart.history);
  const [last, next] = [done.at(-1)?.name, undone.at(-1)?.name];
  const nameOf = (name: typeof last) => (name === undefined ? "" : t(stepKeys[name.code], { n: name.n }));
  return (
    <>
      <IconButton
        icon="arrowBackUp"
        label={last ? t("chart.undo.named", { step: nameOf(last) }) : t("chart.undo.none")}
        disabled={!last}
        onClick={undoStep}
      />
      <IconButton
        icon="arrowForwardUp"
        label={next ? t("chart.redo.named", { step: nameOf(next) }) : t("chart.redo.none")}
        disabled={!next}
        onClick={redoStep}
      />
    </>
  );
}

/** What undo would take back; gives its room up to the actions. */
function LastStep() {
  const t = useWords();
  const last = useChart((state) => state.chart.history.done).at(-1)?.name;
  return (
    <span className="cw-chart-step" aria-live="polite">
      {last ? t("chart.undo.named", { step: t(stepKeys[last.code], { n: last.n }) }) : ""}
    </span>
  );
}

export interface ToolbarProps {
  readonly findBox: RefObject<HTMLInputElement | null>;
  readonly openExpand: (ref: string) => void;
  readonly cy: Core | null;
}

function ExpandAction({ openExpand }: Pick<ToolbarProps, "openExpand">) {
  const t = useWords();
  const model = useChart((state) => state.chart.model);
  const chosen = useSelection((state) => state.entities).filter((ref) => model.nodes.has(ref));
  const expandable = meantByAll(model.identities, chosen);
  return (
    <Button
      tone="text"
      small
      icon="topology"
      className="cw-chart-action"
      disabled={expandable === null || model.drafts.has(expandable)}
      onClick={() => openExpand(expandable!)}
    >
      {t("chart.action.expand")}
    </Button>
  );
}

interface ChosenActionProps {
  readonly icon: IconName;
  readonly word: string;
  readonly onClick: () => void;
}

/** Acts on what is selected. */
function ChosenAction({ icon, word, onClick }: ChosenActionProps) {
  const nodes = useChart((state) => state.chart.model.nodes);
  const links = useChart((state) => state.selectedLinks);
  const hasChosen = useSelection((state) => state.entities).some((ref) => nodes.has(ref)) || links.length > 0;
  return (
    <Button tone="text" small icon={icon} className="cw-chart-action" disabled={!hasChosen} onClick={onClick}>
      {word}
    </Button>
  );
}

function useItems({ openExpand, cy }: Pick<ToolbarProps, "openExpand" | "cy">): readonly FittingItem[] {
  const t = useWords();
  const disable = () => toggleSwitch("disable", selectedIds());
  const remove = () => removeFromChart(selectedIds());
  return [
    { id: "expand", node: <ExpandAction openExpand={openExpand} /> },
    { id: "path", node: <PathMenu /> },
    { id: "layout", node: <LayoutMenu /> },
    { id: "draft", node: <DraftMenu /> },
    { id: "note", node: <NoteMenu cy={cy} /> },
    { id: "disable", node: <ChosenAction icon="linkOff" word={t("chart.action.disable")} onClick={disable} /> },
    { id: "remove", node: <ChosenAction icon="eyeOff" word={t("chart.action.remove")} onClick={remove} /> },
    { id: "arrange", node: <ArrangeMenu /> },
    { id: "looks", node: <LooksMenu /> },
  ];
}

export function Toolbar({ findBox, openExpand, cy }: ToolbarProps) {
  const t = useWords();
  const hasMerged = useIdentities((state) => state.onChart.length > 0);
  const isDirty = useChart(isUnsaved);
  const isArranged = useChart((state) => state.layout !== null);
  const opened = useChartMenu(({ open }) => open);
  const items = useItems({ openExpand, cy });
  return (
    <div className="cw-chart-bar" role="toolbar" aria-label={t("chart.bar.name")} aria-busy={isArranged} data-panel="" tabIndex={-1}>
      <div className="cw-chart-bar-part" data-fixed="">
        <ToolButtons />
        <i className="cw-chart-rule" />
        <UndoButtons />
      </div>
      <LastStep />
      <FittingItems items={items} opened={opened} />
      <div className="cw-chart-bar-end" data-fixed="">
        {hasMerged && <SeeAsSwitch />}
        <FindBox box={findBox} />
        {/* Keeps its room, so that nothing beside it moves when a chart is kept. */}
        <span className={isDirty ? "cw-chart-unsaved" : "cw-chart-unsaved cw-chart-saved"}>{t("chart.file.unsaved")}</span>
        <Snapshots />
        <TakeScene />
        <ChartFiles />
        <ExportButton />
      </div>
    </div>
  );
}
