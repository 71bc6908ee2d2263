// What another unit found, in a masked bundle: its cases, people and shared things as the bundle writes them, and what of it stands here.
import { kindKeys } from "../../../../shared/look/vocabularyKeys.ts";
import type { LookedFinding, LookedPerson, LookedThing } from "../../../../shared/review/exchange/lookedFinding.ts";
import { entityName, holderOf } from "../../../i18n/entityNames.ts";
import { useWords } from "../../../i18n/index.ts";
import { CaseNumber, formatBits, PlainTable, type PlainTableProps, Tag } from "../../../parts/index.ts";
import { goTo } from "../../../state/navigation.ts";
import { roleKeys } from "../../../state/rings.ts";
import { stateLooks } from "../../group/stateLooks.ts";
import { FoundLines } from "./FoundLines.tsx";

type Columns<Row> = PlainTableProps<Row>["columns"];
type Named = Pick<LookedThing, "kind" | "written" | "entity" | "label">;

/** How the bundle writes it, and what it is here. */
function useNamedColumns<Row extends Named>(): Columns<Row> {
  const t = useWords();
  return [
    { key: "kind", title: t("exchange.list.kind"), render: ({ kind }) => (kindKeys[kind] ? t(kindKeys[kind]) : kind) },
    { key: "written", title: t("exchange.masked.written"), render: ({ written }) => written },
    {
      key: "ours",
      title: t("exchange.masked.ours"),
      render: ({ entity, label }) =>
        entity === null ? (
          <span className="cw-quiet">{t("exchange.looked.unknown")}</span>
        ) : (
          <>
            <button type="button" className="cw-entity" onClick={() => goTo("chart", entity)}>
              {entityName(entity, label)}
            </button>{" "}
            <span className="cw-quiet">{holderOf(entity, label)}</span>
          </>
        ),
    },
  ];
}

function Members({ finding }: { readonly finding: LookedFinding }) {
  const t = useWords();
  const { members } = finding;
  return (
    <PlainTable
      rows={members}
      keyOf={(member) => member.case}
      columns={[
        {
          key: "case",
          title: t("group.member.case"),
          render: ({ case: number, isHere }) =>
            isHere ? (
              <button type="button" className="cw-entity" onClick={() => goTo("chart", `case:${number}`)}>
                <CaseNumber number={number} />
              </button>
            ) : (
              <CaseNumber number={number} />
            ),
        },
        {
          key: "state",
          title: t("group.member.state"),
          render: ({ state }) => (state === null ? "" : <Tag tone={stateLooks[state].tone}>{t(stateLooks[state].key)}</Tag>),
        },
        { key: "bits", title: t("group.matrix.bits"), align: "right", render: ({ bits }) => (bits === null ? "" : formatBits(bits)) },
        {
          key: "here",
          title: t("exchange.masked.ours"),
          render: ({ isHere }) => (isHere ? t("exchange.looked.here") : <span className="cw-quiet">{t("exchange.looked.unknown")}</span>),
        },
      ]}
    />
  );
}

function People({ people }: { readonly people: readonly LookedPerson[] }) {
  const t = useWords();
  const named = useNamedColumns<LookedPerson>();
  const role: Columns<LookedPerson>[number] = {
    key: "role",
    title: t("exchange.looked.role"),
    render: ({ ringRole }) => t(roleKeys[ringRole]),
  };
  return <PlainTable rows={people} keyOf={({ mark }) => mark} columns={[role, ...named]} />;
}

function Things({ things }: { readonly things: readonly LookedThing[] }) {
  const t = useWords();
  const named = useNamedColumns<LookedThing>();
  const figures: Columns<LookedThing> = [
    { key: "cases", title: t("exchange.looked.cases"), align: "right", render: ({ cases }) => cases },
    { key: "bits", title: t("group.matrix.bits"), align: "right", render: ({ bits }) => (bits === null ? "" : formatBits(bits)) },
  ];
  return <PlainTable rows={things} keyOf={({ mark }) => mark} columns={[...named, ...figures]} />;
}

export function LookedFindings({ findings }: { readonly findings: readonly LookedFinding[] }) {
  return findings.map((finding) => (
    <section key={`${finding.unit} ${finding.number}`} className="cw-exchange-looked" aria-label={`${finding.number} ${finding.title}`}>
      <FoundLines found={[finding]} />
      {finding.people.length > 0 && <People people={finding.people} />}
      {finding.things.length > 0 && <Things things={finding.things} />}
      <Members finding={finding} />
    </section>
  ));
}
