// What another unit sent: opened with its passphrase, shown in three groups, its conflicts decided, then merged – or not.
import { useState } from "react";
import type { BundleHead, BundlePreview } from "../../../../shared/review/exchange/preview.ts";
import { useWords } from "../../../i18n/index.ts";
import { Button, EmptyState, ErrorPanel, formatCount, formatTime, Panel, Segmented, Skeleton, Tag } from "../../../parts/index.ts";
import {
  closeReceived,
  mergeReceived,
  openDecisions,
  openExchange,
  type Received,
  readReceived,
  receiveFile,
  useExchange,
} from "../../../state/exchange.ts";
import { reportError } from "../../../state/toasts.ts";
import { AnsweredTable } from "./AnsweredTable.tsx";
import { AnswerPanel } from "./AnswerPanel.tsx";
import { BroughtButtons } from "./BroughtButtons.tsx";
import { BundleSheets } from "./BundleSheets.tsx";
import { Conflicts } from "./Conflicts.tsx";
import { aboutKeys, kindKeys } from "./exchangeWords.ts";
import { Figures } from "./Figures.tsx";
import { FileDrop } from "./FileDrop.tsx";
import { FoundLines } from "./FoundLines.tsx";
import { JudgementsAndWatches } from "./Judgements.tsx";
import { MaskedBundle } from "./MaskedBundle.tsx";
import { PassphraseField } from "./PassphraseField.tsx";
import { UnitLine } from "./UnitButton.tsx";

function HeadFacts({ head }: { readonly head: BundleHead }) {
  const t = useWords();
  const about = [t(aboutKeys[head.about] ?? ""), head.number, head.title].filter(Boolean).join(" ");
  return (
    <dl className="cw-exchange-head">
      <dt>{t("exchange.head.unit")}</dt>
      <dd>
        <b>{head.unit}</b>
      </dd>
      <dt>{t("exchange.head.about")}</dt>
      <dd>{about}</dd>
      <dt>{t("exchange.head.written")}</dt>
      <dd>{formatTime(head.writtenAt)}</dd>
      <dt>{t("exchange.head.seal")}</dt>
      <dd>
        {head.isEncrypted ? t("exchange.head.encrypted") : t("exchange.head.open")}
        {head.isMasked && ` · ${t("exchange.send.isMasked")}`}
      </dd>
      <dt>{t("exchange.head.audit")}</dt>
      <dd title={head.auditHash}>{t("exchange.head.auditEntry", { entry: head.auditEntry, links: head.auditLinks })}</dd>
    </dl>
  );
}

function Passphrase({ received }: { readonly received: Received }) {
  const t = useWords();
  const [password, setPassword] = useState(received.password);
  const isAsked = received.error?.code === "bundle-passphrase-missing" || received.error?.code === "bundle-passphrase-wrong";
  if (!isAsked) return null;
  return (
    <form
      className="cw-exchange-form"
      onSubmit={(event) => {
        event.preventDefault();
        void readReceived(password);
      }}
    >
      {received.error?.code === "bundle-passphrase-wrong" && <p className="cw-tone-warn">{t("exchange.passphrase.wrong")}</p>}
      <PassphraseField value={password} onChange={setPassword} />
      <button type="submit" className="cw-button cw-button-primary" disabled={password === "" || received.isReading}>
        {t("exchange.receive.open")}
      </button>
    </form>
  );
}

const isAskedFor = ({ error }: Received): boolean =>
  error?.code === "bundle-passphrase-missing" || error?.code === "bundle-passphrase-wrong";

function Side({ received }: { readonly received: Received }) {
  const t = useWords();
  const { preview, merged, isReading } = received;
  const open = openDecisions(received);
  const canMerge = preview !== null && preview.bundle.bundleKind !== "request" && !preview.bundle.isMasked && merged === null;
  const foot = (
    <>
      {canMerge && (
        <Button tone="primary" icon="fileImport" disabled={isReading || open > 0} onClick={() => void mergeReceived()}>
          {open > 0 ? t("exchange.receive.undecided", { count: open }) : t("exchange.receive.merge")}
        </Button>
      )}
      <Button onClick={closeReceived}>{t("exchange.receive.close")}</Button>
    </>
  );
  return (
    <Panel title={received.file} foot={foot} isScrolled>
      <div className="cw-exchange-form">
        <UnitLine />
        {preview && (
          <p>
            <Tag tone="accent">{t(kindKeys[preview.bundle.bundleKind])}</Tag>
          </p>
        )}
        {preview && <HeadFacts head={preview.bundle} />}
        {preview?.isKnown && merged === null && <p className="cw-quiet">{t("exchange.receive.known")}</p>}
        {preview?.bundle.isMasked && <p className="cw-tone-warn">{t("exchange.receive.masked")}</p>}
        {merged !== null && <Merged merged={merged} />}
      </div>
      <Passphrase key={received.path} received={received} />
    </Panel>
  );
}

