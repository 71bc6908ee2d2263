// The time window that chart, tables, timeline and histogram share. Changed here or by any brush.
import { Popover } from "antd";
import { useState } from "react";
import { useWords } from "../i18n/index.ts";
import { Button, DateField, Icon } from "../parts/index.ts";
import { changeTimeWindow, type TimeWindow, useSelection } from "../state/selection.ts";
import { useWorkspace } from "../state/workspace.ts";

/** `2026-05-01 – 11-23`: the year of the end only where it differs. */
export function printWindow({ from, until }: TimeWindow): string {
  const end = until !== null && from !== null && until.slice(0, 4) === from.slice(0, 4) ? until.slice(5) : (until ?? "…");
  return `${from ?? "…"} – ${end}`;
}

/** The last `days` days up to a date. */
export function windowBefore(last: string, days: number): TimeWindow {
  const from = new Date(Date.parse(`${last}T00:00:00Z`) - (days - 1) * 86_400_000).toISOString().slice(0, 10);
  return { from, until: last };
}

function WindowForm({ onDone }: { readonly onDone: () => void }) {
  const t = useWords();
  const { from, until } = useSelection((state) => state.timeWindow);
  const info = useWorkspace((state) => state.info);
  const last = info?.lastAt?.slice(0, 10) ?? null;
  const choose = (timeWindow: TimeWindow) => {
    changeTimeWindow(timeWindow);
    onDone();
  };
  return (
    <div className="cw-window-form">
      <label>
        <span>{t("frame.window.from")}</span>
        <DateField value={from ?? ""} max={until ?? undefined} onChange={(day) => changeTimeWindow({ from: day || null, until })} />
      </label>
      <label>
        <span>{t("frame.window.until")}</span>
        <DateField value={until ?? ""} min={from ?? undefined} onChange={(day) => changeTimeWindow({ from, until: day || null })} />
      </label>
      <div className="cw-actions">
        <Button small onClick={() => choose({ from: null, until: null })}>
          {t("frame.window.all")}
        </Button>
        {last !== null && (
          <>
            <Button small onClick={() => choose(windowBefore(last, 30))}>
              {t("frame.window.month")}
            </Button>
            <Button small onClick={() => choose(windowBefore(last, 90))}>
              {t("frame.window.quarter")}
            </Button>
          </>
        )}
      </div>
      <p className="cw-quiet cw-small">{t("frame.window.note")}</p>
    </div>
  );
}

export function TimeWindowButton() {
  const t = useWords();
  const [isOpen, setOpen] = useState(false);
  const timeWindow = useSelection((state) => state.timeWindow);
  const isAll = timeWindow.from === null && timeWindow.until === null;
  return (
    <Popover
      trigger="click"
      placement="bottomRight"
      open={isOpen}
      onOpenChange={setOpen}
      content={<WindowForm onDone={() => setOpen(false)} />}
    >
      <button type="button" className="cw-chip" aria-expanded={isOpen}>
        <Icon name="calendar" size={15} />
        <span className="cw-number">{isAll ? t("frame.window.all") : printWindow(timeWindow)}</span>
        <Icon name="chevronDown" size={13} />
      </button>
    </Popover>
  );
}
