// One series: its figures, the one fact that splits it, members, shared identifiers.
import { type ReactNode, useState } from "react";
import type { SeriesDetail } from "../../../shared/group/calls.ts";
import { tailsAmong } from "../../../shared/look/tails.ts";
import { entityName } from "../../i18n/entityNames.ts";
import { useWords } from "../../i18n/index.ts";
import { basisKeys, wordOf } from "../../i18n/vocabulary.ts";
import { Button, EntityLabel, formatBits, formatTime, Icon, IconButton, KindGlyph, PageTitle, Tag } from "../../parts/index.ts";
import { medianGapDays } from "../../state/group.ts";
import { pairSubject } from "../../state/link.ts";
import { goTo } from "../../state/navigation.ts";
import { openTrace, traceMoneyFrom } from "../../state/trace.ts";
import { SendButton } from "../review/exchange/SendButton.tsx";
import { SignOffButton } from "../review/log/SignOffButton.tsx";
import { ReportButton } from "../review/ReportButton.tsx";
import { AddTaskButton } from "../review/task/AddTaskButton.tsx";
import { TasksOf } from "../review/task/TasksOf.tsx";
import { CompareDrawer } from "./CompareDrawer.tsx";
import { useHeadlineMoney } from "./headlineMoney.ts";
import { MemberTable } from "./MemberTable.tsx";
import { RingsBehind } from "./RingsBehind.tsx";
import { SeriesRecordPanel } from "./SeriesRecordPanel.tsx";
import { SettleBox } from "./SettleBox.tsx";
import { SharedMatrix } from "./SharedMatrix.tsx";

function Figure({ name, value, note }: { readonly name: string; readonly value: ReactNode; readonly note: ReactNode }) {
  return (
    <div>
      <span className="cw-small cw-quiet">{name}</span>
      <b className="cw-number">{value}</b>
      <small>{note}</small>
    </div>
  );
}

function Figures({ detail }: { readonly detail: SeriesDetail }) {
  const t = useWords();
  const money = useHeadlineMoney();
  const count = (state: string) => detail.members.filter((member) => member.state === state).length;
  const gap = medianGapDays(detail.members);
  const { weakest } = detail;
  const tail = tailsAmong(detail.cases);
  return (
    <section className="cw-figures" aria-label={t("group.figure.title")}>
      <Figure
        name={t("group.figure.cases")}
        value={detail.cases.length}
        note={t("group.figure.casesNote", { core: count("core"), borderline: count("borderline"), waiting: count("waiting") })}
      />
      <Figure
        name={t("group.figure.loss")}
        value={money(detail.loss)}
        note={t("group.figure.lossNote", { n: detail.members.filter((member) => member.loss !== null).length })}
      />
      <Figure
        name={t("group.figure.cohesion")}
        value={t("group.figure.bits", { bits: detail.cohesionBits.toFixed(1) })}
        note={t("group.figure.cohesionNote", { count: (detail.cases.length * (detail.cases.length - 1)) / 2 })}
      />
      <div title={t("group.figure.weakestWhy")}>
        <span className="cw-small cw-quiet">{t("group.figure.weakest")}</span>
        <b className="cw-number">{t("group.figure.bits", { bits: formatBits(weakest.bits) })}</b>
        <small>
          {t("group.figure.weakestNote", { count: detail.cases.length - 1 })}{" "}
          <button type="button" className="cw-entity cw-tone-accent" onClick={() => goTo("link", pairSubject(weakest.a, weakest.b))}>
            {tail(weakest.a)} × {tail(weakest.b)}
          </button>
        </small>
      </div>
      <Figure
        name={t("group.figure.period")}
        value={
          detail.firstAt === null ? "—" : `${formatTime(detail.firstAt, "date").slice(5)} – ${formatTime(detail.lastAt, "date").slice(5)}`
        }
        note={gap === null ? "" : t("group.figure.gap", { n: gap })}
      />
    </section>
  );
}

function SplitBox({ detail }: { readonly detail: SeriesDetail }) {
  const t = useWords();
  const { splitBy } = detail;
  if (splitBy === null)
    return (
      <p className="cw-split cw-split-none">
        <Icon name="link" size={16} /> {t("group.split.none")}
      </p>
    );
  const kind = splitBy.entity.slice(0, splitBy.entity.indexOf(":"));
  return (
    <p className="cw-split">
      <Icon name="arrowsSplit" size={18} />
      <span>
        <b>{t("group.split.title", { parts: splitBy.parts.join(" + ") })}</b> <KindGlyph kind={kind} size={15} />{" "}
        <EntityLabel kind={kind} label={entityName(splitBy.entity, splitBy.label)} />
      </span>
    </p>
  );
}

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

export function SeriesPage({ detail }: { readonly detail: SeriesDetail }) {
  const t = useWords();
  const [isComparing, setComparing] = useState(false);
  return (
    <article className="cw-series-page">
      <PageTitle
        title={`${detail.series} ${detail.title}`}
        note={
          <>
            <Tag>{t("group.page.version", { n: detail.version })}</Tag>{" "}
            {detail.basis.map(({ basis, pairs, bits }) => (
              <span key={basis} className="cw-basis" title={t("group.page.basisNote", { n: pairs, bits: bits.toFixed(1) })}>
                <Tag tone="accent">{wordOf(t, basisKeys, basis)}</Tag>
              </span>
            ))}
          </>
        }
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
      <Changes changes={detail.changes} />
      <Figures detail={detail} />
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