function Merged({ merged }: { readonly merged: NonNullable<Received["merged"]> }) {
  const t = useWords();
  const { rows, sources, decisions, watches, kept, matches, alerts } = merged;
  return (
    <div role="status">
      <p>
        <b>{t("exchange.merged.done", { rows: formatCount(rows), files: formatCount(sources.length) })}</b>
      </p>
      <p>{t("exchange.merged.more", { decisions, watches, kept })}</p>
      <p>{t("exchange.merged.found", { matches: matches.length, alerts: alerts.length })}</p>
      <BroughtButtons bundle={merged.bundle} />
      <Button small onClick={() => openExchange("list")}>
        {t("exchange.tab.list")}
      </Button>
    </div>
  );
}

type GroupName = "fresh" | "same" | "conflicts";

function Groups({ received, preview }: { readonly received: Received; readonly preview: BundlePreview }) {
  const t = useWords();
  const [chosen, setChosen] = useState<GroupName>(preview.conflictCount > 0 ? "conflicts" : "fresh");
  const sum = ({ rows, decisions, watches, charts, found, boards }: BundlePreview["fresh"]) =>
    formatCount(rows + decisions + watches + charts + found.length + boards);
  const options: readonly { value: GroupName; text: string }[] = [
    { value: "fresh", text: t("exchange.group.fresh", { count: sum(preview.fresh) }) },
    { value: "same", text: t("exchange.group.same", { count: sum(preview.same) }) },
    { value: "conflicts", text: t("exchange.group.conflicts", { count: formatCount(preview.conflictCount) }) },
  ];
  const tools = <Segmented<GroupName> label={t("exchange.group.label")} value={chosen} options={options} onChange={setChosen} />;
  return (
    <Panel className="cw-fill" title={t("exchange.receive.preview")} tools={tools} isScrolled>
      {preview.answer && <AnsweredTable answer={preview.answer} asked={preview.asked} />}
      {chosen === "conflicts" ? <Conflicts received={received} preview={preview} /> : <GroupBody group={preview[chosen]} />}
    </Panel>
  );
}

function GroupBody({ group }: { readonly group: BundlePreview["fresh"] }) {
  const t = useWords();
  const { rows, decisions, watches, charts, found, boards, sheets } = group;
  if (rows + decisions + watches + charts + found.length + boards === 0)
    return (
      <EmptyState icon="fileText" title={t("exchange.group.empty")}>
        {t("exchange.group.emptyWhy")}
      </EmptyState>
    );
  const figures = [
    { name: t("exchange.count.rows"), count: rows },
    { name: t("exchange.count.files"), count: sheets.length },
    { name: t("exchange.count.decisions"), count: decisions },
    { name: t("exchange.count.watches"), count: watches },
    { name: t("exchange.count.charts"), count: charts },
    { name: t("exchange.count.found"), count: found.length },
    { name: t("exchange.count.boards"), count: boards },
  ];
  return (
    <>
      <Figures figures={figures} />
      <FoundLines found={found} />
      <JudgementsAndWatches group={group} />
      <BundleSheets sheets={sheets} />
    </>
  );
}

function Body({ received }: { readonly received: Received }) {
  const t = useWords();
  const { preview, error, asked, isReading, password } = received;
  if (asked) return <AnswerPanel asked={asked} />;
  if (preview?.bundle.isMasked && preview.answer === null) return <MaskedBundle key={preview.bundle.hash} preview={preview} />;
  if (preview) return <Groups key={preview.bundle.hash} received={received} preview={preview} />;
  return (
    <Panel className="cw-fill" title={t("exchange.receive.preview")}>
      {isReading ? (
        <Skeleton rows={8} />
      ) : error && !isAskedFor(received) ? (
        <ErrorPanel error={error} onRetry={() => void readReceived(password)} />
      ) : (
        <EmptyState icon="fileText" title={t("exchange.receive.sealed")}>
          {t("exchange.receive.sealedWhy")}
        </EmptyState>
      )}
    </Panel>
  );
}

export function ReceivePage() {
  const t = useWords();
  const received = useExchange((state) => state.received);
  const take = (files: readonly File[]) => void receiveFile(files).catch(reportError);
  if (received === null)
    return (
      <Panel className="cw-fill" title={t("exchange.receive.title")} note={t("exchange.receive.note")}>
        <FileDrop onFiles={take} isLarge />
      </Panel>
    );
  return (
    <div className="cw-exchange-columns">
      <Side received={received} />
      <Body received={received} />
    </div>
  );
}
