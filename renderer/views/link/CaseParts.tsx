// The parts of a case's page: its facts as the inspector shows them, its series, pairs and alerts.
import type { EntityFacts } from "../../../shared/chart/calls.ts";
import type { PairItem, PairPage } from "../../../shared/link/calls.ts";
import type { CasePage } from "../../../shared/review/caseCalls.ts";
import { AlertLines } from "../../frame/AlertLines.tsx";
import { useWords } from "../../i18n/index.ts";
import { kindKeys, wordOf } from "../../i18n/vocabulary.ts";
import { Bits, CaseNumber, formatCount, formatMoney, KindGlyph, Panel, Skeleton, Tag } from "../../parts/index.ts";
import { printSubject } from "../../state/link.ts";
import { goTo } from "../../state/navigation.ts";
import { AttributeList, LinkList } from "../chart/InspectorLists.tsx";
import "../chart/inspector.css";
import { verdictMarks } from "./PairList.tsx";

interface FactsProps {
  readonly facts: EntityFacts;
}

const named = new Set(["person", "organisation"]);

const attributesOf = ({ attributes }: EntityFacts, isBrief: boolean): EntityFacts["attributes"] =>
  attributes.filter(({ name }) => (name === "case.brief") === isBrief);

/** In the order in which a case is told; the rest follows as the sources have it. */
const order: readonly string[] = ["type", "title", "from", "until", "reported", "filed", "incidentNumber", "unit", "loss"].map(
  (name) => `case.${name}`,
);
const placeOf = (name: string): number => (order.indexOf(name) + order.length + 1) % (order.length + 1);

export function BriefOfCase({ facts }: FactsProps) {
  const t = useWords();
  const attributes = attributesOf(facts, true);
  if (attributes.length === 0) return null;
  return (
    <Panel title={t("link.case.brief")} className="cw-case-brief">
      <AttributeList facts={{ ...facts, attributes }} />
    </Panel>
  );
}

export function FactsOfCase({ facts }: FactsProps) {
  const t = useWords();
  const attributes = attributesOf(facts, false).toSorted((a, b) => placeOf(a.name) - placeOf(b.name));
  return (
    <Panel title={t("link.case.facts")}>
      <AttributeList facts={{ ...facts, attributes }} />
    </Panel>
  );
}

/** Who and what stands in the case, kind by kind. */
function ByKind({ facts, links }: FactsProps & { readonly links: EntityFacts["links"] }) {
  const t = useWords();
  const kinds = [...Map.groupBy(links, ({ otherKind }) => otherKind)];
  return kinds.map(([kind, own]) => (
    <section key={kind} className="cw-case-kind">
      <h3>
        <KindGlyph kind={kind} size={16} /> {wordOf(t, kindKeys, kind)}{" "}
        <span className="cw-quiet cw-number">{formatCount(own.length)}</span>
      </h3>
      <LinkList facts={{ ...facts, links: own.toSorted((a, b) => (a.role < b.role ? -1 : a.role > b.role ? 1 : 0)) }} />
    </section>
  ));
}

export function PeopleOfCase({ facts }: FactsProps) {
  const t = useWords();
  const links = facts.links.filter(({ otherKind }) => named.has(otherKind));
  return (
    <Panel title={t("link.case.people")}>
      {links.length === 0 ? <p className="cw-case-none cw-quiet">{t("link.case.noPeople")}</p> : <ByKind facts={facts} links={links} />}
    </Panel>
  );
}

export function IdentifiersOfCase({ facts }: FactsProps) {
  const t = useWords();
  const links = facts.links.filter(({ otherKind }) => !named.has(otherKind));
  return (
    <Panel title={t("link.case.identifiers")}>
      {links.length === 0 ? (
        <p className="cw-case-none cw-quiet">{t("link.case.noIdentifiers")}</p>
      ) : (
        <ByKind facts={facts} links={links} />
      )}
    </Panel>
  );
}

export function SeriesOfCase({ series }: Pick<CasePage, "series">) {
  const t = useWords();
  return (
    <Panel title={t("link.case.series")}>
      {series === null ? (
        <p className="cw-case-none cw-quiet">{t("link.case.noSeries")}</p>
      ) : (
        <p className="cw-case-none">
          <button type="button" className="cw-entity cw-tone-accent" onClick={() => goTo("group", series.series)}>
            {series.series} {series.title}
          </button>{" "}
          <span className="cw-second">{t("link.case.seriesLine", { count: series.cases, loss: formatMoney(series.loss) })}</span>
        </p>
      )}
    </Panel>
  );
}

const shownPairs = 8;

function PairLine({ item, number }: { readonly item: PairItem; readonly number: string }) {
  const t = useWords();
  return (
    <li>
      <button type="button" className="cw-entity cw-case-pair" onClick={() => goTo("link", printSubject(number, item.a, item.b))}>
        <CaseNumber number={item.a === number ? item.b : item.a} />
        {item.verdict !== null && <Tag>{t(verdictMarks[item.verdict])}</Tag>}
        <Bits bits={item.bits} />
      </button>
    </li>
  );
}

interface PairsProps {
  readonly number: string;
  readonly page: PairPage | null;
}

export function PairsOfCase({ number, page }: PairsProps) {
  const t = useWords();
  const note = page === null ? "" : t("link.case.pairsCount", { waiting: formatCount(page.waiting), judged: formatCount(page.judged) });
  const more = (page?.all ?? 0) - shownPairs;
  return (
    <Panel title={t("link.case.pairs")} note={note}>
      {page === null && <Skeleton rows={4} />}
      {page?.items.length === 0 && (
        <p className="cw-case-none cw-quiet">{t(page.runId === null ? "link.case.neverLinked" : "link.case.noPairs")}</p>
      )}
      <ul className="cw-case-pairs">
        {page?.items.slice(0, shownPairs).map((item) => (
          <PairLine key={`${item.a}|${item.b}`} item={item} number={number} />
        ))}
        {more > 0 && <li className="cw-quiet cw-small">{t("link.case.morePairs", { count: more })}</li>}
      </ul>
    </Panel>
  );
}

export function AlertsOfCase({ alerts }: Pick<CasePage, "alerts">) {
  const t = useWords();
  return (
    <Panel title={t("link.case.alerts")} note={alerts.length === 0 ? "" : formatCount(alerts.length)}>
      {alerts.length === 0 ? <p className="cw-case-none cw-quiet">{t("link.case.noAlerts")}</p> : <AlertLines items={alerts} />}
    </Panel>
  );
}
