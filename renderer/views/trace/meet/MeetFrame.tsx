// What the three lists about sightings share: title and options above, the list with how many of how many, and what stands there when it is empty.
import { type ReactNode, useState } from "react";
import type { Listed } from "../../../../shared/trace/companionCalls.ts";
import { entityName, shownKind } from "../../../i18n/entityNames.ts";
import { useWords } from "../../../i18n/index.ts";
import { Button, EmptyState, ErrorPanel, formatCount, KindGlyph, PageTitle, Skeleton } from "../../../parts/index.ts";
import type { CallState } from "../../../state/useCall.ts";

export interface MeetPanelProps {
  /** The choice between the lists. */
  readonly switcher: ReactNode;
  /** Only about this one; null: about all. */
  readonly of: string | null;
}

/** The first lines until all are asked for. */
export function useTop(): { readonly top: number | null; readonly more: () => void } {
  const [top, setTop] = useState<number | null>(500);
  return { top, more: () => setTop(null) };
}

export function ShownCount({ found, more }: { readonly found: Listed<unknown>; readonly more: () => void }) {
  const t = useWords();
  const { lines, all } = found;
  if (lines.length === all) return <span className="cw-second cw-small">{t("trace.meet.all", { all: formatCount(all) })}</span>;
  return (
    <>
      <span className="cw-second cw-small">{t("trace.meet.firstOf", { shown: formatCount(lines.length), all: formatCount(all) })}</span>
      <Button small onClick={more}>
        {t("trace.meet.listAll")}
      </Button>
    </>
  );
}

export function Party({ entity, label }: { readonly entity: string; readonly label: string }) {
  return (
    <span className="cw-entity">
      <KindGlyph kind={shownKind(entity)} size={16} />
      <span className="cw-label">{entityName(entity, label)}</span>
    </span>
  );
}

interface MeetFrameProps extends Pick<CallState<unknown>, "error" | "reload"> {
  readonly switcher: ReactNode;
  readonly note: string;
  readonly tools: ReactNode;
  readonly found: Listed<unknown> | null;
  readonly empty: { readonly title: string; readonly why: string };
  readonly children: ReactNode;
}

export function MeetFrame({ switcher, note, tools, found, error, reload, empty, children }: MeetFrameProps) {
  const t = useWords();
  return (
    <div className="cw-page cw-trace-page">
      <PageTitle title={t("trace.meet.title")} note={note} tools={tools} />
      {switcher}
      {error !== null && <ErrorPanel error={error} onRetry={reload} />}
      {found === null && error === null && <Skeleton rows={12} />}
      {found?.all === 0 && (
        <EmptyState icon="mapPin" title={empty.title}>
          {empty.why}
        </EmptyState>
      )}
      {children}
    </div>
  );
}
