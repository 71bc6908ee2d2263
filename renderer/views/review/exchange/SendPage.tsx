// What is to be sent: chosen at the left, and at the right exactly what would travel, masked or in clear.
import { useState } from "react";
import type { BundleContents } from "../../../../shared/review/exchangeCalls.ts";
import { useWords } from "../../../i18n/index.ts";
import { Button, EmptyState, ErrorPanel, Panel, Skeleton, Tag } from "../../../parts/index.ts";
import { exportBundle, parseExchangePlace, type SendSubject, sendToUnit } from "../../../state/exchange.ts";
import { usePreferences } from "../../../state/preferences.ts";
import { reportError } from "../../../state/toasts.ts";
import { useCall } from "../../../state/useCall.ts";
import type { ReviewPageProps } from "../page.ts";
import { BundleSheets } from "./BundleSheets.tsx";
import { subjectKeys } from "./exchangeWords.ts";
import { Figures } from "./Figures.tsx";
import { FoundLines } from "./FoundLines.tsx";
import { JudgementsAndWatches } from "./Judgements.tsx";
import { PassphraseField } from "./PassphraseField.tsx";
import { UnitLine, useIsNamed } from "./UnitButton.tsx";

const subjects = Object.keys(subjectKeys) as readonly SendSubject[];

/** What there is of a kind. */
function useChoices(subject: SendSubject): readonly { readonly id: string; readonly text: string }[] | null | undefined {
  const t = useWords();
  const series = useCall("group.listSeries", subject === "series" ? {} : null, ["group"]).data;
  const rings = useCall("group.listRings", subject === "ring" ? {} : null, ["group"]).data;
  const charts = useCall("chart.listCharts", subject === "chart" ? {} : null, ["charts"]).data;
  const text = (id: string, title: string, count: number) => ({ id, text: t("exchange.send.option", { id, title, count }) });
  if (subject === "series") return series?.series.map(({ series: id, title, cases }) => text(id, title, cases.length));
  if (subject === "ring") return rings?.rings.map(({ ring, title, cases }) => text(ring, title, cases.length));
  if (subject === "chart") return charts?.map(({ id, name, entities }) => text(id, name, entities));
  return [];
}

interface SendFormProps {
  readonly subject: SendSubject;
  readonly of: string;
  readonly choices: ReturnType<typeof useChoices>;
  readonly isMasked: boolean;
  readonly onMasked: (isMasked: boolean) => void;
  readonly isReady: boolean;
}

function SubjectFields({ subject, of, choices }: Pick<SendFormProps, "subject" | "of" | "choices">) {
  const t = useWords();
  return (
    <>
      <label className="cw-exchange-field">
        <span>{t("exchange.send.what")}</span>
        <select
          aria-label={t("exchange.send.what")}
          className="cw-input"
          value={subject}
          onChange={(event) => sendToUnit(event.target.value as SendSubject, "")}
        >
          {subjects.map((one) => (
            <option key={one} value={one}>
              {t(subjectKeys[one])}
            </option>
          ))}
        </select>
      </label>
      {subject !== "watches" && (
        <label className="cw-exchange-field">
          <span>{t("exchange.send.which")}</span>
          <select
            aria-label={t("exchange.send.which")}
            className="cw-input"
            value={of}
            disabled={(choices ?? []).length === 0}
            onChange={(event) => sendToUnit(subject, event.target.value)}
          >
            {(choices ?? []).map(({ id, text }) => (
              <option key={id} value={id}>
                {text}
              </option>
            ))}
          </select>
        </label>
      )}
    </>
  );
}

