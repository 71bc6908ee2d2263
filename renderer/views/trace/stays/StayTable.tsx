// Every stay of the question, newest first, each with its row. A click opens the place of a person, the person of a place.
import type { StayLine } from "../../../../shared/trace/stayCalls.ts";
import { useWords } from "../../../i18n/index.ts";
import { CitationLink, type Column, DataTable, formatTime } from "../../../parts/index.ts";
import { Party } from "../meet/MeetFrame.tsx";
import { openStays } from "./staysState.ts";

const keyOf = ({ entity, place, since, room }: StayLine): string => `${entity} ${place} ${since} ${room}`;

function useColumns(): readonly Column<StayLine>[] {
  const t = useWords();
  const time = (key: "since" | "until", title: string): Column<StayLine> => ({
    key,
    title,
    width: "132px",
    render: (stay) => <span className="cw-number">{formatTime(stay[key])}</span>,
    text: (stay) => stay[key] ?? "",
  });
  return [
    {
      key: "entity",
      title: t("trace.stays.guest"),
      width: "minmax(120px, 1fr)",
      render: ({ entity, label }) => <Party entity={entity} label={label} />,
      text: ({ label }) => label,
    },
    {
      key: "place",
      title: t("trace.stays.place"),
      width: "minmax(180px, 1.6fr)",
      render: ({ place, placeLabel }) => <Party entity={place} label={placeLabel} />,
      text: ({ placeLabel }) => placeLabel,
    },
    { key: "room", title: t("trace.stays.roomOrSeat"), width: "96px", render: ({ room }) => room, text: ({ room }) => room },
    time("since", t("trace.stays.from")),
    time("until", t("trace.stays.until")),
    {
      key: "rows",
      title: t("trace.stays.rows"),
      width: "minmax(140px, 1fr)",
      render: ({ sources }) => sources[0] && <CitationLink citation={sources[0]} />,
      text: ({ sources }) => sources[0]?.source ?? "",
    },
  ];
}

export function StayTable({ stays }: { readonly stays: readonly StayLine[] }) {
  const t = useWords();
  return (
    <DataTable label={t("trace.stays.each")} columns={useColumns()} rows={stays} keyOf={keyOf} onOpen={({ entity }) => openStays(entity)} />
  );
}
