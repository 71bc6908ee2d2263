// A question to another unit: identifiers one a line, in clear or hashed; what was asked before, with its answers.
import { useState } from "react";
import type { BundleItem } from "../../../../shared/review/exchangeCalls.ts";
import { useWords } from "../../../i18n/index.ts";
import { Button, EmptyState, ErrorPanel, formatTime, Panel, Skeleton } from "../../../parts/index.ts";
import { useExchange, writeRequest } from "../../../state/exchange.ts";
import { reportError } from "../../../state/toasts.ts";
import { useCall } from "../../../state/useCall.ts";
import { AnsweredTable } from "./AnsweredTable.tsx";
import { PassphraseField } from "./PassphraseField.tsx";
import { UnitLine, useIsNamed } from "./UnitButton.tsx";

function RequestForm() {
  const t = useWords();
  const [text, setText] = useState(() => useExchange.getState().toAsk.join("\n"));
  const [note, setNote] = useState("");
  const [isHashed, setHashed] = useState(true);
  const [password, setPassword] = useState("");
  const texts = text.split(/\r?\n/).filter((line) => line.trim() !== "");
  const isNamed = useIsNamed();
  const isReady = isNamed === true && texts.length > 0 && (!isHashed || password !== "");
  const foot = (
    <Button
      tone="primary"
      icon="download"
      disabled={!isReady}
      onClick={() => void writeRequest({ texts, isHashed, note, password }).catch(reportError)}
    >
      {t("exchange.request.export")}
    </Button>
  );
  return (
    <Panel title={t("exchange.request.title")} foot={foot} isScrolled>
      <div className="cw-exchange-form">
        <UnitLine />
        <label className="cw-exchange-field">
          <span>{t("exchange.request.lines", { count: texts.length })}</span>
          <textarea
            className="cw-input cw-number"
            value={text}
            spellCheck={false}
            placeholder={t("exchange.request.placeholder")}
            onChange={(event) => setText(event.target.value)}
          />
        </label>
        <label className="cw-exchange-field">
          <span>{t("exchange.request.note")}</span>
          <input className="cw-input" value={note} maxLength={2000} onChange={(event) => setNote(event.target.value)} />
        </label>
        <label className="cw-exchange-check">
          <input type="checkbox" checked={isHashed} onChange={(event) => setHashed(event.target.checked)} />
          <span>{t("exchange.request.hashed")}</span>
        </label>
        <p className="cw-quiet cw-small">{isHashed ? t("exchange.request.hashedMeans") : t("exchange.request.clearMeans")}</p>
        <PassphraseField value={password} onChange={setPassword} isNew />
      </div>
    </Panel>
  );
}

function Asked({ request, answers }: { readonly request: BundleItem; readonly answers: readonly BundleItem[] }) {
  const t = useWords();
  const items = request.request?.items ?? [];
  return (
    <section className="cw-exchange-sheet">
      <header>
        <b>{request.title || t("exchange.kind.request")}</b>
        <span className="cw-quiet cw-small">
          {formatTime(request.recordedAt)} · {t("exchange.request.lines", { count: items.length })}
        </span>
      </header>
      {answers.length === 0 && <p className="cw-quiet">{t("exchange.request.waiting")}</p>}
      {answers.map((item) => (
        <div key={item.bundle}>
          <p>
            {item.unit} · {formatTime(item.writtenAt)}
          </p>
          {item.answer && <AnsweredTable answer={item.answer} asked={request.request} />}
        </div>
      ))}
    </section>
  );
}

function AskedList() {
  const t = useWords();
  const { data, error, reload } = useCall("review.listBundles", {}, ["exchange"]);
  const asked = data?.filter(({ way, bundleKind }) => way === "out" && bundleKind === "request") ?? [];
  const answersTo = (hash: string) => data?.filter(({ way, answer }) => way === "in" && answer?.request === hash) ?? [];
  return (
    <Panel className="cw-fill" title={t("exchange.request.before")} note={t("exchange.request.beforeNote")} isScrolled>
      {error ? (
        <ErrorPanel error={error} onRetry={reload} />
      ) : data === null ? (
        <Skeleton rows={6} />
      ) : asked.length === 0 ? (
        <EmptyState icon="fileText" title={t("exchange.request.none")}>
          {t("exchange.request.noneWhy")}
        </EmptyState>
      ) : (
        asked.map((request) => <Asked key={request.bundle} request={request} answers={answersTo(request.hash)} />)
      )}
    </Panel>
  );
}

export function RequestPage() {
  return (
    <div className="cw-exchange-columns">
      <RequestForm />
      <AskedList />
    </div>
  );
}
