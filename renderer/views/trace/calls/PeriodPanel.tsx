// Beside the page of a number: its contacts before a day and from it on.
import { type ReactNode, useState } from "react";
import type { CallProfileDocument } from "../../../../shared/trace/movementCalls.ts";
import { shownKey } from "../../../i18n/entityNames.ts";
import { useWords } from "../../../i18n/index.ts";
import { type Column, DataTable, DateField, ErrorPanel, formatCount, Panel, Skeleton, Tag, type Tone } from "../../../parts/index.ts";
import { openTrace } from "../../../state/trace.ts";
import { useCall } from "../../../state/useCall.ts";
import { comparePeriods, dayBefore, daysBetween, middleDay, type PeriodChange, type PeriodLine } from "./comparePeriods.ts";

const changeKeys: Readonly<Record<PeriodChange, string>> = {
  new: "trace.period.new",
  gone: "trace.period.gone",
  more: "trace.period.more",
  less: "trace.period.less",
  same: "trace.period.same",
};

const tones: Readonly<Record<PeriodChange, Tone>> = { new: "plus", gone: "minus", more: "accent", less: "warn", same: "neutral" };

function useColumns(): readonly Column<PeriodLine>[] {
  const t = useWords();
  const count = (side: "before" | "after"): Column<PeriodLine> => ({
    key: side,
    title: t(`trace.period.${side}`),
    width: "48px",
    align: "right",
    render: (line) => formatCount(line[side]),
    text: (line) => String(line[side]),
  });
  return [
    {
      key: "phone",
      title: t("trace.calls.number"),
      width: "minmax(104px, 1fr)",
      render: (line) => <b className="cw-number">{shownKey(line.phone)}</b>,
      text: (line) => shownKey(line.phone),
    },
    count("before"),
    count("after"),
    {
      key: "change",
      title: "",
      width: "58px",
      render: ({ change }) => <Tag tone={tones[change]}>{t(changeKeys[change])}</Tag>,
      text: ({ change }) => change,
    },
  ];
}

export interface PeriodPanelProps {
  readonly profile: CallProfileDocument;
  readonly tools: ReactNode;
}

export function PeriodPanel({ profile: { phone, firstAt, lastAt }, tools }: PeriodPanelProps) {
  const t = useWords();
  const columns = useColumns();
  const [first, last] = [firstAt ?? "2000-01-01", lastAt ?? "2000-01-01"];
  const [day, setDay] = useState(() => middleDay(first, last));
  const before = useCall("trace.profileCalls", { phone, since: first.slice(0, 10), until: dayBefore(day) }, ["facts"]);
  const after = useCall("trace.profileCalls", { phone, since: day, until: last.slice(0, 10) }, ["facts"]);
  const error = before.error ?? after.error;
  const days = { before: daysBetween(first, dayBefore(day)), after: daysBetween(day, last) };
  const lines = before.data && after.data ? comparePeriods(before.data.contacts, after.data.contacts, days) : null;
  return (
    <Panel
      className="cw-change-panel"
      title={t("trace.period.title")}
      tools={tools}
      foot={<span className="cw-quiet cw-small">{t("trace.period.foot")}</span>}
    >
      <label className="cw-period-day cw-trace-options cw-small">
        {t("trace.period.day")}
        <DateField value={day} min={first.slice(0, 10)} max={last.slice(0, 10)} onChange={setDay} isRequired />
        <span className="cw-quiet">{t("trace.period.days", days)}</span>
      </label>
      {error !== null && <ErrorPanel error={error} onRetry={before.reload} />}
      {lines === null && error === null && <Skeleton rows={5} />}
      {lines !== null && (
        <DataTable
          label={t("trace.period.title")}
          columns={columns}
          rows={lines}
          keyOf={(line) => line.phone}
          onOpen={(line) => openTrace("calls", line.phone)}
        />
      )}
    </Panel>
  );
}
