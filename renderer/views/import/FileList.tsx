// The left list: files on their way in, or the sources that are in the workspace.
import { useWords } from "../../i18n/index.ts";
import { DropZone } from "../../parts/DropZone.tsx";
import { Button, formatCount, Icon, Segmented } from "../../parts/index.ts";
import { clearDone, isReady, openFiles, rowsOfSheet, useImporting } from "../../state/importing.ts";
import { goTo } from "../../state/navigation.ts";
import { storeOrReimport } from "../../state/reimporting.ts";
import { useWorkspace } from "../../state/workspace.ts";
import { groupSheets } from "./fileGroups.ts";
import { SheetGroupItem } from "./SheetGroupItem.tsx";
import { SheetItem } from "./SheetItem.tsx";
import { SourceItems } from "./SourceItems.tsx";

function SheetItems() {
  const t = useWords();
  const sheets = useImporting((state) => state.sheets);
  const opening = useImporting((state) => state.opening);
  if (sheets.length === 0 && opening.length === 0) return <p className="cw-import-hint">{t("import.list.none")}</p>;
  const counts = sheets.map(rowsOfSheet);
  const rows = formatCount(counts.reduce<number>((sum, count) => sum + (count ?? 0), 0));
  const isSum = counts.every((count) => count !== null);
  return (
    <>
      <div className="cw-import-count">
        <span>{isSum ? t("import.list.count", { files: sheets.length, rows }) : t("import.list.countOnly", { files: sheets.length })}</span>
        <span>{t("import.list.layout")}</span>
      </div>
      <ul className="cw-sheet-list">
        {opening.length > 0 && (
          <li className="cw-sheet-opening" role="status">
            {t("import.list.opening", { count: opening.length })}
          </li>
        )}
        {groupSheets(sheets).map((group) =>
          group.sheets.length > 1 ? (
            <SheetGroupItem key={group.key} group={group} />
          ) : (
            <SheetItem key={group.key} sheet={group.sheets[0]!} />
          ),
        )}
      </ul>
    </>
  );
}

function ListFoot() {
  const t = useWords();
  const sheets = useImporting((state) => state.sheets);
  const ready = sheets.filter(isReady);
  const isStoring = sheets.some((sheet) => sheet.state === "storing");
  const isSomeDone = sheets.some((sheet) => sheet.state === "stored" || sheet.state === "skipped");
  if (sheets.length === 0) {
    return (
      <footer className="cw-import-foot">
        <Icon name="shield" size={15} /> {t("import.list.hash")}
      </footer>
    );
  }
  return (
    <footer className="cw-import-foot">
      {isSomeDone && (
        <Button small onClick={clearDone}>
          {t("import.list.clear")}
        </Button>
      )}
      <Button
        small
        tone={ready.length > 1 ? "primary" : "normal"}
        disabled={ready.length === 0}
        onClick={() => void storeOrReimport(ready)}
      >
        {ready.length > 0
          ? t("import.list.storeAll", { count: ready.length })
          : t(isStoring ? "import.list.storing" : "import.list.noneReady")}
      </Button>
    </footer>
  );
}

export function FileList({ sourceId, tab }: { readonly sourceId: number | null; readonly tab: "files" | "sources" }) {
  const t = useWords();
  const sourceCount = useWorkspace((state) => state.info?.sources ?? 0);
  return (
    <section className="cw-import-list" aria-label={t("import.list.label")} data-panel="" tabIndex={-1}>
      <div className="cw-import-head">
        <DropZone onFiles={(files) => void openFiles(files)} />
        <Segmented
          label={t("import.list.label")}
          value={tab}
          onChange={(next) => goTo("import", next === "sources" ? "sources" : "files")}
          options={[
            { value: "files", text: t("import.list.files") },
            { value: "sources", text: t("import.list.sources", { count: sourceCount }) },
          ]}
        />
      </div>
      <div className="cw-import-scroll">{tab === "files" ? <SheetItems /> : <SourceItems current={sourceId} />}</div>
      {tab === "files" && <ListFoot />}
    </section>
  );
}
