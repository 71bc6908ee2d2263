// A printed list beside the picture: stop-payment or the records to request next, every line with its rows, saved as a table.

import { useState } from "react";
import { isoTime } from "../../../../shared/model/time.ts";
import { sums } from "../../../../shared/review/paper/listPaper.ts";
import { reasonKeys } from "../../../../shared/review/paper/listTable.ts";
import type { ListName } from "../../../../shared/trace/lists/index.ts";
import type { ListLine } from "../../../../shared/trace/lists/listLine.ts";
import type { PolicyName } from "../../../../shared/trace/policies/index.ts";
import { useWords } from "../../../i18n/index.ts";
import { EmptyState, ErrorPanel, formatCount, formatTime, Panel, Skeleton } from "../../../parts/index.ts";
import { useCall } from "../../../state/useCall.ts";
import { MoneyListLine } from "./MoneyListLine.tsx";
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

const words = {
  stop: { title: "trace.list.stop", empty: "trace.list.stopNone" },
  freeze: { title: "trace.list.freeze", empty: "trace.list.freezeNone" },
  return: { title: "trace.list.return", empty: "trace.list.returnNone" },
  request: { title: "trace.list.request", empty: "trace.list.requestNone" },
  secured: { title: "trace.list.secured", empty: "trace.list.securedNone" },
} as const satisfies Record<ListName, { title: string; empty: string }>;

/** What the stop list leaves out, and why: told from the list of what needs no stop. */
function LeftOut({ secured }: { readonly secured: readonly ListLine[] }) {
  const t = useWords();
  const services = secured.filter(({ reason }) => reason === "service");
  if (services.length === 0) return null;
  return (
    <p className="cw-quiet cw-small cw-list-left-out">{t("export.list.serviceCount", { count: services.length, sum: sums(services) })}</p>
  );
}

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
  const { data: secured } = useCall("trace.listMoney", list === "stop" ? { ...question, list: "secured", asOf } : null, ["facts", "group"]);
  const noteOf = (line: ListLine) => {
    if (list === "stop") return t("trace.list.idle", { idle: idle(line.minutes), deadline: formatTime(line.deadline), round: line.round });
    if (list === "secured" && line.deadline !== null)
      return t("trace.list.heldUntil", { reason: t(reasonKeys[line.reason]), deadline: formatTime(line.deadline) });
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
          <MoneyListLine key={`${line.entity} ${line.case}`} line={line} list={list} note={noteOf(line)} />
        ))}
      </ol>
      {secured !== null && <LeftOut secured={secured} />}
    </Panel>
  );
}
