// Another unit's question with what we know of each identifier: chosen which and how much is told, then answered as a file.
import { useState } from "react";
import { type AnswerDetail, answerDetails } from "../../../../shared/review/exchange/format.ts";
import type { AskedRequest, RequestHit } from "../../../../shared/review/exchangeCalls.ts";
import { shownKey } from "../../../i18n/entityNames.ts";
import { useWords } from "../../../i18n/index.ts";
import { Button, formatTime, Panel, PlainTable, Segmented, Tag } from "../../../parts/index.ts";
import { answerReceived } from "../../../state/exchange.ts";
import { reportError } from "../../../state/toasts.ts";
import { detailKeys } from "./exchangeWords.ts";
import { useIsNamed } from "./UnitButton.tsx";

function useColumns(chosen: ReadonlySet<number>, onToggle: (number: number) => void) {
  const t = useWords();
  return [
    {
      key: "told",
      title: t("exchange.answer.told"),
      render: ({ number }: RequestHit) => (
        <input type="checkbox" aria-label={`#${number}`} checked={chosen.has(number)} onChange={() => onToggle(number)} />
      ),
    },
    { key: "number", title: "#", align: "right" as const, render: ({ number }: RequestHit) => number },
    {
      key: "name",
      title: t("exchange.request.identifier"),
      render: ({ entity, label, asked }: RequestHit) => {
        const ref = entity ?? asked;
        const key = ref === null ? "–" : shownKey(ref);
        return (
          <>
            <b>{key}</b> {label !== key && <span className="cw-quiet">{label}</span>}
          </>
        );
      },
    },
    {
      key: "known",
      title: t("exchange.request.known"),
      render: ({ isKnown }: RequestHit) => (
        <Tag tone={isKnown ? "plus" : "neutral"}>{isKnown ? t("exchange.request.yes") : t("exchange.request.no")}</Tag>
      ),
    },
    { key: "cases", title: t("exchange.request.cases"), align: "right" as const, render: ({ cases }: RequestHit) => cases },
    { key: "series", title: t("exchange.request.series"), align: "right" as const, render: ({ series }: RequestHit) => series },
    { key: "rows", title: t("exchange.count.rows"), align: "right" as const, render: ({ rows }: RequestHit) => rows },
    {
      key: "when",
      title: t("exchange.request.when"),
      render: ({ firstAt, lastAt }: RequestHit) =>
        firstAt === null || lastAt === null ? "–" : `${formatTime(firstAt, "date")} – ${formatTime(lastAt, "date")}`,
    },
  ];
}

export function AnswerPanel({ asked }: { readonly asked: AskedRequest }) {
  const t = useWords();
  const [chosen, setChosen] = useState<ReadonlySet<number>>(() => new Set(asked.hits.map(({ number }) => number)));
  const [detail, setDetail] = useState<AnswerDetail>("counts");
  const [note, setNote] = useState("");
  const isNamed = useIsNamed();
  const toggle = (number: number) =>
    setChosen((old) => new Set(old.has(number) ? [...old].filter((one) => one !== number) : [...old, number]));
  const columns = useColumns(chosen, toggle);
  const foot = (
    <>
      <input
        className="cw-input"
        aria-label={t("exchange.request.note")}
        placeholder={t("exchange.request.note")}
        value={note}
        onChange={(event) => setNote(event.target.value)}
      />
      <Button
        tone="primary"
        icon="download"
        disabled={chosen.size === 0 || isNamed !== true}
        onClick={() => void answerReceived(detail, [...chosen], note).catch(reportError)}
      >
        {t("exchange.answer.export")}
      </Button>
    </>
  );
  const tools = (
    <Segmented<AnswerDetail>
      label={t("exchange.answer.detail")}
      value={detail}
      onChange={setDetail}
      options={answerDetails.map((one) => ({ value: one, text: t(detailKeys[one]) }))}
    />
  );
  const known = asked.hits.filter(({ isKnown }) => isKnown).length;
  return (
    <Panel
      className="cw-fill"
      title={t("exchange.answer.title")}
      note={t("exchange.answer.found", { known, count: asked.hits.length })}
      tools={tools}
      foot={foot}
      isScrolled
    >
      {asked.note !== "" && <p className="cw-exchange-judgement">{asked.note}</p>}
      {asked.isHashed && <p className="cw-exchange-judgement cw-quiet cw-small">{t("exchange.answer.hashed")}</p>}
      <PlainTable columns={columns} rows={asked.hits} keyOf={({ number }) => String(number)} />
    </Panel>
  );
}
