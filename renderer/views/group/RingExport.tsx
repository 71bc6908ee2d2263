// The tables of a ring as a file: all in one workbook, or one of them as CSV.
import { Popover } from "antd";
import { useState } from "react";
import { ringTableKeys, ringTables } from "../../../shared/review/paper/ringTables.ts";
import { useLanguage, useWords } from "../../i18n/index.ts";
import { Button } from "../../parts/index.ts";
import { engine } from "../../rpc/engine.ts";
import { handOut } from "../../state/handOut.ts";
import { reportError } from "../../state/toasts.ts";

export function RingExport({ ring }: { readonly ring: string }) {
  const t = useWords();
  const language = useLanguage();
  const [isOpen, setOpen] = useState(false);
  const save = (asked: { readonly format: "xlsx" } | { readonly format: "csv"; readonly table: (typeof ringTables)[number] }) => {
    setOpen(false);
    engine.call("review.exportRing", { ring, language, ...asked }).then(handOut, reportError);
  };
  return (
    <Popover
      open={isOpen}
      onOpenChange={setOpen}
      trigger="click"
      placement="bottomRight"
      destroyOnHidden
      content={
        <div className="cw-ring-export">
          <Button small tone="primary" onClick={() => save({ format: "xlsx" })}>
            {t("ring.export.workbook")}
          </Button>
          {ringTables.map((table) => (
            <Button key={table} small onClick={() => save({ format: "csv", table })}>
              {t("ring.export.csv", { table: t(ringTableKeys[table]) })}
            </Button>
          ))}
        </div>
      }
    >
      <Button icon="download">{t("ring.export.title")}</Button>
    </Popover>
  );
}
