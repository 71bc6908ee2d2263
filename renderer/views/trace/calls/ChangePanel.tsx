// Beside the page of a number: which number its user may have taken after it, or had before.
import type { ReactNode } from "react";
import { useWords } from "../../../i18n/index.ts";
import { EmptyState, ErrorPanel, Panel, Skeleton } from "../../../parts/index.ts";
import { useCall } from "../../../state/useCall.ts";
import { ChangeCard } from "./ChangeCard.tsx";

export function ChangePanel({ phone, tools }: { readonly phone: string; readonly tools: ReactNode }) {
  const t = useWords();
  const { data, error, reload } = useCall("trace.findNumberChanges", {}, ["facts"]);
  const own = data?.lines.filter((line) => line.old === phone || line.new === phone) ?? [];
  return (
    <Panel className="cw-change-panel" title={t("trace.change.title")} tools={tools}>
      {error !== null && <ErrorPanel error={error} onRetry={reload} />}
      {data === null && error === null && <Skeleton rows={5} />}
      {data !== null && own.length === 0 && <EmptyState icon="phone" title={t("trace.change.none")} />}
      <ol className="cw-trace-steps">
        {own.map((line) => (
          <ChangeCard key={`${line.old} ${line.new} ${line.at}`} line={line} of={phone} />
        ))}
      </ol>
    </Panel>
  );
}
