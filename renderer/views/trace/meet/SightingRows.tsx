// The sightings of a few in a period, each with the rows that tell of it.
import { entityName } from "../../../i18n/entityNames.ts";
import { useWords } from "../../../i18n/index.ts";
import { CitationLink, ErrorPanel, formatTime, Skeleton } from "../../../parts/index.ts";
import { useCall } from "../../../state/useCall.ts";

interface SightingRowsProps {
  readonly entities: readonly string[];
  readonly from: string;
  readonly until: string;
}

export function SightingRows({ entities, from, until }: SightingRowsProps) {
  const t = useWords();
  const { data, error, reload } = useCall("trace.listSightings", { entities: [...entities], from, until }, ["facts"]);
  if (error !== null) return <ErrorPanel error={error} onRetry={reload} />;
  if (data === null) return <Skeleton rows={2} />;
  return data.map((seen) => (
    <p key={`${seen.entity} ${seen.from} ${seen.sources[0]?.row}`} className="cw-small">
      {t("trace.meet.seen", { who: entityName(seen.entity, seen.label), from: formatTime(seen.from) })}{" "}
      {seen.sources.map((citation) => (
        <CitationLink key={`${citation.sourceId} ${citation.row}`} citation={citation} />
      ))}
    </p>
  ));
}
