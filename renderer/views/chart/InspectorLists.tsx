// The lists of the inspector: attributes, links, events. Each line ends in its source rows.
import type { EntityFacts } from "../../../shared/chart/calls.ts";
import type { Citation } from "../../../shared/model/source.ts";
import { attributeWord, detailKeys } from "../../i18n/attributes.ts";
import { entityName } from "../../i18n/entityNames.ts";
import { type Translate, useWords } from "../../i18n/index.ts";
import { carrierKeys, crimeKeys, eventKeys, linkKeys, roleKeys, wordOf } from "../../i18n/vocabulary.ts";
import { CitationLink, EntityLabel, formatMoney, formatTime, KindGlyph, Tag } from "../../parts/index.ts";
import { useChart } from "../../state/chart.ts";
import { goTo } from "../../state/navigation.ts";
import { selectEntities } from "../../state/selection.ts";

interface FactsProps {
  readonly facts: EntityFacts;
}

const mostSources = 2;

function Sources({ sources, origin }: { readonly sources: readonly Citation[]; readonly origin?: string }) {
  const t = useWords();
  return (
    <div className="cw-sources">
      {sources.slice(0, mostSources).map((citation) => (
        <CitationLink key={`${citation.sourceId}-${citation.row}`} citation={citation} />
      ))}
      {sources.length > mostSources && (
        <span className="cw-quiet cw-small">{t("chart.inspector.moreSources", { n: sources.length - mostSources })}</span>
      )}
      {sources.length === 0 && <Tag tone="contra">{t("chart.inspector.noSource")}</Tag>}
      {origin === "brief" && <Tag tone="neutral">{t("chart.inspector.fromBrief")}</Tag>}
    </div>
  );
}

/** Goes to the entity: selects it when it is on the chart, else puts it there. */
function EntityButton({ entity, kind, label }: { readonly entity: string; readonly kind: string; readonly label: string }) {
  const isThere = useChart((state) => state.chart.model.nodes.has(entity));
  return (
    <button type="button" className="cw-entity" onClick={() => (isThere ? selectEntities([entity]) : goTo("chart", entity))}>
      <KindGlyph kind={kind} size={15} /> <EntityLabel kind={kind} label={entityName(entity, label)} />
    </button>
  );
}

const moneyAttributes = new Set(["case.loss", "case.stopped", "case.frozen", "case.returned", "account.balance", "account.freeze.amount"]);

const builtIn: Readonly<Record<string, Readonly<Record<string, string>>>> = { "case.type": crimeKeys, "phone.carrier": carrierKeys };

/** Money and times in the form of the screens, words of built-in vocabularies in its language; everything else as the source has it. */
function attributeText(t: Translate, name: string, value: string): string {
  if (builtIn[name] !== undefined) return wordOf(t, builtIn[name], value);
  if (moneyAttributes.has(name)) return formatMoney(value);
  return /^\d{4}-\d\d-\d\dT/.test(value) ? formatTime(value) : value;
}

export function AttributeList({ facts }: FactsProps) {
  const t = useWords();
  return (
    <dl className="cw-facts">
      {facts.attributes.map((attribute) => (
        <div key={`${attribute.name}\n${attribute.value}`}>
          <dt>{attributeWord(t, attribute.name)}</dt>
          <dd>
            <span className="cw-fact-value">{attributeText(t, attribute.name, attribute.value)}</span>
            <Sources sources={attribute.sources} origin={attribute.origin} />
          </dd>
        </div>
      ))}
      {facts.attributes.length === 0 && <p className="cw-quiet">{t("chart.inspector.noAttributes")}</p>}
    </dl>
  );
}

export function LinkList({ facts }: FactsProps) {
  const t = useWords();
  return (
    <dl className="cw-facts">
      {facts.links.map((link) => (
        <div key={`${link.kind}\n${link.role}\n${link.other}\n${link.outgoing}`}>
          <dt>{link.role === "" ? wordOf(t, linkKeys, link.kind) : wordOf(t, roleKeys, link.role)}</dt>
          <dd>
            <EntityButton entity={link.other} kind={link.otherKind} label={link.otherLabel} />
            {link.attributes.length > 0 && (
              <span className="cw-small cw-second">
                {link.attributes.map(({ name, value }) => `${attributeWord(t, name)} ${attributeText(t, name, value)}`).join(" · ")}
              </span>
            )}
            <Sources sources={link.sources} origin={link.origin} />
          </dd>
        </div>
      ))}
    </dl>
  );
}

const moneyDetails = new Set(["amount", "balance"]);

export function EventList({ facts }: FactsProps) {
  const t = useWords();
  return (
    <dl className="cw-facts">
      {facts.events.map((event, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: two events may be alike in everything shown
        <div key={i}>
          <dt>
            {wordOf(t, eventKeys, event.kind)} {event.outgoing ? "→" : "←"}
          </dt>
          <dd>
            <span className="cw-fact-value">
              {formatTime(event.at)}{" "}
              {event.other !== "" && <EntityButton entity={event.other} kind={event.other.split(":")[0] ?? ""} label={event.otherLabel} />}
            </span>
            <span className="cw-small cw-second">
              {Object.entries(event.text)
                .map(([name, value]) => `${wordOf(t, detailKeys, name)} ${moneyDetails.has(name) ? formatMoney(value) : String(value)}`)
                .join(" · ")}
            </span>
            <Sources sources={event.sources} />
          </dd>
        </div>
      ))}
      {facts.eventCount > facts.events.length && (
        <p className="cw-quiet">{t("chart.inspector.moreEvents", { n: facts.eventCount - facts.events.length })}</p>
      )}
      {facts.eventCount === 0 && <p className="cw-quiet">{t("chart.inspector.noEvents")}</p>}
    </dl>
  );
}
