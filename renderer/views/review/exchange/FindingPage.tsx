// A series or a ring of another unit, opened as ours are: whose it is, what of it stands here, and what we make of it.
import { Popover } from "antd";
import { useState } from "react";
import type { FindingState } from "../../../../shared/review/exchange/finding.ts";
import type { FindingDetail } from "../../../../shared/review/findingCalls.ts";
import { useWords } from "../../../i18n/index.ts";
import { Button, ErrorPanel, formatTime, PageTitle, Panel, Skeleton, Tag } from "../../../parts/index.ts";
import { openExchange } from "../../../state/exchange.ts";
import { findingStateKeys, judgeFinding } from "../../../state/findings.ts";
import { goTo } from "../../../state/navigation.ts";
import { reportError } from "../../../state/toasts.ts";
import { useCall } from "../../../state/useCall.ts";
import { MemberTable } from "../../group/MemberTable.tsx";
import { ReasonForm } from "../../group/ReasonForm.tsx";
import { RingBody } from "../../group/RingPage.tsx";
import { SeriesFigures, SplitBox } from "../../group/SeriesFigures.tsx";
import { SharedMatrix } from "../../group/SharedMatrix.tsx";
import { findingTones } from "./FindingList.tsx";
import { JudgementLine } from "./Judgements.tsx";
import "./exchange.css";
import "./finding.css";

interface JudgeProps {
  readonly detail: FindingDetail;
  readonly state: FindingState;
  readonly word: string;
  readonly isPrimary?: boolean;
}

function JudgeButton({ detail, state, word, isPrimary = false }: JudgeProps) {
  const t = useWords();
  const [isOpen, setOpen] = useState(false);
  const [withBorderline, setBorderline] = useState(false);
  const judge = (reason: string) => judgeFinding(detail.finding, state, reason, withBorderline).then(() => setOpen(false), reportError);
  const content = (
    <div className="cw-finding-judge">
      {state === "adopted" && detail.borderline > 0 && (
        <label className="cw-exchange-check">
          <input type="checkbox" checked={withBorderline} onChange={(event) => setBorderline(event.target.checked)} />
          <span>{t("exchange.finding.withBorderline", { count: detail.borderline })}</span>
        </label>
      )}
      <ReasonForm title={word} onReason={judge} />
    </div>
  );
  return (
    <Popover open={isOpen} onOpenChange={setOpen} trigger="click" placement="bottomRight" destroyOnHidden content={content}>
      <Button tone={isPrimary ? "primary" : "normal"}>{word}</Button>
    </Popover>
  );
}

function Tools({ detail }: { readonly detail: FindingDetail }) {
  const t = useWords();
  const { state, finding, findingKind } = detail;
  return (
    <>
      {state !== "open" && <JudgeButton detail={detail} state="open" word={t("exchange.finding.reopen")} />}
      {state !== "apart" && <JudgeButton detail={detail} state="apart" word={t("exchange.finding.keepApart")} />}
      {state !== "adopted" && <JudgeButton detail={detail} state="adopted" word={t("exchange.finding.adopt")} isPrimary />}
      <Button icon="affiliate" shortcut="O" onClick={() => goTo("chart", `${findingKind}:${finding}`)}>
        {t("group.page.chart")}
      </Button>
    </>
  );
}

/** Whose it is, what of it stands here, which of ours it meets. */
function Provenance({ detail }: { readonly detail: FindingDetail }) {
  const t = useWords();
  const { unit, number, foundAt, bundle, cases, known, overlaps, state, stateNote, stateBy, stateAt } = detail;
  return (
    <section className="cw-finding-bar" aria-label={t("exchange.finding.whence")}>
      <p>
        <span>{t("exchange.finding.from", { unit, number, at: formatTime(foundAt) })}</span>
        <button type="button" className="cw-entity cw-tone-accent" onClick={() => openExchange("list")}>
          {t("exchange.finding.bundle", { bundle })}
        </button>
        <span className={known < cases.length ? "cw-tone-warn" : "cw-quiet"}>
          {t("exchange.finding.known", { known, count: cases.length })}
        </span>
      </p>
      <p>
        {overlaps.length === 0 && <span className="cw-quiet">{t("exchange.finding.noOverlap")}</span>}
        {overlaps.map(({ series, title, common, ours }) => (
          <button key={series} type="button" className="cw-entity cw-tone-accent" title={title} onClick={() => goTo("group", series)}>
            {t("exchange.finding.overlap", { series, common, ours })}
          </button>
        ))}
      </p>
      {state !== "open" && (
        <p>
          <span>{t("exchange.finding.judged", { state: t(findingStateKeys[state]), note: stateNote })}</span>
          <span className="cw-quiet cw-small">
            {stateBy} · {formatTime(stateAt)}
          </span>
        </p>
      )}
    </section>
  );
}

function Judgements({ detail }: { readonly detail: FindingDetail }) {
  const t = useWords();
  return (
    <Panel title={t("exchange.finding.judgements")} note={t("exchange.finding.judgementsNote", { count: detail.judgements.length })}>
      {detail.judgements.length === 0 && <p className="cw-quiet cw-source-none">{t("exchange.finding.noJudgements")}</p>}
      {detail.judgements.map((one) => (
        <JudgementLine key={`${one.a} ${one.b}`} judgement={one} />
      ))}
    </Panel>
  );
}

function FindingBody({ detail }: { readonly detail: FindingDetail }) {
  const t = useWords();
  const { unit, number, title, state, series, ring } = detail;
  return (
    <article className="cw-series-page">
      <PageTitle
        title={`${unit} ${number} ${title}`}
        lead={<Tag tone={findingTones[state]}>{t(findingStateKeys[state])}</Tag>}
        tools={<Tools detail={detail} />}
      />
      <Provenance detail={detail} />
      {series !== null && (
        <>
          <SeriesFigures detail={series} />
          <SplitBox detail={series} />
          <MemberTable detail={series} isForeign />
          <SharedMatrix detail={series} />
        </>
      )}
      {ring !== null && <RingBody detail={ring} isForeign />}
      <Judgements detail={detail} />
    </article>
  );
}

export function FindingPage({ finding }: { readonly finding: string }) {
  const { data, error, reload } = useCall("review.readFinding", { finding }, ["group", "decisions", "exchange", "facts"]);
  if (error !== null) return <ErrorPanel error={error} onRetry={reload} />;
  if (data === null) return <Skeleton rows={14} tall />;
  return <FindingBody key={data.finding} detail={data} />;
}
