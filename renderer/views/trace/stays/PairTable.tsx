// Pairs by how unusual their nights together are, with what they had in common.
import type { CoStayLine } from "../../../../shared/trace/stayCalls.ts";
import type { ClosenessKind } from "../../../../shared/trace/stays/closeness.ts";
import { personTail } from "../../../i18n/entityNames.ts";
import { useWords } from "../../../i18n/index.ts";
import { closenessKeys } from "../../../i18n/stayWords.ts";
import { Bits, type Column, DataTable, formatTime, Tag } from "../../../parts/index.ts";
import { selectEntities } from "../../../state/selection.ts";
import { useCall } from "../../../state/useCall.ts";
import { Party } from "../meet/MeetFrame.tsx";

export const pairKey = ({ a, b }: CoStayLine): string => `${a} ${b}`;

/** Each kind once, with how many nights have it. */
function countKinds({ nights }: CoStayLine): readonly (readonly [ClosenessKind, number])[] {
  const counts = new Map<ClosenessKind, number>();
  for (const { closeness } of nights) for (const { kind } of closeness) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1]);
}

/** Whom somebody watches. */
function useWatched(): ReadonlySet<string> {
  const { data } = useCall("review.listWatches", {}, ["watches"]);
  return new Set(data?.flatMap(({ entity, isExpired }) => (entity !== null && !isExpired ? [entity] : [])) ?? []);
}

function useColumns(isOfOne: boolean): readonly Column<CoStayLine>[] {
  const t = useWords();
  const watched = useWatched();
  const party = (side: "a" | "b", label: "labelA" | "labelB", title: string): Column<CoStayLine> => ({
    key: side,
    title,
    width: "minmax(110px, 1fr)",
    render: (pair) => (
      <span className="cw-stay-party">
        <Party entity={pair[side]} label={pair[label]} />
        <span className="cw-number cw-second cw-small">{personTail(pair[side])}</span>
        {watched.has(pair[side]) && <Tag tone="warn">{t("trace.stays.watched")}</Tag>}
      </span>
    ),
    text: (pair) => pair[label],
  });
  const common: Column<CoStayLine> = {
    key: "common",
    title: t("trace.stays.common"),
    width: "minmax(200px, 2fr)",
    render: (pair) => (
      <span className="cw-stay-tags">
        {countKinds(pair).map(([kind, count]) => (
          <Tag key={kind} tone={kind === "same-room" || kind === "next-seat" ? "contra" : "neutral"}>
            {t(closenessKeys[kind])} {count > 1 && `×${count}`}
          </Tag>
        ))}
      </span>
    ),
    text: (pair) =>
      countKinds(pair)
        .map(([kind]) => t(closenessKeys[kind]))
        .join(" "),
  };
  const lastOf = ({ nights }: CoStayLine) => formatTime(nights.at(-1)?.since ?? null, "date");
  return [
    ...(isOfOne ? [] : [party("a", "labelA", t("trace.stays.one"))]),
    party("b", "labelB", t(isOfOne ? "trace.stays.with" : "trace.stays.other")),
    common,
    {
      key: "times",
      title: t("trace.stays.times"),
      width: "64px",
      align: "right",
      render: ({ times }) => String(times),
      text: ({ times }) => String(times),
    },
    {
      key: "last",
      title: t("trace.stays.last"),
      width: "104px",
      render: (pair) => <span className="cw-number">{lastOf(pair)}</span>,
      text: lastOf,
    },
    {
      key: "bits",
      title: t("trace.meet.bits"),
      width: "84px",
      align: "right",
      render: ({ bits }) => <Bits bits={bits} />,
      text: ({ bits }) => String(bits),
    },
  ];
}

interface PairTableProps {
  readonly pairs: readonly CoStayLine[];
  /** All pairs have the same first one. */
  readonly isOfOne: boolean;
  readonly selected: string | null;
  /** What the table is called; pairs of the open question without. */
  readonly name?: string;
  readonly onSelect: (pair: CoStayLine) => void;
}

export function PairTable({ pairs, isOfOne, selected, name, onSelect }: PairTableProps) {
  const t = useWords();
  return (
    <DataTable
      label={name ?? t("trace.stays.together")}
      columns={useColumns(isOfOne)}
      rows={pairs}
      keyOf={pairKey}
      selectedKey={selected}
      onSelect={(pair) => {
        onSelect(pair);
        selectEntities([pair.a, pair.b]);
      }}
    />
  );
}
