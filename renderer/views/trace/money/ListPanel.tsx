// A printed list beside the picture: stop-payment or the records to request next, every line with its rows, saved as a table.

import { useState } from "react";
import { isoTime } from "../../../../shared/model/time.ts";
import { reasonKeys } from "../../../../shared/review/paper/listTable.ts";
import type { ListName } from "../../../../shared/trace/lists/index.ts";
import type { ListLine } from "../../../../shared/trace/lists/listLine.ts";
import type { PolicyName } from "../../../../shared/trace/policies/index.ts";
import { shownKey } from "../../../i18n/entityNames.ts";
import { useWords } from "../../../i18n/index.ts";
import { CitationLink, EmptyState, ErrorPanel, formatCount, formatMoney, formatTime, Panel, Skeleton } from "../../../parts/index.ts";
import { light, useTrace } from "../../../state/trace.ts";
import { useCall } from "../../../state/useCall.ts";
import { SaveListMenu } from "./SaveListMenu.tsx";

const hour = 60;
const day = 24 * hour;

/** Minutes as people say them: 11 hours, 23 days. */
function useIdle(): (minutes: number | null) => string {
  const t = useWords();
  return (minutes) => {
    if (minutes === null) return "—";
    if (minutes < hour) return t("trace.idle.minutes", { count: minutes });
    return minutes < 2 * day
      ? t("trace.idle.hours", { count: Math.floor(minutes / hour) })
      : t("trace.idle.days", { count: formatCount(Math.floor(minutes / day)) });
  };
}

function Line({ line, note }: { readonly line: ListLine; readonly note: string }) {
  const t = useWords();
  const lit = useTrace((state) => state.lit);
  return (
    <li className="cw-list-line" aria-current={lit === line.entity}>
      <button type="button" className="cw-list-main" onClick={() => light(line.entity)}>
        <span className="cw-quiet cw-number">{line.rank}</span>
        <span>
          <b>{shownKey(line.entity)}</b> {line.name}
          <span className="cw-quiet cw-small cw-list-note">{[line.bank, note].filter(Boolean).join(" · ")}</span>
        </span>
        <b className="cw-number">{formatMoney(line.amount)}</b>
      </button>
      <details className="cw-list-rows">
        <summary>{t("trace.list.rows", { count: line.sources.length })}</summary>
        {line.sources.map((citation) => (
          <CitationLink key={`${citation.sourceId} ${citation.row}`} citation={citation} />
        ))}
      </details>
    </li>
  );
}

const words = {
  stop: { title: "trace.list.stop", empty: "trace.list.stopNone" },
  freeze: { title: "trace.list.freeze", empty: "trace.list.freezeNone" },
  return: { title: "trace.list.return", empty: "trace.list.returnNone" },
  request: { title: "trace.list.request", empty: "trace.list.requestNone" },
} as const satisfies Record<ListName, { title: string; empty: string }>;

export function ListPanel({
  list,
  question,
}: {
  readonly list: ListName;
  readonly question: { readonly from: string[]; readonly policy: PolicyName };
}) {
  const t = useWords();
  const idle = useIdle();
  // A list is taken to the bank now: its terms run from when it is opened, not from the last record.
  const [asOf] = useState(() => isoTime(Date.now()));
  const { data, error, reload } = useCall("trace.listMoney", { ...question, list, asOf }, ["facts", "group"]);
  const noteOf = (line: ListLine) => {
    if (list === "stop") return t("trace.list.idle", { idle: idle(line.minutes), deadline: formatTime(line.deadline), round: line.round });
    if (list === "return") return `${line.case ?? ""} ${t(reasonKeys[line.reason])}`;
    return t(reasonKeys[line.reason]);
  };
  const count = data === null ? "" : t("trace.list.count", { count: data.length });
  return (
    <Panel
      className="cw-list"
      title={t(words[list].title)}
      note={count}
      tools={<SaveListMenu list={list} question={{ ...question, asOf }} isEmpty={!data?.length} />}
    >
      {error !== null && <ErrorPanel error={error} onRetry={reload} />}
      {data === null && error === null && <Skeleton rows={5} />}
      {data?.length === 0 && <EmptyState icon="circleCheck" title={t(words[list].empty)} />}
      <ol className="cw-list-lines">
        {data?.map((line) => (
          <Line key={`${line.entity} ${line.case}`} line={line} note={noteOf(line)} />
        ))}
      </ol>
    </Panel>
  );
}
