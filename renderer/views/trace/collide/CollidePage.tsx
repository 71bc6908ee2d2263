// Lists laid over each other (碰撞比对): what stands in all of them, or in some, and how rare that is.
import { useState } from "react";
import { create } from "zustand";
import type { CollisionAnswer } from "../../../../shared/trace/movementCalls.ts";
import { entityName, shownKey, shownKind } from "../../../i18n/entityNames.ts";
import { useWords } from "../../../i18n/index.ts";
import { kindKeys, wordOf } from "../../../i18n/vocabulary.ts";
import {
  Bits,
  type Column,
  DataTable,
  EmptyState,
  ErrorPanel,
  formatCount,
  KindGlyph,
  PageTitle,
  Panel,
  Skeleton,
  Tag,
} from "../../../parts/index.ts";
import { goTo } from "../../../state/navigation.ts";
import { openTrace } from "../../../state/trace.ts";
import { useCall } from "../../../state/useCall.ts";
import type { TracePageProps } from "../page.ts";
import { SetChooser } from "./SetChooser.tsx";
import { type SetName, useSetNames } from "./setNames.ts";

type Found = CollisionAnswer["found"][number];

/** Boxes that were made in this session, by name: the page is drawn anew with each list. */
const useMadeSets = create<{ readonly made: readonly SetName[] }>(() => ({ made: [] }));

/** A box or an address that another session made: its place as it may be shown, and its window. */
function shownBox(set: string): string {
  const [, place, window = ""] = /^(?:building:|unit:|address:)?(place:.*?)(?:@([^@]*))?$/.exec(set) ?? [];
  return place === undefined ? set : `${shownKey(place)} ${window}`.trim();
}

/** More lists than this are counted, not set side by side. */
const mostColumns = 6;

const isOfScenes = (set: string): boolean => set.startsWith("scenes:");

function useColumns(sets: readonly string[], nameOf: (set: string) => string): readonly Column<Found>[] {
  const t = useWords();
  const kindOf = ({ entity }: Found) => shownKind(entity);
  const countColumn: Column<Found> = {
    key: "count",
    title: t("trace.collide.held"),
    width: "84px",
    align: "right",
    render: (found) => `${found.in.length} / ${sets.length}`,
    text: (found) => String(found.in.length),
  };
  return [
    {
      key: "entity",
      title: t("trace.collide.entity"),
      width: "minmax(170px, 1.2fr)",
      render: (found) => (
        <span className="cw-entity">
          <KindGlyph kind={kindOf(found)} size={16} />
          <span className="cw-label">{entityName(found.entity, found.label)}</span>
          {found.public !== null && <Tag>{t("trace.calls.public")}</Tag>}
        </span>
      ),
      text: (found) => entityName(found.entity, found.label),
    },
    { key: "kind", title: t("trace.collide.kind"), width: "84px", render: (found) => wordOf(t, kindKeys, kindOf(found)), text: kindOf },
    ...(sets.length > mostColumns ? [countColumn] : []),
    ...(sets.length > mostColumns ? [] : sets).map(
      (set, i): Column<Found> => ({
        key: set,
        title: <span title={nameOf(set)}>{t("trace.collide.list", { n: i + 1 })}</span>,
        width: "64px",
        align: "center",
        render: (found) => (found.in.includes(set) ? <b className="cw-tone-plus">●</b> : <span className="cw-quiet">·</span>),
        text: (found) => (found.in.includes(set) ? "1" : "0"),
      }),
    ),
    {
      key: "bits",
      title: t("trace.collide.rarity"),
      width: "92px",
      align: "right",
      render: (found) => <Bits bits={found.rarityBits} />,
      text: (found) => String(found.rarityBits),
    },
  ];
}

function Answer({ sets, nameOf }: { readonly sets: readonly string[]; readonly nameOf: (set: string) => string }) {
  const t = useWords();
  const [min, setMin] = useState(sets.some(isOfScenes) ? 2 : sets.length);
  const [chosen, setChosen] = useState<string | null>(null);
  const { data, error, reload } = useCall("trace.collideSets", { sets: [...sets], min }, ["facts", "group"]);
  const lists = data?.lists ?? sets;
  const columns = useColumns(lists, nameOf);
  const steps = Array.from({ length: Math.max(1, lists.length - 1) }, (_, i) => i + 2);
  return (
    <Panel
      title={t("trace.collide.found")}
      note={data === null ? "" : formatCount(data.found.length)}
      tools={
        <label className="cw-trace-options">
          <select aria-label={t("trace.collide.least")} value={min} onChange={(event) => setMin(Number(event.target.value))}>
            {steps.map((n) => (
              <option key={n} value={n}>
                {n === lists.length ? t("trace.collide.inAll") : t("trace.collide.inSome", { n })}
              </option>
            ))}
          </select>
        </label>
      }
    >
      {error !== null && <ErrorPanel error={error} onRetry={reload} />}
      {data === null && error === null && <Skeleton rows={8} />}
      {data?.found.length === 0 && (
        <EmptyState icon="layoutGrid" title={t("trace.collide.none")}>
          {t("trace.collide.noneWhy", { sizes: data.sizes.map(formatCount).join(" / ") })}
        </EmptyState>
      )}
      {data !== null && data.found.length > 0 && (
        <DataTable
          label={t("trace.collide.found")}
          columns={columns}
          rows={data.found}
          keyOf={({ entity }) => entity}
          selectedKey={chosen}
          onSelect={({ entity }) => setChosen(entity)}
          onOpen={({ entity }) => goTo("chart", entity)}
          toneOf={(found) => (found.public === null ? null : "mute")}
        />
      )}
    </Panel>
  );
}

export function CollidePage({ about }: TracePageProps) {
  const t = useWords();
  const made = useMadeSets((state) => state.made);
  const names = [...made, ...useSetNames()];
  const nameOf = (set: string) => names.find(({ ref }) => ref === set)?.name ?? shownBox(set);
  const take = (set: SetName) => {
    useMadeSets.setState({ made: [set, ...made.filter(({ ref }) => ref !== set.ref)] });
    openTrace("collide", ...about.filter((ref) => ref !== set.ref), set.ref);
  };
  return (
    <div className="cw-page cw-trace-page">
      <PageTitle title={t("trace.collide.title")} note={t("trace.collide.note")} />
      <div className="cw-trace-split cw-collide">
        {about.length < 2 && !about.some(isOfScenes) ? (
          <Panel label={t("trace.collide.found")}>
            <EmptyState icon="layoutGrid" title={t("trace.collide.choose")}>
              {t("trace.collide.chooseWhy")}
            </EmptyState>
          </Panel>
        ) : (
          <Answer key={about.join("|")} sets={about} nameOf={nameOf} />
        )}
        <SetChooser names={names} chosen={about} onChange={(sets) => openTrace("collide", ...sets)} onMade={take} />
      </div>
    </div>
  );
}
