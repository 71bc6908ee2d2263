// Any pasted text, and every identifier in it: what it is, whether it is valid, what the workspace has on it.
import { useEffect, useRef } from "react";
import type { IdentifiedItem } from "../../shared/import/calls.ts";
import { errorSentence } from "../i18n/errors.ts";
import { useWords } from "../i18n/index.ts";
import { wordOf } from "../i18n/vocabulary.ts";
import { CaseNumber, KindGlyph, Tag } from "../parts/index.ts";
import { goTo, showSearch } from "../state/navigation.ts";
import { selectEntities } from "../state/selection.ts";
import { useCall } from "../state/useCall.ts";
import { identifierKeys, reasonKeys } from "./identifyKeys.ts";

const longestText = 100_000;

function openEntity(entity: string): void {
  selectEntities([entity]);
  showSearch(false);
  goTo("chart", entity);
}

function openCase(number: string): void {
  selectEntities([`case:${number}`]);
  showSearch(false);
  goTo("link", number);
}

/** Told by the words around, without a check, and no entity of the workspace. */
const inWords = new Set(["person-name", "address", "date"]);
const surely = 0.8;

function Verdict({ item }: { readonly item: IdentifiedItem }) {
  const t = useWords();
  const reason = item.reason ?? item.doubt;
  const why = reason === null ? "" : ` · ${wordOf(t, reasonKeys, reason)}`;
  if (!item.valid) return <Tag tone="contra">{t("frame.identify.invalid") + why}</Tag>;
  if (item.rarityBits === 0) return <Tag tone="warn">{t("frame.identify.public")}</Tag>;
  if (item.doubt !== null) return <Tag tone="warn">{t("frame.identify.doubtful") + why}</Tag>;
  if (inWords.has(item.kind)) return item.confidence < surely ? <Tag>{t("frame.identify.likely")}</Tag> : null;
  return <Tag>{t("frame.identify.valid")}</Tag>;
}

function Known({ known }: { readonly known: IdentifiedItem["known"] }) {
  const t = useWords();
  if (known === null) return <span className="cw-quiet">{t("frame.identify.unknown")}</span>;
  const more = known.caseCount - known.cases.length;
  return (
    <>
      <button type="button" className="cw-identified-link" title={t("frame.identify.onChart")} onClick={() => openEntity(known.entity)}>
        {known.label}
      </button>
      {known.caseCount > 0 && <span className="cw-quiet">{t("frame.identify.cases", { count: known.caseCount })}</span>}
      {known.cases.map((number) => (
        <button key={number} type="button" className="cw-identified-link" onClick={() => openCase(number)}>
          <CaseNumber number={number} />
        </button>
      ))}
      {more > 0 && <span className="cw-quiet">{t("frame.identify.moreCases", { count: more })}</span>}
    </>
  );
}

const shownFacts = ["birthDate", "province", "city", "area", "bankName", "carrier", "chain"];

function ItemRow({ item }: { readonly item: IdentifiedItem }) {
  const t = useWords();
  const facts = shownFacts.flatMap((name) => item.facts[name] || []).join(" ");
  return (
    <li className="cw-identified">
      <KindGlyph kind={item.entityKind ?? "thing"} size={20} />
      <div className="cw-identified-text">
        <div className="cw-identified-line">
          <b className="cw-number">{item.text}</b>
          <span>{wordOf(t, identifierKeys, item.kind)}</span>
          <Verdict item={item} />
          <span className="cw-quiet">{facts}</span>
        </div>
        {(item.known !== null || !inWords.has(item.kind)) && (
          <div className="cw-identified-line cw-small">
            <Known known={item.known} />
          </div>
        )}
      </div>
    </li>
  );
}

export interface IdentifyPanelProps {
  readonly text: string;
  readonly onChange: (text: string) => void;
  readonly onBack: () => void;
}

export function IdentifyPanel({ text, onChange, onBack }: IdentifyPanelProps) {
  const t = useWords();
  const input = useRef<HTMLTextAreaElement>(null);
  useEffect(() => input.current?.focus(), []);
  const { data, error } = useCall("import.identifyText", text.trim() === "" ? null : { text }, ["facts"]);
  return (
    <div className="cw-identify">
      <textarea
        ref={input}
        rows={5}
        maxLength={longestText}
        aria-label={t("frame.identify.placeholder")}
        placeholder={t("frame.identify.placeholder")}
        value={text}
        onChange={(event) => onChange(event.target.value)}
      />
      <div className="cw-search-chips">
        <button type="button" className="cw-filter-chip" onClick={onBack}>
          {t("frame.identify.back")}
        </button>
        {data !== null && data.length > 0 && <span className="cw-search-hint">{t("frame.identify.count", { count: data.length })}</span>}
      </div>
      {error && <p className="cw-search-none cw-tone-contra">{errorSentence(t, error)}</p>}
      {data !== null && data.length === 0 && <p className="cw-search-none">{t("frame.identify.none")}</p>}
      <ul className="cw-hits">
        {(data ?? []).map((item) => (
          <ItemRow key={item.start} item={item} />
        ))}
      </ul>
    </div>
  );
}
