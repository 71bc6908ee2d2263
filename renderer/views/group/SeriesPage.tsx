// One series: its figures, the one fact that splits it, members, shared identifiers.
import { useState } from "react";
import type { SeriesDetail } from "../../../shared/group/calls.ts";
import { tailsAmong } from "../../../shared/look/tails.ts";
import { useWords } from "../../i18n/index.ts";
import { basisKeys, wordOf } from "../../i18n/vocabulary.ts";
import { Button, formatDecimal, IconButton, PageTitle, Tag } from "../../parts/index.ts";
import { goTo } from "../../state/navigation.ts";
import { openTrace, traceMoneyFrom } from "../../state/trace.ts";
import { SendButton } from "../review/exchange/SendButton.tsx";
import { SignOffButton } from "../review/log/SignOffButton.tsx";
import { ReportButton } from "../review/ReportButton.tsx";
import { AddTaskButton } from "../review/task/AddTaskButton.tsx";
import { TasksOf } from "../review/task/TasksOf.tsx";
import { CompareDrawer } from "./CompareDrawer.tsx";
import { MemberTable } from "./MemberTable.tsx";
import { RingsBehind } from "./RingsBehind.tsx";
import { SeriesFigures, SplitBox } from "./SeriesFigures.tsx";
import { SeriesRecordPanel } from "./SeriesRecordPanel.tsx";
import { SettleBox } from "./SettleBox.tsx";
import { SharedMatrix } from "./SharedMatrix.tsx";

/** What this version changed: new as a whole, or the cases that came and went. */
function Changes({ changes }: { readonly changes: readonly string[] }) {
  const t = useWords();
  const tail = tailsAmong(changes.filter((change) => /^[+-]/.test(change)).map((change) => change.slice(1)));
  const of = (sign: string) => changes.filter((change) => change.startsWith(sign)).map((change) => tail(change.slice(1)));
  const list = (cases: readonly string[]) => cases.slice(0, 6).join(t("group.changes.and")) + (cases.length > 6 ? " …" : "");
  const [added, left] = [of("+"), of("-")];
  const parts = [
    changes.includes("new") ? t("group.changes.new") : "",
    added.length > 0 ? t("group.changes.added", { n: added.length, cases: list(added) }) : "",
    left.length > 0 ? t("group.changes.left", { n: left.length, cases: list(left) }) : "",
  ].filter((part) => part !== "");
  return parts.length === 0 ? null : <p className="cw-small cw-second">{parts.join(" · ")}</p>;
}

/** What its pairs rest on, in a row of its own: no head is wide enough for all of it beside the actions. */
function Basis({ basis: all }: Pick<SeriesDetail, "basis">) {
  const t = useWords();
  if (all.length === 0) return null;
  return (
    <p>
      <span className="cw-small cw-quiet">{t("group.page.basis")}</span>
      {all.map(({ basis, pairs, bits }) => (
        <span key={basis} title={t("group.page.basisNote", { n: pairs, bits: formatDecimal(bits) })}>
          <Tag tone="accent">{wordOf(t, basisKeys, basis)}</Tag>
        </span>
      ))}
    </p>
  );
}

export function SeriesPage({ detail }: { readonly detail: SeriesDetail }) {
  const t = useWords();
  const [isComparing, setComparing] = useState(false);
  return (
    <article className="cw-series-page">
      <PageTitle
        title={`${detail.series} ${detail.title}`}
        note={<Tag>{t("group.page.version", { n: detail.version })}</Tag>}
        tools={
          <>
            <IconButton icon="arrowsSplit" label={t("group.compare.open")} onClick={() => setComparing(true)} />
            <IconButton icon="mapPin" label={t("trace.page.map")} onClick={() => openTrace("map", `series:${detail.series}`)} />
            <Button icon="route" shortcut="M" onClick={() => traceMoneyFrom(`series:${detail.series}`)}>
              {t("trace.money.open")}
            </Button>
            <AddTaskButton about={[`series:${detail.series}`]} isIcon />
            <SendButton subject="series" of={detail.series} />
            <SignOffButton series={detail.series} />
            <ReportButton subject={`series:${detail.series}`} kinds={["merge", "ring", "money"]} />
            <Button tone="primary" icon="affiliate" shortcut="O" onClick={() => goTo("chart", `series:${detail.series}`)}>
              {t("group.page.chart")}
            </Button>
          </>
        }
      />
      <div className="cw-series-basis">
        <Basis basis={detail.basis} />
        <Changes changes={detail.changes} />
      </div>
      <SeriesFigures detail={detail} />
      <SplitBox detail={detail} />
      <SettleBox detail={detail} />
      <SeriesRecordPanel detail={detail} />
      <TasksOf about={`series:${detail.series}`} />
      <RingsBehind series={detail.series} />
      <MemberTable detail={detail} />
      <SharedMatrix detail={detail} />
      {isComparing && <CompareDrawer detail={detail} onClose={() => setComparing(false)} />}
    </article>
  );
}
