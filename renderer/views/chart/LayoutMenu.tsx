// Layouts of everything or of the selection, aligning and distributing, pins; and while one runs how to end it.
import { Popover } from "antd";
import { useState } from "react";
import { alignments } from "../../../shared/chart/align.ts";
import { layoutIds } from "../../../shared/chart/layouts.ts";
import { useWords } from "../../i18n/index.ts";
import { Button, Icon, Segmented } from "../../parts/index.ts";
import { alignSelected, askLayout, cancelLayout, takeLayout, toggleSwitch, useChart } from "../../state/chart.ts";
import { useMenu } from "../../state/chartMenu.ts";
import { useSelection } from "../../state/selection.ts";
import "./layoutMenu.css";
import { alignmentKeys, layoutKeys, layoutNoteKeys } from "./stepWords.ts";

function useChosen(): readonly string[] {
  const nodes = useChart((state) => state.chart.model.nodes);
  return useSelection((state) => state.entities).filter((ref) => nodes.has(ref));
}

function Layouts({ onDone }: { readonly onDone: () => void }) {
  const t = useWords();
  const chosen = useChosen();
  const [scope, setScope] = useState<"all" | "chosen">(chosen.length > 1 ? "chosen" : "all");
  const isPart = scope === "chosen" && chosen.length > 1;
  return (
    <>
      <Segmented
        label={t("chart.layout.scope")}
        value={isPart ? "chosen" : "all"}
        options={[
          { value: "all", text: t("chart.layout.all") },
          ...(chosen.length > 1 ? [{ value: "chosen" as const, text: t("chart.layout.chosen", { n: chosen.length }) }] : []),
        ]}
        onChange={setScope}
      />
      <div className="cw-layout-list">
        {layoutIds.map((id) => (
          <button
            key={id}
            type="button"
            onClick={() => {
              askLayout(id, false, isPart ? new Set(chosen) : null);
              onDone();
            }}
          >
            <b>{t(layoutKeys[id])}</b>
            <span className="cw-quiet cw-small">{t(layoutNoteKeys[id])}</span>
          </button>
        ))}
      </div>
    </>
  );
}

function Aligning() {
  const t = useWords();
  const chosen = useChosen();
  const pinned = useChart((state) => state.chart.model.pinned);
  const isAllPinned = chosen.length > 0 && chosen.every((ref) => pinned.has(ref));
  return (
    <>
      <h3>{t("chart.align.title")}</h3>
      <div className="cw-layout-align">
        {alignments.map((one) => (
          <Button key={one} small disabled={chosen.length < 2} onClick={() => alignSelected(one)}>
            {t(alignmentKeys[one])}
          </Button>
        ))}
        <Button small icon="pin" disabled={chosen.length === 0} onClick={() => toggleSwitch("pin", chosen)}>
          {isAllPinned ? t("chart.align.unpin") : t("chart.align.pin")}
        </Button>
      </div>
      <p className="cw-quiet cw-small">{t("chart.align.note")}</p>
    </>
  );
}

export function LayoutMenu() {
  const t = useWords();
  const [isOpen, setOpen] = useMenu("layout");
  const isRunning = useChart((state) => state.layout !== null);
  return (
    <Popover
      open={isOpen && !isRunning}
      onOpenChange={setOpen}
      trigger="click"
      placement="bottomLeft"
      destroyOnHidden
      content={
        <div className="cw-layout-menu">
          <Layouts onDone={() => setOpen(false)} />
          <Aligning />
        </div>
      }
    >
      <button type="button" className="cw-chart-action" disabled={isRunning}>
        <Icon name="layoutGrid" />
        {isRunning ? t("chart.action.layoutRunning") : t("chart.action.layout")}
      </button>
    </Popover>
  );
}

/** While a layout runs: the canvas shows how far it is; take that, or have everything back. */
export function LayoutStrip() {
  const t = useWords();
  const layout = useChart((state) => state.layout);
  if (layout === null || layout.isFirst) return null;
  return (
    <div className="cw-what-if" role="status">
      <Icon name="layoutGrid" size={16} />
      <span>{t("chart.layout.running", { name: t(layoutKeys[layout.id]) })}</span>
      <Button small onClick={takeLayout}>
        {t("chart.layout.take")}
      </Button>
      <Button small onClick={cancelLayout}>
        {t("frame.action.cancel")}
      </Button>
    </div>
  );
}
