// Persons, organisations, cases and stays of an address and everything below it, as of a day.
import { useState } from "react";
import type { PlacePeople, PlacePerson, PlaceStay } from "../../../../shared/resolve/addressCalls.ts";
import { entityName, shownKind } from "../../../i18n/entityNames.ts";
import { useWords } from "../../../i18n/index.ts";
import { linkKeys, wordOf } from "../../../i18n/vocabulary.ts";
import {
  CitationLink,
  type Column,
  DataTable,
  EmptyState,
  ErrorPanel,
  formatTime,
  KindGlyph,
  Panel,
  Segmented,
  Skeleton,
} from "../../../parts/index.ts";
import { goTo } from "../../../state/navigation.ts";
import { useCall } from "../../../state/useCall.ts";

type Part = "people" | "organisations" | "cases" | "stays";

interface Shown {
  readonly key: string;
  readonly entity: string;
  readonly label: string;
  readonly how: string;
  readonly since: string | null;
  readonly until: string | null;
  readonly written: string;
  readonly sources: PlacePerson["sources"];
}

const keyOf = ({ key }: Shown): string => key;

function useColumns(): readonly Column<Shown>[] {
  const t = useWords();
  const day = (key: "since" | "until", title: string): Column<Shown> => ({
    key,
    title,
    width: "96px",
    render: (row) => <span className="cw-number">{formatTime(row[key], "date")}</span>,
    text: (row) => row[key] ?? "",
  });
  return [
    {
      key: "entity",
      title: t("resolve.address.who"),
      width: "minmax(90px, 0.8fr)",
      render: ({ entity, label }) => (
        <span className="cw-entity">
          <KindGlyph kind={shownKind(entity)} size={16} /> <span className="cw-label">{entityName(entity, label)}</span>
        </span>
      ),
      text: ({ label }) => label,
    },
    { key: "how", title: t("resolve.address.how"), width: "64px", render: ({ how }) => how, text: ({ how }) => how },
    day("since", t("resolve.address.since")),
    day("until", t("resolve.address.until")),
    {
      key: "written",
      title: t("resolve.address.asWritten"),
      width: "minmax(100px, 1.3fr)",
      render: ({ written }) => written,
      text: ({ written }) => written,
    },
    {
      key: "rows",
      title: t("resolve.address.rows"),
      width: "minmax(150px, 1.2fr)",
      render: ({ sources }) => sources[0] && <CitationLink citation={sources[0]} />,
      text: ({ sources }) => sources[0]?.source ?? "",
    },
  ];
}

function useRows(found: PlacePeople | null, part: Part): readonly Shown[] {
  const t = useWords();
  if (found === null) return [];
  if (part === "stays")
    return found.stays.map((stay: PlaceStay, i) => ({ ...stay, key: String(i), how: stay.room, written: stay.written.label }));
  return found[part].map((person, i) => ({
    ...person,
    key: String(i),
    how: wordOf(t, linkKeys, person.link),
    written: person.written.label,
  }));
}

/** Silence on a day may only mean that nothing is told of it. */
function Told({ told: { since, until } }: { readonly told: NonNullable<PlacePeople["told"]> }) {
  const t = useWords();
  return t("resolve.address.told.span", { since: formatTime(since, "date"), until: formatTime(until, "date") });
}

export function AddressPeople({ place, day }: { readonly place: string; readonly day: string | null }) {
  const t = useWords();
  const [part, setPart] = useState<Part>("people");
  const { data, error, reload } = useCall("resolve.listPeopleOfAddress", { place, day }, ["resolve", "decisions", "facts"]);
  const rows = useRows(data, part);
  const columns = useColumns();
  const sizes = {
    people: data?.people.length ?? 0,
    organisations: data?.organisations.length ?? 0,
    cases: data?.cases.length ?? 0,
    stays: data?.stays.length ?? 0,
  };
  const options = [
    { value: "people" as const, text: t("resolve.address.people", { count: sizes.people }) },
    { value: "organisations" as const, text: t("resolve.address.organisations", { count: sizes.organisations }) },
    { value: "cases" as const, text: t("resolve.address.cases", { count: sizes.cases }) },
    { value: "stays" as const, text: t("resolve.address.stays", { count: sizes.stays }) },
  ];
  return (
    <Panel
      title={day === null ? t("resolve.address.here") : t("resolve.address.hereOn", { day })}
      tools={<Segmented label={t("resolve.address.here")} value={part} options={options} onChange={setPart} />}
    >
      {error !== null && <ErrorPanel error={error} onRetry={reload} />}
      {data === null && error === null && <Skeleton rows={8} />}
      {data !== null && rows.length === 0 && (
        <EmptyState icon="user" title={t("resolve.address.nobody")}>
          {day !== null && data.told !== null && <Told told={data.told} />}
        </EmptyState>
      )}
      {rows.length > 0 && (
        <DataTable
          label={t("resolve.address.here")}
          columns={columns}
          rows={rows}
          keyOf={keyOf}
          onOpen={({ entity }) => goTo("chart", entity)}
        />
      )}
    </Panel>
  );
}
