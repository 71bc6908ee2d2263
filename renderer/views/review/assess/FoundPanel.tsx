// What the text names: each identifier with what it is, and whom the workspace knows by it; ticked ones go on the chart.
import type { IdentifiedItem } from "../../../../shared/import/calls.ts";
import { type Assessment, type ClueEntity, nearMetres } from "../../../../shared/review/assess/calls.ts";
import { identifierKeys } from "../../../frame/identifyKeys.ts";
import { cardsOf, holderOf, nameOf } from "../../../i18n/entityNames.ts";
import { useWords } from "../../../i18n/index.ts";
import { carrierKeys, kindKeys, wordOf } from "../../../i18n/vocabulary.ts";
import { formatCount, Icon, type IconName, KindGlyph, Panel, Tag } from "../../../parts/index.ts";
import { goTo } from "../../../state/navigation.ts";
import { CandidateList, type Ticks } from "./CandidateList.tsx";
import { namedByWords } from "./partWords.ts";
import { inWords, Verdict } from "./Verdict.tsx";

const shownFacts = ["birthDate", "province", "city", "area", "bankName", "carrier", "chain"];

/** What names nobody has a sign of its own, and how it was read. */
const itemIcons: Readonly<Record<string, IconName>> = { moment: "clock", amount: "coinYuan" };

function ItemLine({ item }: { readonly item: IdentifiedItem }) {
  const t = useWords();
  const facts = shownFacts.flatMap((name) => wordOf(t, carrierKeys, item.facts[name] ?? "") || []).join(" ");
  return (
    <li className="cw-identified">
      {itemIcons[item.kind] === undefined ? (
        <KindGlyph kind={item.entityKind ?? "thing"} size={18} />
      ) : (
        <Icon name={itemIcons[item.kind]!} size={18} />
      )}
      <div className="cw-identified-line">
        <b className="cw-number">{item.text}</b>
        <span className="cw-quiet">{wordOf(t, identifierKeys, item.kind)}</span>
        {itemIcons[item.kind] !== undefined && <span className="cw-number cw-small">{item.normal}</span>}
        <Verdict item={item} />
        <span className="cw-quiet cw-small">{facts}</span>
        {item.known !== null && item.known.caseCount > 0 && (
          <Tag tone="accent">{t("assess.found.cases", { count: item.known.caseCount })}</Tag>
        )}
        {item.known === null && !inWords.has(item.kind) && <Tag>{t("frame.identify.unknown")}</Tag>}
      </div>
    </li>
  );
}

function EntityLine({ one, ticked, onTick }: { readonly one: ClueEntity } & Ticks) {
  const t = useWords();
  const { entity, kind, label, by } = one;
  const cards = cardsOf(t, one);
  return (
    <li className="cw-assess-entity">
      <input
        type="checkbox"
        checked={ticked.has(entity)}
        aria-label={t("assess.entity.tick", { label: nameOf(one) })}
        onChange={() => onTick(entity)}
      />
      <KindGlyph kind={kind} size={18} />
      <button type="button" className="cw-entity" title={t("frame.identify.onChart")} onClick={() => goTo("chart", entity)}>
        <b className="cw-label">{nameOf(one)}</b>
        <span className="cw-quiet">{holderOf(entity, label)}</span>
      </button>
      {/* Cards need the width of the line. */}
      <span className={`cw-small cw-quiet ${cards === "" ? "cw-assess-end" : "cw-assess-cards"}`}>
        {cards} {wordOf(t, kindKeys, kind)} · {t(namedByWords[by], { metres: nearMetres })}
      </span>
    </li>
  );
}

export function FoundPanel({ assessment, ...ticks }: { readonly assessment: Assessment } & Ticks) {
  const t = useWords();
  const { items, entities, candidates, leftOut, searched } = assessment;
  return (
    <Panel
      className="cw-assess-found"
      title={t("assess.found.title")}
      note={t("assess.found.count", { count: items.length, known: formatCount(entities.length + leftOut) })}
      isScrolled
    >
      <ul className="cw-assess-items">
        {items.map((item) => (
          <ItemLine key={item.start} item={item} />
        ))}
      </ul>
      {entities.length > 0 && <h3 className="cw-assess-sub">{t("assess.found.known")}</h3>}
      <ul className="cw-assess-items">
        {entities.map((one) => (
          <EntityLine key={one.entity} one={one} {...ticks} />
        ))}
      </ul>
      <CandidateList candidates={candidates} {...ticks} />
      {items.length + entities.length + candidates.length === 0 && <p className="cw-assess-note">{t("assess.found.none")}</p>}
      {entities.length === 0 && (
        <p className="cw-assess-note">
          {t("assess.found.searched", { ...searched, words: "" })}
          {searched.words && t("assess.found.words")}
        </p>
      )}
      {leftOut > 0 && <p className="cw-assess-note">{t("assess.found.leftOut", { count: leftOut })}</p>}
    </Panel>
  );
}
