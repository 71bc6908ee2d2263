// The reports that are being composed, and the way to a new one.
import { useState } from "react";
import type { ReportItem } from "../../../../shared/review/reportCalls.ts";
import { type ReportKind, reportKinds } from "../../../../shared/review/reportKinds.ts";
import { shownKey, shownKind } from "../../../i18n/entityNames.ts";
import { useWords } from "../../../i18n/index.ts";
import { Button, type Column, DataTable, EmptyState, ErrorPanel, formatTime, Panel, Skeleton } from "../../../parts/index.ts";
import { beginReport, openReport } from "../../../state/reports.ts";
import { reportError } from "../../../state/toasts.ts";
import { useCall } from "../../../state/useCall.ts";
import { reportKindKeys } from "./reportWords.ts";

/** What a report can be on: series, rings, or a number that is typed. */
function useSubjects(kind: ReportKind): readonly { readonly value: string; readonly text: string }[] {
  const t = useWords();
  const series = useCall("group.listSeries", kind === "calls" ? null : {}, ["group"]).data?.series ?? [];
  const rings = useCall("group.listRings", kind === "ring" ? {} : null, ["group"]).data?.rings ?? [];
  const ofRings = rings.map(({ ring, title, cases }) => ({
    value: `ring:${ring}`,
    text: t("review.board.seriesOption", { series: ring, title, count: cases.length }),
  }));
  const ofSeries = series.map(({ series: id, title, cases }) => ({
    value: `series:${id}`,
    text: t("review.board.seriesOption", { series: id, title, count: cases.length }),
  }));
  return [...(kind === "ring" ? ofRings : []), ...(kind === "calls" ? [] : ofSeries)];
}

const nameOf = (subject: string): string => (/^(series|ring):/.test(subject) ? subject.slice(subject.indexOf(":") + 1) : shownKey(subject));

/** A briefing is begun on the page of its period. */
const begun = reportKinds.filter((kind) => kind !== "brief");

function NewReport() {
  const t = useWords();
  const [kind, setKind] = useState<ReportKind>("merge");
  const [chosen, setChosen] = useState("");
  const subjects = useSubjects(kind);
  const subject =
    kind === "calls"
      ? /^\d{5,}$/.test(chosen)
        ? `phone:${chosen}`
        : ""
      : (subjects.find(({ value }) => value === chosen)?.value ?? subjects[0]?.value ?? "");
  const begin = () => beginReport(kind, subject, `${nameOf(subject)} ${t(reportKindKeys[kind])}`).catch(reportError);
  return (
    <div className="cw-board-new">
      <select
        className="cw-input"
        aria-label={t("report.dialog.kind")}
        value={kind}
        onChange={(event) => setKind(event.target.value as ReportKind)}
      >
        {begun.map((one) => (
          <option key={one} value={one}>
            {t(reportKindKeys[one])}
          </option>
        ))}
      </select>
      {kind === "calls" ? (
        <input
          className="cw-input"
          aria-label={t("review.report.number")}
          placeholder={t("review.report.number")}
          value={chosen}
          onChange={(event) => setChosen(event.target.value.trim())}
        />
      ) : (
        <select
          className="cw-input"
          aria-label={t("review.report.subject")}
          value={subject}
          onChange={(event) => setChosen(event.target.value)}
        >
          {subjects.map(({ value, text }) => (
            <option key={value} value={value}>
              {text}
            </option>
          ))}
        </select>
      )}
      <Button tone="primary" icon="fileText" disabled={subject === ""} onClick={() => void begin()}>
        {t("review.report.begin")}
      </Button>
    </div>
  );
}

function useColumns(): readonly Column<ReportItem>[] {
  const t = useWords();
  const plain = (key: string, title: string, width: string, text: (item: ReportItem) => string): Column<ReportItem> => ({
    key,
    title,
    width,
    render: text,
    text,
  });
  return [
    plain("name", t("review.board.name"), "minmax(0, 2fr)", ({ name }) => name),
    plain("kind", t("report.dialog.kind"), "minmax(90px, 0.8fr)", ({ reportKind }) => t(reportKindKeys[reportKind])),
    plain(
      "about",
      t("review.report.subject"),
      "minmax(90px, 0.8fr)",
      ({ subject }) => `${/^(series|ring):/.test(subject) ? "" : `${shownKind(subject)} `}${nameOf(subject)}`,
    ),
    plain("saved", t("review.board.saved"), "minmax(124px, 0.7fr)", ({ savedAt }) => formatTime(savedAt)),
  ];
}

export function ReportList() {
  const t = useWords();
  const columns = useColumns();
  const [selected, setSelected] = useState<string | null>(null);
  const { data, error, reload } = useCall("review.listReports", {}, ["reports"]);
  return (
    <Panel className="cw-fill" title={t("review.report.title")} note={t("review.report.note")} foot={<NewReport />}>
      {error ? (
        <ErrorPanel error={error} onRetry={reload} />
      ) : data === null ? (
        <Skeleton rows={10} />
      ) : data.length === 0 ? (
        <EmptyState icon="fileText" title={t("review.report.none")}>
          {t("review.report.noneWhy")}
        </EmptyState>
      ) : (
        <DataTable
          label={t("review.report.title")}
          columns={columns}
          rows={data}
          keyOf={({ id }) => id}
          selectedKey={selected}
          onSelect={({ id }) => setSelected(id)}
          onOpen={({ id }) => openReport(id)}
        />
      )}
    </Panel>
  );
}
