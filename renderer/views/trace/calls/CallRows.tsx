// The calls behind what was chosen – a contact, an hour of the wheel, or both –, every one with its source rows.
import type { CallLine } from "../../../../shared/trace/movementCalls.ts";
import { shownKey } from "../../../i18n/entityNames.ts";
import { useWords } from "../../../i18n/index.ts";
import { CitationLink, EmptyState, ErrorPanel, formatCount, formatTime, Icon, IconButton, Panel, Skeleton } from "../../../parts/index.ts";
import { useCall } from "../../../state/useCall.ts";
import { formatDuration } from "./duration.ts";
import { type Hour, weekdayKeys } from "./TimeWheel.tsx";

export interface CallChoice {
  readonly other: string | null;
  readonly hour: Hour | null;
}

const listed = 200;

function Row({ line }: { readonly line: CallLine }) {
  const t = useWords();
  const about = [
    ...(line.seconds === null ? [] : [formatDuration(t, line.seconds)]),
    ...(line.tower === null ? [] : [t("trace.calls.atTower", { tower: shownKey(line.tower) })]),
  ];
  return (
    <li>
      <p className="cw-call-line">
        <Icon name={line.outgoing ? "arrowRight" : "arrowBackUp"} size={14} />
        <span className="cw-quiet cw-small">{t(line.outgoing ? "trace.calls.out" : "trace.calls.in")}</span>
        <b className="cw-number">{shownKey(line.other)}</b>
        <span className="cw-number">{formatTime(line.at)}</span>
      </p>
      {about.length > 0 && <p className="cw-quiet cw-small">{about.join(" · ")}</p>}
      {line.sources.map((citation) => (
        <CitationLink key={`${citation.sourceId} ${citation.row}`} citation={citation} />
      ))}
    </li>
  );
}

export interface CallRowsProps {
  readonly phone: string;
  readonly choice: CallChoice;
  readonly period: { readonly since: string | null; readonly until: string | null };
  readonly onClose: () => void;
}

export function CallRows({ phone, choice, period, onClose }: CallRowsProps) {
  const t = useWords();
  const { other, hour } = choice;
  const asked = { phone, other, weekday: hour?.weekday ?? null, hour: hour?.hour ?? null, limit: listed, ...period };
  const { data, error, reload } = useCall("trace.listCalls", asked, ["facts"]);
  const words = [
    other === null ? "" : shownKey(other),
    hour === null ? "" : `${t(weekdayKeys[hour.weekday]!)} ${hour.hour}–${hour.hour + 1}`,
  ].filter((word) => word !== "");
  return (
    <Panel
      className="cw-call-rows"
      title={t("trace.calls.rows")}
      note={`${words.join(" · ")} · ${t("trace.calls.times", { count: formatCount(data?.all ?? 0) })}`}
      tools={<IconButton icon="minus" label={t("trace.calls.close")} onClick={onClose} />}
      foot={data !== null && data.all > listed && <span className="cw-small">{t("trace.calls.newest", { count: listed })}</span>}
    >
      {error !== null && <ErrorPanel error={error} onRetry={reload} />}
      {data === null && error === null && <Skeleton rows={6} />}
      {data?.lines.length === 0 && <EmptyState icon="phone" title={t("trace.calls.noContacts")} />}
      <ol className="cw-trace-steps">
        {data?.lines.map((line) => (
          <Row key={`${line.sources[0]?.sourceId} ${line.sources[0]?.row}`} line={line} />
        ))}
      </ol>
    </Panel>
  );
}
