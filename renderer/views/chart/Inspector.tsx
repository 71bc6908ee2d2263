// Everything known of the selected entity, every value with its source row. What has no source is not shown as fact.
import { useEffect, useState } from "react";
import type { EntityFacts } from "../../../shared/chart/calls.ts";
import { drawnOf } from "../../../shared/chart/drawn/index.ts";
import { drawnWith, meantByAll } from "../../../shared/chart/drawn/mergeRecords.ts";
import { entityName, holderOf } from "../../i18n/entityNames.ts";
import { hubKeys } from "../../i18n/hubs.ts";
import { doubtSentence } from "../../i18n/importWords.ts";
import { useWords } from "../../i18n/index.ts";
import { kindKeys, wordOf } from "../../i18n/vocabulary.ts";
import {
  Button,
  EmptyState,
  EntityLabel,
  ErrorPanel,
  formatCount,
  formatTime,
  Icon,
  IconButton,
  KindGlyph,
  Panel,
  Skeleton,
  Tag,
} from "../../parts/index.ts";
import { toggleSwitch, useChart } from "../../state/chart.ts";
import { useSelection } from "../../state/selection.ts";
import { useCall } from "../../state/useCall.ts";
import { Comments } from "./Comments.tsx";
import { DraftNote, GradeField } from "./GradeField.tsx";
import { AttributeList, EventList, LinkList } from "./InspectorLists.tsx";
import { LinkCard } from "./LinkCard.tsx";
import { RecordSwitch } from "./RecordSwitch.tsx";
import { useLabelContext } from "./useLabelContext.ts";
import "./inspector.css";

type Tab = "attributes" | "links" | "events";

function Tabs({ facts, tab, onTab }: { readonly facts: EntityFacts; readonly tab: Tab; readonly onTab: (tab: Tab) => void }) {
  const t = useWords();
  const tabs: readonly (readonly [Tab, string, number])[] = [
    ["attributes", t("chart.inspector.attributes"), facts.attributes.length],
    ["links", t("chart.inspector.links"), facts.links.length],
    ["events", t("chart.inspector.events"), facts.eventCount],
  ];
  return (
    <div className="cw-tabs" role="tablist">
      {tabs.map(([id, word, count]) => (
        <button key={id} type="button" role="tab" aria-selected={tab === id} onClick={() => onTab(id)}>
          {word} {count > 0 && <span className="cw-number">{formatCount(count)}</span>}
        </button>
      ))}
    </div>
  );
}

const lists: Readonly<Record<Tab, (props: { readonly facts: EntityFacts }) => React.ReactNode>> = {
  attributes: AttributeList,
  links: LinkList,
  events: EventList,
};

function Head({ facts }: { readonly facts: EntityFacts }) {
  const t = useWords();
  const { mask } = useLabelContext();
  const holder = holderOf(facts.ref, facts.label);
  const node = useChart((state) => state.chart.model.nodes.get(facts.ref));
  const isDisabled = useChart((state) => state.chart.model.disabled.has(facts.ref));
  const isPinned = useChart((state) => state.chart.model.pinned.has(facts.ref));
  return (
    <header className="cw-inspector-head">
      <KindGlyph kind={facts.kind} subtype={node?.subtype ?? ""} size={30} />
      <div>
        <h2>
          <EntityLabel kind={facts.kind} label={entityName(facts.ref, facts.label)} />
        </h2>
        <p className="cw-small cw-second">
          {[
            wordOf(t, kindKeys, facts.kind),
            facts.cases === 0 || facts.kind === "case" ? "" : t("chart.inspector.cases", { n: facts.cases }),
            holder === "" ? "" : mask("account", holder),
            facts.kind === "case" ? "" : (node?.note ?? ""),
          ]
            .filter((part) => part !== "")
            .join(" · ")}
        </p>
        {facts.numbers.length > 0 && (
          <p className="cw-small cw-second">{t("chart.inspector.numbers", { numbers: facts.numbers.join(t("report.cite.comma")) })}</p>
        )}
        {facts.firstAt !== null && (
          <p className="cw-small cw-quiet">
            {t("chart.inspector.period", { from: formatTime(facts.firstAt, "date"), until: formatTime(facts.lastAt, "date") })}
          </p>
        )}
        {facts.hub !== null && <Tag tone="warn">{t("chart.inspector.hub", { reason: wordOf(t, hubKeys, facts.hub) })}</Tag>}
      </div>
      <IconButton icon="pin" label={t("chart.inspector.pin")} pressed={isPinned} onClick={() => toggleSwitch("pin", [facts.ref])} />
      <div className="cw-inspector-actions">
        <Button small icon="linkOff" onClick={() => toggleSwitch("disable", [facts.ref])}>
          {isDisabled ? t("chart.inspector.enable") : t("chart.inspector.disable")}
        </Button>
        <GradeField id={facts.ref} />
        <Comments on={facts.ref} />
      </div>
    </header>
  );
}

