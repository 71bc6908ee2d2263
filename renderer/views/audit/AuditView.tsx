// The audit: every entry, newest first, and the proof that none was changed.
import { useEffect, useState } from "react";
import type { AuditCheck, AuditItem } from "../../../shared/audit/calls.ts";
import { toWire, type WireError } from "../../../shared/errors.ts";
import { actionWord, detailWords, resultWord } from "../../i18n/auditWords.ts";
import { useWords } from "../../i18n/index.ts";
import { Button, type Column, DataTable, ErrorPanel, formatCount, formatTime, PageTitle, Panel, Skeleton, Tag } from "../../parts/index.ts";
import { engine } from "../../rpc/engine.ts";
import type { ViewProps } from "../viewProps.ts";

const pageItems = 200;

function useEntries() {
  const [items, setItems] = useState<readonly AuditItem[] | null>(null);
  const [error, setError] = useState<WireError | null>(null);
  const [before, setBefore] = useState<number | null>(null);
  useEffect(() => {
    const abort = new AbortController();
    engine.call("audit.listEntries", { limit: pageItems, ...(before === null ? {} : { before }) }, { signal: abort.signal }).then(
      (page) => !abort.signal.aborted && setItems((old) => (before === null ? page : [...(old ?? []), ...page])),
      (reason) => !abort.signal.aborted && setError(toWire(reason)),
    );
    return () => abort.abort();
  }, [before]);
  return { items, error, readMore: setBefore };
}

function useColumns(): readonly Column<AuditItem>[] {
  const t = useWords();
  return [
    {
      key: "sequence",
      title: "#",
      width: "60px",
      align: "right",
      render: (item) => formatCount(item.sequence),
      text: (item) => String(item.sequence),
    },
    { key: "at", title: t("frame.audit.at"), width: "150px", render: (item) => formatTime(item.at, "second"), text: (item) => item.at },
    { key: "user", title: t("frame.audit.user"), width: "minmax(60px, 0.4fr)", render: (item) => item.user, text: (item) => item.user },
    {
      key: "action",
      title: t("frame.audit.action"),
      width: "minmax(150px, 0.8fr)",
      render: (item) => <b title={item.action}>{actionWord(t, item.action)}</b>,
      text: (item) => actionWord(t, item.action),
    },
    {
      key: "detail",
      title: t("frame.audit.detail"),
      width: "minmax(0, 2.4fr)",
      render: (item) => <span title={detailWords(t, item.detail)}>{detailWords(t, item.detail)}</span>,
      text: (item) => detailWords(t, item.detail),
    },
    {
      key: "result",
      title: t("frame.audit.result"),
      width: "minmax(60px, 0.6fr)",
      render: (item) => resultWord(t, item.result),
      text: (item) => resultWord(t, item.result),
    },
    {
      key: "hash",
      title: t("frame.audit.hash"),
      width: "96px",
      render: (item) => <span className="cw-quiet">{item.hash.slice(0, 10)}</span>,
      text: (item) => item.hash,
    },
  ];
}

function VerifyButton() {
  const t = useWords();
  const [check, setCheck] = useState<AuditCheck | null>(null);
  const [isRunning, setRunning] = useState(false);
  const [error, setError] = useState<WireError | null>(null);
  const verify = async () => {
    setRunning(true);
    try {
      setCheck(await engine.call("audit.verifyChain", {}));
      setError(null);
    } catch (reason) {
      setError(toWire(reason));
    }
    setRunning(false);
  };
  return (
    <>
      {error && <Tag tone="contra">{t("frame.audit.failed")}</Tag>}
      {check && (
        <Tag tone={check.intact ? "plus" : "contra"} icon={check.intact ? "circleCheck" : "alertCircle"}>
          {check.intact
            ? t("frame.audit.intact", { count: formatCount(check.entries), head: check.head.slice(0, 12) })
            : t("frame.audit.broken", { at: check.brokenAt })}
        </Tag>
      )}
      <Button tone="primary" icon="shield" disabled={isRunning} onClick={() => void verify()}>
        {isRunning ? t("frame.audit.verifying") : t("frame.audit.verify")}
      </Button>
    </>
  );
}

export function AuditView(_props: ViewProps) {
  const t = useWords();
  const columns = useColumns();
  const [selected, setSelected] = useState<string | null>(null);
  const { items, error, readMore } = useEntries();
  const last = items?.at(-1)?.sequence ?? 0;
  return (
    <div className="cw-page">
      <PageTitle title={t("frame.audit.title")} note={t("frame.audit.note")} tools={<VerifyButton />} />
      <Panel className="cw-fill" label={t("frame.audit.title")}>
        {error ? (
          <ErrorPanel error={error} />
        ) : items === null ? (
          <Skeleton rows={16} />
        ) : (
          <DataTable
            label={t("frame.audit.title")}
            columns={columns}
            rows={items}
            keyOf={(item) => String(item.sequence)}
            selectedKey={selected}
            onSelect={(item) => setSelected(String(item.sequence))}
            {...(last > 1 ? { onEnd: () => readMore(last) } : {})}
          />
        )}
      </Panel>
    </div>
  );
}
