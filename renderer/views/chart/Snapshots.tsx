// Named states of the chart: take one, hold the chart against it, go back to it.
import { Popover } from "antd";
import { type FormEvent, useState } from "react";
import type { SnapshotItem } from "../../../shared/chart/workCalls.ts";
import { useWords } from "../../i18n/index.ts";
import { Button, formatTime, IconButton, Skeleton } from "../../parts/index.ts";
import { useChart } from "../../state/chart.ts";
import { useMenu } from "../../state/chartMenu.ts";
import { compareWith, deleteSnapshot, goBackTo, takeSnapshot } from "../../state/chartSnapshots.ts";
import { workOf } from "../../state/chartWork.ts";
import { reportError } from "../../state/toasts.ts";
import { useCall } from "../../state/useCall.ts";
import "./chartFiles.css";

function TakeForm() {
  const t = useWords();
  const [text, setText] = useState("");
  const take = (event: FormEvent) => {
    event.preventDefault();
    takeSnapshot(text.trim()).then(() => setText(""), reportError);
  };
  return (
    <form className="cw-chart-save" onSubmit={take}>
      <input
        className="cw-input"
        value={text}
        aria-label={t("chart.snapshot.name")}
        placeholder={t("chart.snapshot.name")}
        onChange={(event) => setText(event.target.value)}
      />
      <button type="submit" className="cw-button cw-button-primary cw-button-small" disabled={text.trim() === ""}>
        {t("chart.snapshot.take")}
      </button>
    </form>
  );
}

function SnapshotRow({ item, onDone }: { readonly item: SnapshotItem; readonly onDone: () => void }) {
  const t = useWords();
  return (
    <li>
      <button type="button" onClick={() => compareWith(item).then(onDone, reportError)}>
        <b>{item.name}</b>
        <span className="cw-quiet cw-small">
          {t("chart.snapshot.line", { n: item.entities, at: formatTime(item.savedAt), by: item.by })}
        </span>
      </button>
      <IconButton
        icon="arrowsSplit"
        label={t("chart.snapshot.compare", { name: item.name })}
        onClick={() => compareWith(item).then(onDone, reportError)}
      />
      <IconButton
        icon="history"
        label={t("chart.snapshot.goBack", { name: item.name })}
        onClick={() => goBackTo(item).then(onDone, reportError)}
      />
      <IconButton
        icon="trash"
        label={t("chart.snapshot.delete", { name: item.name })}
        onClick={() => deleteSnapshot(item).catch(reportError)}
      />
    </li>
  );
}

function SnapshotList({ onDone }: { readonly onDone: () => void }) {
  const t = useWords();
  const chart = useChart(workOf);
  const { data } = useCall("chart.listSnapshots", { chart }, ["charts"]);
  return (
    <div className="cw-chart-files">
      <TakeForm />
      {data === null && <Skeleton rows={3} />}
      {data?.length === 0 && <p className="cw-quiet cw-small">{t("chart.snapshot.none")}</p>}
      <ul>
        {data?.map((item) => (
          <SnapshotRow key={item.number} item={item} onDone={onDone} />
        ))}
      </ul>
    </div>
  );
}

export function Snapshots() {
  const t = useWords();
  const [isOpen, setOpen] = useMenu("snapshots");
  const isEmpty = useChart((state) => state.chart.model.nodes.size === 0);
  return (
    <Popover
      open={isOpen}
      onOpenChange={setOpen}
      trigger="click"
      placement="bottomRight"
      destroyOnHidden
      content={<SnapshotList onDone={() => setOpen(false)} />}
    >
      <Button tone="text" small icon="history" disabled={isEmpty}>
        {t("chart.snapshot.menu")}
      </Button>
    </Popover>
  );
}