interface EntityCardProps {
  readonly entity: string;
  /** Records that the node stands for, this one first. */
  readonly records: readonly string[];
}

function EntityCard({ entity, records }: EntityCardProps) {
  const t = useWords();
  const [tab, setTab] = useState<Tab>("attributes");
  const [chosen, setChosen] = useState(entity);
  const shown = records.includes(chosen) ? chosen : entity;
  const { data, error, reload } = useCall("chart.readEntity", { entity: shown, events: 100 }, ["facts"]);
  useEffect(() => setTab((old) => (data !== null && data.attributes.length === 0 && old === "attributes" ? "links" : old)), [data]);
  if (error !== null) return <ErrorPanel error={error} onRetry={reload} />;
  if (data === null) return <Skeleton rows={10} tall />;
  const List = lists[tab];
  return (
    <>
      <Head facts={data} />
      {records.length > 1 && <RecordSwitch records={records} shown={shown} onShow={setChosen} />}
      {data.reused.map((doubt) => (
        <p key={`${doubt.values.hereSource}${doubt.values.hereRow}`} className="cw-inspector-reused">
          <Icon name="alertTriangle" size={15} />
          <span>{doubtSentence(t, doubt)}</span>
        </p>
      ))}
      <Tabs facts={data} tab={tab} onTab={setTab} />
      <div className="cw-inspector-list" role="tabpanel">
        <List facts={data} />
      </div>
    </>
  );
}

/** An entity that was drawn by hand: no fact knows it. */
function DraftCard({ entity }: { readonly entity: string }) {
  const node = useChart((state) => state.chart.model.nodes.get(entity))!;
  return (
    <div className="cw-inspector-many">
      <h2>
        <KindGlyph kind={node.kind} size={24} /> {node.label}
      </h2>
      <DraftNote id={entity} />
      <GradeField id={entity} />
      <Comments on={entity} />
    </div>
  );
}

/** Several selected: what they are, by kind. */
function SelectionCard({ refs }: { readonly refs: readonly string[] }) {
  const t = useWords();
  const nodes = useChart((state) => state.chart.model.nodes);
  return (
    <div className="cw-inspector-many">
      <h2>{t("chart.inspector.many", { n: refs.length })}</h2>
      <ul>
        {refs.slice(0, 60).map((ref) => {
          const node = nodes.get(ref)!;
          return (
            <li key={ref}>
              <KindGlyph kind={node.kind} subtype={node.subtype} size={16} />{" "}
              <EntityLabel kind={node.kind} label={entityName(ref, node.label)} />
            </li>
          );
        })}
      </ul>
    </div>
  );
}

export function Inspector() {
  const t = useWords();
  const model = useChart((state) => state.chart.model);
  const links = useChart((state) => state.selectedLinks);
  const entities = useSelection((state) => state.entities);
  const refs = entities.filter((ref) => model.nodes.has(ref));
  const one = meantByAll(model.identities, refs);
  const link = drawnOf(model).links.get(links[0] ?? "");
  return (
    <Panel className="cw-inspector" label={t("chart.inspector.title")} foot={t("chart.inspector.foot")}>
      {one !== null && model.drafts.has(one) && <DraftCard entity={one} />}
      {one !== null && !model.drafts.has(one) && <EntityCard key={one} entity={one} records={drawnWith(model.identities, one)} />}
      {one === null && refs.length > 1 && <SelectionCard refs={refs} />}
      {refs.length === 0 && link !== undefined && <LinkCard link={link} />}
      {refs.length === 0 && link === undefined && (
        <EmptyState icon="pointer" title={t("chart.inspector.nothing")}>
          {t("chart.inspector.nothingWhy")}
        </EmptyState>
      )}
    </Panel>
  );
}
