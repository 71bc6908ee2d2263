// What to begin with: the most unusual company of the last night, suspects and watched persons who stayed in the last nights.
import type { StayStart } from "../../../../shared/trace/stayCalls.ts";
import { entityName, personTail } from "../../../i18n/entityNames.ts";
import { useWords } from "../../../i18n/index.ts";
import { ErrorPanel, formatTime, KindGlyph, Panel, Skeleton, Tag } from "../../../parts/index.ts";
import { useCall } from "../../../state/useCall.ts";
import { nightWords } from "./nightWords.ts";
import { PairTable } from "./PairTable.tsx";
import { openNight, openStays } from "./staysState.ts";

const mostPairs = 8;

function Marked({ marked }: { readonly marked: StayStart["marked"] }) {
  const t = useWords();
  if (marked.length === 0) return <p className="cw-stay-empty cw-second">{t("trace.stays.markedNone")}</p>;
  return (
    <ul className="cw-bare-list cw-stay-list">
      {marked.map(({ entity, label, place, placeLabel, since, isSuspect, isWatched }) => (
        <li key={`${entity} ${place} ${since}`}>
          <button type="button" className="cw-row-button cw-stay-item" onClick={() => openStays(entity)}>
            <KindGlyph kind="person" size={16} />
            <span>{`${entityName(entity, label)} ${personTail(entity)}`.trim()}</span>
            {isSuspect && <Tag tone="contra">{t("vocabulary.role.suspect")}</Tag>}
            {isWatched && <Tag tone="warn">{t("trace.stays.watched")}</Tag>}
            <span className="cw-label cw-second cw-small">{placeLabel}</span>
            <span className="cw-number cw-second cw-small">{formatTime(since)}</span>
          </button>
        </li>
      ))}
    </ul>
  );
}

function Unusual({ day }: { readonly day: string }) {
  const t = useWords();
  const { data, error, reload } = useCall("trace.readStays", { day, top: mostPairs }, ["facts", "resolve"]);
  if (error !== null) return <ErrorPanel error={error} onRetry={reload} />;
  if (data === null) return <Skeleton rows={5} />;
  if (data.pairs.length === 0) return <p className="cw-stay-empty cw-second">{t("trace.stays.noPairs")}</p>;
  return <PairTable pairs={data.pairs} isOfOne={false} selected={null} name={t("trace.stays.unusual")} onSelect={() => openNight(day)} />;
}

/** Nothing where no night has a stay. */
export function LastNight({ start }: { readonly start: StayStart }) {
  const t = useWords();
  const day = start.days[0]?.day;
  if (day === undefined) return null;
  const night = t("trace.stays.nightOf", nightWords(day));
  return (
    <div className="cw-stay-lead">
      <Panel title={t("trace.stays.unusual")} note={night}>
        <Unusual day={day} />
      </Panel>
      <Panel title={t("trace.stays.marked")}>
        <Marked marked={start.marked} />
      </Panel>
    </div>
  );
}
