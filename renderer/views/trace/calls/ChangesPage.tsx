// All changes of number that the calls suggest: around a day, or on every day on which numbers fall silent for good.
import { useState } from "react";
import type { NumberChangeLine } from "../../../../shared/trace/calls.ts";
import { shownKey } from "../../../i18n/entityNames.ts";
import { useWords } from "../../../i18n/index.ts";
import {
  type Column,
  DataTable,
  DateField,
  EmptyState,
  ErrorPanel,
  formatCount,
  formatTime,
  PageTitle,
  Panel,
  Skeleton,
  Tag,
} from "../../../parts/index.ts";
import { openTrace } from "../../../state/trace.ts";
import { useCall } from "../../../state/useCall.ts";
import type { TracePageProps } from "../page.ts";
import { ChangeCard } from "./ChangeCard.tsx";
import "./calls.css";

/** Below half the likeness most candidates are chance. */
const usualLeast = 0.5;
const leastScores = [0, 0.3, usualLeast, 0.7];

const keyOf = ({ old, new: fresh, at }: NumberChangeLine): string => `${old} ${fresh} ${at}`;

function useColumns(): readonly Column<NumberChangeLine>[] {
  const t = useWords();
  const number = (key: "old" | "new", word: string): Column<NumberChangeLine> => ({
    key,
    title: t(word),
    width: "minmax(130px, 1fr)",
    render: (line) => <b className="cw-number">{shownKey(line[key])}</b>,
    text: (line) => shownKey(line[key]),
  });
  return [
    number("old", "trace.change.old"),
    number("new", "trace.change.new"),
    { key: "at", title: t("trace.change.at"), width: "104px", render: (line) => formatTime(line.at, "date"), text: (line) => line.at },
    {
      key: "contacts",
      title: t("trace.change.shared"),
      width: "92px",
      align: "right",
      render: (line) => formatCount(line.evidence.sharedContactCount),
      text: (line) => String(line.evidence.sharedContactCount),
    },
    {
      key: "handset",
      title: t("trace.change.sameHandset"),
      width: "80px",
      render: (line) => (line.evidence.sameHandset ? <Tag tone="plus">{t("trace.change.yes")}</Tag> : <span className="cw-quiet">—</span>),
      text: (line) => String(line.evidence.sameHandset),
    },
    {
      key: "score",
      title: t("trace.change.score"),
      width: "76px",
      align: "right",
      render: (line) => <b className="cw-number">{line.score.toFixed(2)}</b>,
      text: (line) => line.score.toFixed(3),
    },
    {
      key: "assigned",
      title: t("trace.change.judged"),
      width: "92px",
      render: (line) =>
        line.assigned ? <Tag tone="accent">{t("trace.change.best")}</Tag> : <span className="cw-quiet">{t("trace.change.runner")}</span>,
      text: (line) => String(line.assigned),
    },
  ];
}

export function ChangesPage(_: TracePageProps) {
  const t = useWords();
  const columns = useColumns();
  const [at, setAt] = useState<string | null>(null);
  const [least, setLeast] = useState(usualLeast);
  const [chosen, setChosen] = useState<string | null>(null);
  const { data, error, reload } = useCall("trace.findNumberChanges", { at }, ["facts"]);
  const lines = data?.lines.filter(({ score }) => score >= least) ?? [];
  const open = lines.find((line) => keyOf(line) === chosen) ?? lines[0];
  return (
    <div className="cw-page cw-trace-page">
      <PageTitle
        title={t("trace.change.pageTitle")}
        note={data !== null && data.leftOut > 0 ? t("trace.change.leftOut", { count: data.leftOut }) : t("trace.change.pageNote")}
        tools={
          <span className="cw-trace-options">
            <label>
              {t("trace.change.score")}
              <select value={least} onChange={(event) => setLeast(Number(event.target.value))}>
                {leastScores.map((score) => (
                  <option key={score} value={score}>
                    {score === 0 ? t("trace.change.all") : `≥ ${score}`}
                  </option>
                ))}
              </select>
            </label>
            <label>
              {t("trace.change.day")}
              <DateField value={at ?? ""} onChange={(day) => setAt(day === "" ? null : day)} />
            </label>
          </span>
        }
      />
      {error !== null && <ErrorPanel error={error} onRetry={reload} />}
      {data === null && error === null && <Skeleton rows={12} />}
      {data !== null && lines.length === 0 && <EmptyState icon="phone" title={t("trace.change.noneAt")} />}
      {open !== undefined && (
        <div className="cw-trace-split">
          <Panel
            title={t("trace.change.list")}
            note={t("trace.change.count", { shown: formatCount(lines.length), all: formatCount(data!.lines.length) })}
          >
            <DataTable
              label={t("trace.change.list")}
              columns={columns}
              rows={lines}
              keyOf={keyOf}
              selectedKey={keyOf(open)}
              onSelect={(line) => setChosen(keyOf(line))}
              onOpen={(line) => openTrace("calls", line.old)}
              toneOf={(line) => (line.assigned ? null : "mute")}
            />
          </Panel>
          <Panel className="cw-change-panel" title={t("trace.change.why")}>
            <ol className="cw-trace-steps">
              <ChangeCard line={open} of={null} />
            </ol>
          </Panel>
        </div>
      )}
    </div>
  );
}
