// Saves a list as a file to print and sign. A masked one says so: no bank can act on it.
import { Dropdown } from "antd";
import { useState } from "react";
import { type ListFormat, listFormats } from "../../../../shared/review/exportCalls.ts";
import type { ListName } from "../../../../shared/trace/lists/index.ts";
import type { PolicyName } from "../../../../shared/trace/policies/index.ts";
import { useLanguage, useWords } from "../../../i18n/index.ts";
import { Button } from "../../../parts/index.ts";
import { engine } from "../../../rpc/engine.ts";
import { handOut } from "../../../state/handOut.ts";
import { usePreferences } from "../../../state/preferences.ts";
import { reportError, tell } from "../../../state/toasts.ts";

const formatKeys: Readonly<Record<ListFormat, string>> = {
  xlsx: "export.format.xlsx",
  docx: "export.format.docx",
  pdf: "export.format.pdf",
  csv: "export.format.csv",
};

interface SaveListProps {
  readonly list: ListName;
  readonly question: { readonly from: string[]; readonly policy: PolicyName; readonly asOf: string };
  readonly isEmpty: boolean;
}

export function SaveListMenu({ list, question, isEmpty }: SaveListProps) {
  const t = useWords();
  const language = useLanguage();
  const [isBusy, setBusy] = useState(false);
  const save = async (format: ListFormat) => {
    setBusy(true);
    try {
      const file = await engine.call("review.exportList", { ...question, list, format, language });
      handOut(file);
      tell(file.isMasked ? "trace.list.savedMasked" : "trace.list.saved", { count: file.count });
    } catch (error) {
      reportError(error);
    } finally {
      setBusy(false);
    }
  };
  const isMasked = usePreferences((state) => state.isMasked);
  const formats = listFormats.map((format) => ({ key: format, label: t(formatKeys[format]), onClick: () => void save(format) }));
  const items = isMasked ? [{ key: "masked", type: "group" as const, label: t("trace.list.willBeMasked"), children: formats }] : formats;
  return (
    <Dropdown menu={{ items }} trigger={["click"]} disabled={isEmpty || isBusy}>
      <Button small icon="download" disabled={isEmpty || isBusy}>
        {t("trace.list.save")}
      </Button>
    </Dropdown>
  );
}
