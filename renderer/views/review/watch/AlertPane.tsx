// The alerts at the left, the facts of the chosen one at the right.
import { useEffect, useState } from "react";
import { type AlertItem, type AlertState, alertStates } from "../../../../shared/model/alert.ts";
import { useWords } from "../../../i18n/index.ts";
import { alertLabel, alertText } from "../../../i18n/watchWords.ts";
import {
  type Column,
  DataTable,
  EmptyState,
  ErrorPanel,
  formatCount,
  formatTime,
  Panel,
  Segmented,
  Skeleton,
  Tag,
} from "../../../parts/index.ts";
import { reportError } from "../../../state/toasts.ts";
import { useCall } from "../../../state/useCall.ts";
import { markAlerts, openAlerts } from "../../../state/watches.ts";
import { AlertFacts } from "./AlertFacts.tsx";
import { alertTones } from "./alertTones.ts";

type Shown = AlertState | "open" | "all";
const shownStates: readonly Shown[] = ["open", "all", ...alertStates];
const mostListed = 500;

function useColumns(): readonly Column<AlertItem>[] {
  const t = useWords();
  return [
    {
      key: "state",
      title: t("watch.column.state"),
      width: "66px",
      render: ({ state }) => <Tag tone={alertTones[state]}>{t(`watch.state.${state}`)}</Tag>,
      text: ({ state }) => t(`watch.state.${state}`),
    },
    {
      key: "watch",
      title: t("watch.column.watch"),
      width: "minmax(96px, 1fr)",
      render: (item) => <b title={`${item.watch} ${alertLabel(t, item)}`}>{alertLabel(t, item)}</b>,
      text: (item) => alertLabel(t, item),
    },
    {
      key: "what",
      title: t("watch.column.what"),
      width: "minmax(130px, 2.6fr)",
      render: (item) => (
        <span className="cw-watch-fact" title={alertText(t, item)}>
          {alertText(t, item)}
        </span>
      ),
      text: (item) => alertText(t, item),
    },
    {
      key: "raised",
      title: t("watch.column.raised"),
      width: "minmax(84px, max-content)",
      render: ({ raisedAt }) => <span title={formatTime(raisedAt)}>{formatTime(raisedAt).slice(5)}</span>,
      text: ({ raisedAt }) => formatTime(raisedAt, "second"),
    },
  ];
}

/** A new alert that is opened has been seen. */
function useSee(alert: AlertItem | undefined): void {
  useEffect(() => {
    if (alert?.state === "new") markAlerts([alert.id], "seen").catch(reportError);
  }, [alert?.id, alert?.state]);
}

export function AlertPane({ chosen }: { readonly chosen: number | null }) {
  const t = useWords();
  const columns = useColumns();
  const [shown, setShown] = useState<Shown>(chosen === null ? "open" : "all");
  const { data, error, reload } = useCall("review.listAlerts", { state: shown, limit: mostListed }, ["watches", "facts"]);
  const alert = data?.items.find(({ id }) => id === chosen);
  useSee(alert);
  const count = (state: Shown) => (data && state in data.counts ? ` ${formatCount(data.counts[state as AlertState])}` : "");
  return (
    <div className="cw-watch-columns">
      <Panel
        className="cw-fill"
        title={t("watch.list.title")}
        tools={
          <Segmented<Shown>
            label={t("watch.state.label")}
            value={shown}
            onChange={setShown}
            options={shownStates.map((value) => ({ value, text: t(`watch.state.${value}`) + count(value) }))}
          />
        }
      >
        {error ? (
          <ErrorPanel error={error} onRetry={reload} />
        ) : data === null ? (
          <Skeleton rows={12} />
        ) : data.items.length === 0 ? (
          <EmptyState icon="bell" title={t(shown === "open" ? "watch.bell.none" : "watch.list.none")}>
            {t("watch.list.noneWhy")}
          </EmptyState>
        ) : (
          <DataTable
            label={t("watch.list.title")}
            columns={columns}
            rows={data.items}
            keyOf={({ id }) => String(id)}
            selectedKey={chosen === null ? null : String(chosen)}
            onSelect={({ id }) => openAlerts(id)}
            lines={1.6}
          />
        )}
      </Panel>
      <AlertFacts alert={alert} />
    </div>
  );
}
