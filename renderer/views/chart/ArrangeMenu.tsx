// How the chart is drawn: links combined, chains condensed, leaves hidden, focus; and its groups.
import { Popover } from "antd";
import { useState } from "react";
import type { Group } from "../../../shared/chart/document.ts";
import { useWords } from "../../i18n/index.ts";
import { Button, formatCount, IconButton } from "../../parts/index.ts";
import { selectedIds, useChart } from "../../state/chart.ts";
import { arrange, dissolveGroup, groupSelected, renameGroup, toggleFocus, toggleGroup } from "../../state/chartArrange.ts";
import { useMenu } from "../../state/chartMenu.ts";
import { selectEntities, useSelection } from "../../state/selection.ts";
import "./arrangeMenu.css";

interface SwitchProps {
  readonly word: string;
  readonly note: string;
  readonly isOn: boolean;
  readonly isDisabled?: boolean;
  readonly onChange: () => void;
}

function Switch({ word, note, isOn, isDisabled = false, onChange }: SwitchProps) {
  return (
    <label className="cw-arrange-switch">
      <input type="checkbox" checked={isOn} disabled={isDisabled} onChange={onChange} />
      <span>
        {word}
        <small className="cw-quiet">{note}</small>
      </span>
    </label>
  );
}

function Switches() {
  const t = useWords();
  const { combined, condensed, leafless, focus } = useChart((state) => state.chart.model.arrangement);
  const chosen = useSelection((state) => state.entities);
  return (
    <>
      <Switch
        word={t("chart.arrange.combined")}
        note={t("chart.arrange.combinedNote")}
        isOn={combined}
        onChange={() => arrange({ combined: !combined })}
      />
      <Switch
        word={t("chart.arrange.condensed")}
        note={t("chart.arrange.condensedNote")}
        isOn={condensed}
        onChange={() => arrange({ condensed: !condensed })}
      />
      <Switch
        word={t("chart.arrange.leafless")}
        note={t("chart.arrange.leaflessNote")}
        isOn={leafless}
        onChange={() => arrange({ leafless: !leafless })}
      />
      <Switch
        word={t("chart.arrange.focus")}
        note={t("chart.arrange.focusNote")}
        isOn={focus.length > 0}
        isDisabled={focus.length === 0 && chosen.length === 0}
        onChange={toggleFocus}
      />
    </>
  );
}

function GroupRow({ group }: { readonly group: Group }) {
  const t = useWords();
  const [label, setLabel] = useState(group.label);
  return (
    <li>
      <input
        className="cw-input"
        value={label}
        aria-label={t("chart.group.name")}
        onChange={(event) => setLabel(event.target.value)}
        onBlur={() => renameGroup(group, label.trim())}
      />
      <button type="button" className="cw-number" onClick={() => selectEntities(group.entities)}>
        {formatCount(group.entities.length)}
      </button>
      <Button small onClick={() => toggleGroup(group)}>
        {group.isCollapsed ? t("chart.group.unfold") : t("chart.group.collapse")}
      </Button>
      <IconButton icon="cross" label={t("chart.group.dissolve", { name: group.label })} onClick={() => dissolveGroup(group)} />
    </li>
  );
}

function Groups() {
  const t = useWords();
  const groups = useChart((state) => state.chart.model.groups);
  useSelection((state) => state.entities);
  const chosen = selectedIds();
  return (
    <>
      <h3>{t("chart.group.title")}</h3>
      <Button small icon="box" disabled={chosen.length < 2} onClick={() => groupSelected(t("chart.group.unnamed", { n: groups.size + 1 }))}>
        {t("chart.group.make", { n: chosen.length })}
      </Button>
      <ul>
        {[...groups.values()].map((group) => (
          <GroupRow key={group.id} group={group} />
        ))}
      </ul>
    </>
  );
}

export function ArrangeMenu() {
  const t = useWords();
  const [isOpen, setOpen] = useMenu("arrange");
  const isPlain = useChart(({ chart: { model } }) => {
    const { combined, condensed, leafless, focus } = model.arrangement;
    return !combined && !condensed && !leafless && focus.length === 0;
  });
  return (
    <Popover
      open={isOpen}
      onOpenChange={setOpen}
      trigger="click"
      placement="bottomLeft"
      destroyOnHidden
      content={
        <div className="cw-arrange">
          <Switches />
          <Groups />
        </div>
      }
    >
      <Button tone="text" small icon="eye" className={`cw-chart-action ${isPlain ? "" : "cw-chart-action-on"}`}>
        {t("chart.action.arrange")}
      </Button>
    </Popover>
  );
}
