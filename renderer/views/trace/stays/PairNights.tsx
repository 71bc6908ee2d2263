// The nights of a pair: where, from when to when, which rooms, what each says in bits and how often it happens there by chance, with the rows.
import type { CoNight, CoStayLine } from "../../../../shared/trace/stayCalls.ts";
import { entityName } from "../../../i18n/entityNames.ts";
import { useWords } from "../../../i18n/index.ts";
import { closenessKeys } from "../../../i18n/stayWords.ts";
import { Bits, Button, CitationLink, formatTime, KindGlyph, Panel, Tag } from "../../../parts/index.ts";
import { openStays } from "./staysState.ts";

/** Small chances with two figures: 0.14 % is not 0 %. */
const percent = (chance: number): string => (chance >= 0.1 ? (chance * 100).toFixed(0) : String(Number((chance * 100).toPrecision(2))));

function Signs({ night }: { readonly night: CoNight }) {
  const t = useWords();
  return (
    <ul className="cw-bare-list cw-stay-signs">
      {night.closeness.map(({ kind, minutes, chance, bits }) => (
        <li key={kind} className="cw-bits-line">
          <span>
            {t(closenessKeys[kind])}
            {minutes !== null && <span className="cw-second"> {t("trace.stays.apart", { count: minutes })}</span>}
          </span>
          <span className="cw-second cw-small">{t("trace.stays.chance", { percent: percent(chance) })}</span>
          <Bits bits={bits} />
        </li>
      ))}
      <li className="cw-bits-line">
        <span>{t("trace.stays.presence")}</span>
        <span className="cw-second cw-small">{t("trace.stays.presenceWhy")}</span>
        <Bits bits={night.presenceBits} />
      </li>
    </ul>
  );
}

function Night({ night }: { readonly night: CoNight }) {
  const t = useWords();
  const { place, placeLabel, isCafe, since, until, roomA, roomB, bits, sources } = night;
  const rooms = roomA === roomB ? roomA : `${roomA || "–"} / ${roomB || "–"}`;
  return (
    <li>
      <p className="cw-stay-night">
        <button type="button" className="cw-name-button" onClick={() => openStays(place)}>
          <KindGlyph kind="place" size={16} /> {placeLabel}
        </button>
        {(roomA !== "" || roomB !== "") && <Tag>{t(isCafe ? "trace.stays.seat" : "trace.stays.room", { room: rooms })}</Tag>}
        <Bits bits={bits} />
      </p>
      <p className="cw-number cw-second cw-small">
        {formatTime(since)} – {formatTime(until)}
      </p>
      <Signs night={night} />
      <p className="cw-stay-rows">
        {sources.map((citation) => (
          <CitationLink key={`${citation.sourceId} ${citation.row}`} citation={citation} />
        ))}
      </p>
    </li>
  );
}

export function PairNights({ pair }: { readonly pair: CoStayLine }) {
  const t = useWords();
  const { a, b, labelA, labelB, times } = pair;
  return (
    <Panel
      title={`${entityName(a, labelA)} × ${entityName(b, labelB)}`}
      note={t("trace.stays.nightCount", { count: times })}
      tools={
        <Button small onClick={() => openStays(b)}>
          {t("trace.stays.openOther", { name: entityName(b, labelB) })}
        </Button>
      }
      isScrolled
    >
      <ol className="cw-trace-steps">
        {pair.nights.map((night) => (
          <Night key={`${night.place} ${night.since}`} night={night} />
        ))}
      </ol>
    </Panel>
  );
}
