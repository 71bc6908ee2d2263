// The facts of one alert, each with the row that says it, and what becomes of the alert.
import { Popover } from "antd";
import { useState } from "react";
import type { AlertFact, AlertItem } from "../../../../shared/model/alert.ts";
import { rowsOfFacts } from "../../../../shared/review/watch/factRows.ts";
import { useWords } from "../../../i18n/index.ts";
import { alertLabel, alertText, rowText } from "../../../i18n/watchWords.ts";
import {
  Button,
  CitationLink,
  type Column,
  DataTable,
  EmptyState,
  ErrorPanel,
  formatTime,
  Panel,
  Skeleton,
  Tag,
} from "../../../parts/index.ts";
import { goTo } from "../../../state/navigation.ts";
import { reportError } from "../../../state/toasts.ts";
import { useCall } from "../../../state/useCall.ts";
import { markAlerts } from "../../../state/watches.ts";
import { ReasonForm } from "../../group/ReasonForm.tsx";
import { AddTaskButton } from "../task/AddTaskButton.tsx";
import { alertTones } from "./alertTones.ts";

const mostListed = 1000;
/** More than these need a third line. */
const fewTold = 2;

/** A source row with everything that it says. */
type FactRow = AlertFact & { readonly key: string; readonly facts: readonly AlertFact[] };

function useColumns(): readonly Column<FactRow>[] {
  const t = useWords();
  return [
    {
      key: "at",
      title: t("watch.column.at"),
      width: "132px",
      render: ({ at }) => (at === null ? "—" : formatTime(at)),
      text: ({ at }) => (at === null ? "" : formatTime(at, "second")),
    },
    {
      key: "fact",
      title: t("watch.column.fact"),
      width: "minmax(0, 2.4fr)",
      render: ({ facts }) => (
        <span className={facts.length > fewTold ? "cw-watch-fact cw-watch-fact-many" : "cw-watch-fact"} title={rowText(t, facts)}>
          {rowText(t, facts)}
        </span>
      ),
      text: ({ facts }) => rowText(t, facts),
    },
    {
      key: "rows",
      title: t("watch.column.rows"),
      width: "minmax(0, 1fr)",
      render: ({ source, sheet, sourceId, row }) =>
        source === null ? (
          <span className="cw-quiet">{t("watch.facts.gone")}</span>
        ) : (
          <CitationLink citation={{ source, sheet, sourceId, row }} />
        ),
      text: ({ source, row }) => (source === null ? t("watch.facts.gone") : `${source} ${row}`),
    },
  ];
}

function Dismiss({ alert }: { readonly alert: AlertItem }) {
  const t = useWords();
  const [isOpen, setOpen] = useState(false);
  const dismiss = (reason: string) => void markAlerts([alert.id], "dismissed", reason).then(() => setOpen(false), reportError);
  return (
    <Popover
      open={isOpen}
      onOpenChange={setOpen}
      trigger="click"
      destroyOnHidden
      content={<ReasonForm title={t("watch.action.dismiss")} onReason={dismiss} />}
    >
      <Button small>{t("watch.action.dismiss")}</Button>
    </Popover>
  );
}

function Tools({ alert }: { readonly alert: AlertItem }) {
  const t = useWords();
  const { entity } = alert.newest[0] ?? { entity: alert.entity };
  return (
    <>
      <Tag tone={alertTones[alert.state]}>{t(`watch.state.${alert.state}`)}</Tag>
      {entity !== null && (
        <Button small icon="affiliate" onClick={() => goTo("chart", entity)}>
          {t("watch.action.open")}
        </Button>
      )}
      <AddTaskButton small about={entity === null ? [] : [entity]} />
      <Dismiss alert={alert} />
      <Button small tone="primary" icon="check" onClick={() => void markAlerts([alert.id], "handled").catch(reportError)}>
        {t("watch.action.handled")}
      </Button>
    </>
  );
}

export function AlertFacts({ alert }: { readonly alert: AlertItem | undefined }) {
  const t = useWords();
  const columns = useColumns();
  const [selected, setSelected] = useState<string | null>(null);
  const { data, error, reload } = useCall("review.listAlertFacts", alert ? { alert: alert.id, limit: mostListed } : null, ["facts"]);
  if (!alert)
    return (
      <Panel className="cw-fill" label={t("watch.facts.title")}>
        <EmptyState icon="pointer" title={t("watch.facts.none")} />
      </Panel>
    );
  const keyed = rowsOfFacts(data ?? []).map((facts, at): FactRow => ({ ...facts[0]!, key: String(at), facts }));
  return (
    <Panel
      className="cw-fill cw-watch-facts"
      title={alertLabel(t, alert)}
      note={alert.gist === null ? alertText(t, alert) : undefined}
      tools={<Tools alert={alert} />}
    >
      {alert.gist !== null && <p className="cw-watch-note">{alertText(t, alert)}</p>}
      {alert.stateReason !== "" && <p className="cw-watch-note">{`${alert.stateBy} · ${alert.stateReason}`}</p>}
      {error ? (
        <ErrorPanel error={error} onRetry={reload} />
      ) : data === null ? (
        <Skeleton rows={8} />
      ) : (
        <DataTable
          label={t("watch.facts.title")}
          columns={keyed.some(({ at }) => at !== null) ? columns : columns.filter(({ key }) => key !== "at")}
          rows={keyed}
          keyOf={({ key }) => key}
          selectedKey={selected}
          onSelect={({ key }) => setSelected(key)}
          lines={keyed.some(({ facts }) => facts.length > fewTold) ? 2.4 : 1.6}
        />
      )}
    </Panel>
  );
}
