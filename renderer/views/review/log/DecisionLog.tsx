// The decisions, newest first: who judged what, when and why. A click opens what was judged.
import { useState } from "react";
import type { DecisionSubject, Verdict } from "../../../../shared/model/decision.ts";
import type { ShownDecision } from "../../../../shared/review/calls.ts";
import { useWords } from "../../../i18n/index.ts";
import {
  Button,
  CaseNumber,
  type Column,
  DataTable,
  EmptyState,
  ErrorPanel,
  formatTime,
  Panel,
  Segmented,
  Skeleton,
  Tag,
} from "../../../parts/index.ts";
import { goTo } from "../../../state/navigation.ts";
import { useCall } from "../../../state/useCall.ts";
import { verdictLooks } from "./verdictLooks.ts";

const subjectKeys: Readonly<Record<DecisionSubject, string>> = {
  pair: "frame.review.pair",
  series: "frame.review.series",
  identity: "frame.review.identity",
  signoff: "review.signoff.title",
  address: "resolve.address.tab",
  payment: "resolve.payment.tab",
};

function openDecision({ subject, a, b }: ShownDecision): void {
  if (subject === "pair") goTo("link", `${a}|${b}`);
  else if (subject === "series" || subject === "signoff") goTo("group", a);
  else if (subject === "address") goTo("resolve", `address/${a}`);
  else if (subject === "payment") goTo("resolve", `payment/${a}|${b}`);
  else goTo("chart", a);
}

function useColumns(): readonly Column<ShownDecision>[] {
  const t = useWords();
  const about = ({ subject, labelA, labelB }: ShownDecision) =>
    subject === "pair" ? `${labelA} × ${labelB}` : subject === "signoff" ? labelA : `${labelA} · ${labelB}`;
  return [
    { key: "id", title: "#", width: "48px", align: "right", render: (item) => String(item.id), text: (item) => String(item.id) },
    {
      key: "at",
      title: t("frame.review.at"),
      width: "minmax(142px, 0.7fr)",
      render: (item) => formatTime(item.at),
      text: (item) => formatTime(item.at, "second"),
    },
    { key: "by", title: t("frame.review.by"), width: "minmax(60px, 0.5fr)", render: (item) => item.by, text: (item) => item.by },
    {
      key: "subject",
      title: t("frame.review.subject"),
      width: "minmax(70px, 0.5fr)",
      render: (item) => t(subjectKeys[item.subject]),
      text: (item) => t(subjectKeys[item.subject]),
    },
    {
      key: "about",
      title: t("frame.review.about"),
      width: "minmax(276px, 3.2fr)",
      render: (item) =>
        item.subject === "pair" ? (
          <>
            <CaseNumber number={item.a} /> × <CaseNumber number={item.b} />
          </>
        ) : (
          <>
            <b>{item.labelA}</b>
            {item.subject === "signoff" ? "" : ` · ${item.labelB}`}
          </>
        ),
      text: about,
    },
    {
      key: "verdict",
      title: t("frame.review.verdict"),
      width: "minmax(60px, 0.4fr)",
      render: (item) => (
        <Tag tone={item.supersededBy === null ? verdictLooks[item.verdict][0] : "neutral"}>{t(verdictLooks[item.verdict][1])}</Tag>
      ),
      text: (item) => t(verdictLooks[item.verdict][1]),
    },
    {
      key: "reason",
      title: t("frame.review.reason"),
      width: "minmax(80px, 1.6fr)",
      render: (item) => (
        <span title={item.reason}>
          {item.supersededBy !== null && <span className="cw-quiet">{t("review.log.superseded", { id: item.supersededBy })} </span>}
          {item.reason}
        </span>
      ),
      text: (item) => item.reason,
    },
  ];
}

type Shown = "all" | Verdict;

export function DecisionLog() {
  const t = useWords();
  const columns = useColumns();
  const [shown, setShown] = useState<Shown>("all");
  const [selected, setSelected] = useState<string | null>(null);
  const { data, error, reload } = useCall("review.listDecisions", { limit: 1000 }, ["decisions"]);
  const decisions = (data ?? []).filter((item) => shown === "all" || item.verdict === shown);
  const options = (["all", "confirm", "reject", "later"] as const).map((value) => ({
    value,
    text: value === "all" ? t("frame.review.all") : t(verdictLooks[value][1]),
  }));
  return (
    <Panel
      className="cw-fill"
      title={t("frame.review.title")}
      note={t("frame.review.note")}
      tools={<Segmented<Shown> label={t("frame.review.verdict")} value={shown} onChange={setShown} options={options} />}
    >
      {error ? (
        <ErrorPanel error={error} onRetry={reload} />
      ) : data === null ? (
        <Skeleton rows={14} />
      ) : decisions.length === 0 ? (
        <EmptyState
          icon="presentation"
          title={t("frame.review.none")}
          action={
            <Button tone="primary" onClick={() => goTo("link")}>
              {t("frame.review.noneAction")}
            </Button>
          }
        >
          {t("frame.review.noneWhy")}
        </EmptyState>
      ) : (
        <DataTable
          label={t("frame.review.title")}
          columns={columns}
          rows={decisions}
          keyOf={(item) => String(item.id)}
          selectedKey={selected}
          onSelect={(item) => setSelected(String(item.id))}
          onOpen={openDecision}
        />
      )}
    </Panel>
  );
}
