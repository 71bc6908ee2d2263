// One sheet before it is stored: format, mapping, doubts, twenty rows before and after.
import { isTyping } from "../../frame/frameKeys.ts";
import { useWords } from "../../i18n/index.ts";
import { rowKindKeys, wordOf } from "../../i18n/vocabulary.ts";
import { Button, ErrorPanel, formatCount, PageTitle, Tag } from "../../parts/index.ts";
import { engine } from "../../rpc/engine.ts";
import { alikeSheets, decideAlike, type ImportSheet, isReady, openDoubtsOf, skipSheet, useImporting } from "../../state/importing.ts";
import { goTo } from "../../state/navigation.ts";
import { leaveSource, storeOrReimport } from "../../state/reimporting.ts";
import { reportError, tell } from "../../state/toasts.ts";
import { useViewKeys } from "../viewKeys.ts";
import { BalanceStrip } from "./BalanceStrip.tsx";
import { BeforeAfter } from "./BeforeAfter.tsx";
import { DoubtList } from "./DoubtList.tsx";
import { FormatBar } from "./FormatBar.tsx";
import { MappingTable } from "./MappingTable.tsx";
import { ReusedNumbers } from "./ReusedNumbers.tsx";
import { RulesBar } from "./RulesBar.tsx";
import { StoredSummary } from "./StoredSummary.tsx";

async function saveLayout({ preview }: ImportSheet): Promise<void> {
  try {
    const { name } = await engine.call("import.saveLayout", {
      mapping: preview.mapping,
      headings: [...preview.headings],
    });
    tell("import.told.layoutSaved", { name });
  } catch (error) {
    reportError(error);
  }
}

function StoreButton({ sheet }: { readonly sheet: ImportSheet }) {
  const t = useWords();
  const doubts = openDoubtsOf(sheet).length;
  const { rowCount, alreadyImported } = sheet.preview;
  if (sheet.state === "stored" || alreadyImported !== null) {
    const id = sheet.stored?.id ?? alreadyImported;
    return (
      <Button tone="primary" onClick={() => goTo("import", `source:${id}`)}>
        {t("import.sheet.openSource")}
      </Button>
    );
  }
  return (
    <>
      {doubts > 0 && (
        <Tag tone="warn" icon="alertTriangle">
          {t("import.sheet.settleFirst", { count: doubts })}
        </Tag>
      )}
      <Button tone="primary" icon="check" shortcut="Ctrl ↵" disabled={!isReady(sheet)} onClick={() => void storeOrReimport([sheet])}>
        {sheet.replaces !== null
          ? t("import.sheet.reimport")
          : rowCount === null
            ? t("import.sheet.store")
            : t("import.sheet.storeRows", { count: formatCount(rowCount) })}
      </Button>
    </>
  );
}

function useStoreKey(sheet: ImportSheet): void {
  useViewKeys("import", {
    "$mod+Enter": (event) => {
      if (!isReady(sheet)) return;
      if (isTyping(event.target)) (event.target as HTMLElement).blur();
      void storeOrReimport([sheet]);
    },
  });
}

/** One review for all: offered once this sheet has no open doubt and another one of its kind waits. */
function AlikeButton({ sheet }: { readonly sheet: ImportSheet }) {
  const t = useWords();
  const sheets = useImporting((state) => state.sheets);
  const count = alikeSheets(sheets, sheet).length;
  if (count === 0 || !isReady(sheet)) return null;
  return (
    <Button icon="check" title={t("import.sheet.alikeWhy")} onClick={() => decideAlike(sheet)}>
      {t("import.sheet.alike", { count })}
    </Button>
  );
}

export function SheetPage({ sheet }: { readonly sheet: ImportSheet }) {
  const t = useWords();
  useStoreKey(sheet);
  const { preview, state } = sheet;
  const isOpen = state === "waiting" || state === "failed";
  const tools = (
    <>
      {isOpen && preview.alreadyImported === null && (
        <>
          <Button icon="bookmark" onClick={() => void saveLayout(sheet)}>
            {t("import.sheet.saveLayout")}
          </Button>
          <AlikeButton sheet={sheet} />
          {sheet.replaces === null ? (
            <Button onClick={() => skipSheet(sheet)}>{t("import.sheet.skip")}</Button>
          ) : (
            <Button onClick={() => leaveSource(sheet)}>{t("import.sheet.keepAsIs")}</Button>
          )}
        </>
      )}
      {state === "skipped" && preview.alreadyImported === null && (
        <Button onClick={() => skipSheet(sheet)}>{t("import.sheet.unskip")}</Button>
      )}
      {state !== "skipped" || preview.alreadyImported !== null ? <StoreButton sheet={sheet} /> : null}
    </>
  );
  return (
    <div className="cw-sheet-page">
      <PageTitle
        title={<span className="cw-file">{[preview.source, preview.shownSheet].filter(Boolean).join(" · ")}</span>}
        note={
          <Tag tone="accent">
            {t("import.sheet.layout", { kind: wordOf(t, rowKindKeys, preview.mapping.rowKind), confidence: preview.confidence.toFixed(2) })}
          </Tag>
        }
        tools={tools}
      />
      {sheet.error && (
        <div className="cw-notice-box">
          <ErrorPanel error={sheet.error} />
        </div>
      )}
      {sheet.stored && <StoredSummary source={sheet.stored} />}
      <FormatBar sheet={sheet} />
      <RulesBar key={sheet.key} sheet={sheet} />
      <BalanceStrip sheet={sheet} />
      <ReusedNumbers sheet={sheet} />
      <DoubtList sheet={sheet} />
      <MappingTable sheet={sheet} />
      <BeforeAfter sheet={sheet} />
    </div>
  );
}
