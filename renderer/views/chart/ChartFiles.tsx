// Keeping, opening and removing charts of the workspace.
import { Popover } from "antd";
import { type FormEvent, useState } from "react";
import type { ChartItem } from "../../../shared/chart/calls.ts";
import { useWords } from "../../i18n/index.ts";
import { Button, EmptyState, formatTime, IconButton, Skeleton, Tag } from "../../parts/index.ts";
import { useChart } from "../../state/chart.ts";
import { deleteChart, keptSubject, newChart, saveChart } from "../../state/chartFiles.ts";
import { useMenu } from "../../state/chartMenu.ts";
import { goTo } from "../../state/navigation.ts";
import { reportError } from "../../state/toasts.ts";
import { useCall } from "../../state/useCall.ts";
import "./chartFiles.css";

function SaveForm({ onDone }: { readonly onDone: () => void }) {
  const t = useWords();
  const name = useChart((state) => state.name);
  const count = useChart((state) => state.chart.model.nodes.size);
  const [text, setText] = useState(name);
  const save = (event: FormEvent) => {
    event.preventDefault();
    saveChart(text.trim()).then(onDone, reportError);
  };
  return (
    <form className="cw-chart-save" onSubmit={save}>
      <input
        className="cw-input"
        value={text}
        aria-label={t("chart.file.name")}
        placeholder={t("chart.file.name")}
        onChange={(event) => setText(event.target.value)}
      />
      <button type="submit" className="cw-button cw-button-primary cw-button-small" disabled={text.trim() === "" || count === 0}>
        {t("chart.file.save")}
      </button>
    </form>
  );
}

function KeptChart({ item, onOpen }: { readonly item: ChartItem; readonly onOpen: () => void }) {
  const t = useWords();
  const id = useChart((state) => state.id);
  const open = () => {
    goTo("chart", keptSubject(item.id));
    onOpen();
  };
  return (
    <li aria-current={item.id === id}>
      <button type="button" onClick={open}>
        <b>{item.name}</b>
        {item.from !== null && <Tag tone="accent">{item.from.unit}</Tag>}
        <span className="cw-quiet cw-small">{t("chart.file.line", { n: item.entities, at: formatTime(item.savedAt) })}</span>
      </button>
      <IconButton icon="trash" label={t("chart.file.delete", { name: item.name })} onClick={() => deleteChart(item).catch(reportError)} />
    </li>
  );
}

function FileList({ onDone }: { readonly onDone: () => void }) {
  const t = useWords();
  const { data } = useCall("chart.listCharts", {}, ["charts"]);
  return (
    <div className="cw-chart-files">
      <SaveForm onDone={onDone} />
      {data === null && <Skeleton rows={3} />}
      {data?.length === 0 && <EmptyState icon="affiliate" title={t("chart.file.none")} />}
      <ul>
        {data?.map((item) => (
          <KeptChart key={item.id} item={item} onOpen={onDone} />
        ))}
      </ul>
      <Button
        small
        tone="text"
        icon="plus"
        onClick={() => {
          newChart();
          onDone();
        }}
      >
        {t("chart.file.new")}
      </Button>
    </div>
  );
}

export function ChartFiles() {
  const t = useWords();
  const [isOpen, setOpen] = useMenu("files");
  return (
    <Popover
      open={isOpen}
      onOpenChange={setOpen}
      trigger="click"
      placement="bottomRight"
      destroyOnHidden
      content={<FileList onDone={() => setOpen(false)} />}
    >
      <Button tone="text" small icon="save">
        {t("chart.file.menu")}
      </Button>
    </Popover>
  );
}