function SendForm({ subject, of, choices, isMasked, onMasked, isReady }: SendFormProps) {
  const t = useWords();
  const isAllMasked = usePreferences(({ isMasked: all }) => all);
  const isNamed = useIsNamed();
  const [password, setPassword] = useState("");
  const [isBusy, setBusy] = useState(false);
  const send = () => {
    setBusy(true);
    exportBundle({ subject, of, password, isMasked })
      .catch(reportError)
      .finally(() => setBusy(false));
  };
  const foot = (
    <Button tone="primary" icon="download" disabled={!isReady || isBusy || isNamed !== true} onClick={send}>
      {t("exchange.send.export")}
    </Button>
  );
  return (
    <Panel title={t("exchange.send.title")} foot={foot} isScrolled>
      <div className="cw-exchange-form">
        <UnitLine />
        <SubjectFields subject={subject} of={of} choices={choices} />
        <label className="cw-exchange-check">
          <input
            type="checkbox"
            checked={isMasked || isAllMasked}
            disabled={isAllMasked}
            onChange={(event) => onMasked(event.target.checked)}
          />
          <span>{t("exchange.send.mask")}</span>
        </label>
        {isAllMasked && <p className="cw-small">{t("exchange.send.windowMasked")}</p>}
        <p className="cw-quiet cw-small">{isMasked || isAllMasked ? t("exchange.send.maskedMeans") : t("exchange.send.clearMeans")}</p>
        <PassphraseField value={password} onChange={setPassword} isNew />
      </div>
    </Panel>
  );
}

function Contents({ contents }: { readonly contents: BundleContents }) {
  const t = useWords();
  const { rows, sheets, entities, facts, decisions, watches, charts, found, boards, auditLinks } = contents;
  const figures = [
    { name: t("exchange.count.rows"), count: rows },
    { name: t("exchange.count.files"), count: sheets.length },
    { name: t("exchange.count.entities"), count: entities },
    { name: t("exchange.count.facts"), count: facts },
    { name: t("exchange.count.decisions"), count: decisions },
    { name: t("exchange.count.watches"), count: watches },
    { name: t("exchange.count.charts"), count: charts },
    { name: t("exchange.count.found"), count: found.length },
    { name: t("exchange.count.boards"), count: boards },
    { name: t("exchange.count.audit"), count: auditLinks },
  ];
  return (
    <>
      <Figures figures={figures} />
      <FoundLines found={found} />
      <JudgementsAndWatches group={contents} />
      <BundleSheets sheets={sheets} />
    </>
  );
}

interface PreviewProps {
  readonly subject: SendSubject;
  readonly of: string;
  readonly isMasked: boolean;
  readonly isReady: boolean;
}

function SendPreview({ subject, of, isMasked, isReady }: PreviewProps) {
  const t = useWords();
  const isAllMasked = usePreferences(({ isMasked: all }) => all);
  const masked = isMasked || isAllMasked;
  const asked = isReady ? { subject, of, limit: 200 } : null;
  const { data, error, reload } = useCall(
    "review.describeBundle",
    asked,
    ["facts", "decisions", "watches", "charts", "group", "storyboards"],
    masked,
  );
  const tools = data && (
    <Tag tone={data.isMasked ? "warn" : "neutral"}>{data.isMasked ? t("exchange.send.isMasked") : t("exchange.send.isClear")}</Tag>
  );
  return (
    <Panel className="cw-fill" title={t("exchange.send.preview")} note={t("exchange.send.previewNote")} tools={tools} isScrolled>
      {!isReady ? (
        <EmptyState icon="fileText" title={t("exchange.send.nothing")}>
          {t("exchange.send.nothingWhy")}
        </EmptyState>
      ) : error ? (
        <ErrorPanel error={error} onRetry={reload} />
      ) : data === null ? (
        <Skeleton rows={10} />
      ) : (
        <Contents contents={data} />
      )}
    </Panel>
  );
}

export function SendPage({ about }: ReviewPageProps) {
  const { subject, of: asked } = parseExchangePlace(about);
  const [isMasked, setMasked] = useState(false);
  const choices = useChoices(subject);
  const of = asked || (choices?.[0]?.id ?? "");
  const isReady = subject === "watches" || of !== "";
  return (
    <div className="cw-exchange-columns">
      <SendForm subject={subject} of={of} choices={choices} isMasked={isMasked} onMasked={setMasked} isReady={isReady} />
      <SendPreview key={`${subject} ${of} ${isMasked}`} subject={subject} of={of} isMasked={isMasked} isReady={isReady} />
    </div>
  );
}
