// Cases, their series, cases like the clue, and the rings behind: lines that open, each with its rows.
import { useState } from "react";
import { ringTitle } from "../../../../shared/group/ringName.ts";
import type { SimilarCase } from "../../../../shared/link/calls.ts";
import { isTelling } from "../../../../shared/link/pairScore.ts";
import { strengthKeys } from "../../../../shared/link/strength.ts";
import type { Assessment, ClueAnswers, ClueProbeName, ClueSeries } from "../../../../shared/review/assess/calls.ts";
import { holderOf, nameOf, numbersTitle } from "../../../i18n/entityNames.ts";
import { evidenceSentence } from "../../../i18n/evidence.ts";
import { useWords } from "../../../i18n/index.ts";
import { crimeKeys, roleKeys, wordOf } from "../../../i18n/vocabulary.ts";
import { Bits, CaseNumber, formatBits, formatPosterior, formatTime, Money, Tag, type Tone } from "../../../parts/index.ts";
import { goTo } from "../../../state/navigation.ts";
import { usePreferences } from "../../../state/preferences.ts";
import { roleKeys as ringRoleKeys } from "../../../state/rings.ts";
import { CaseLossText } from "../../CaseLoss.tsx";
import { caseTimeText } from "../../caseTime.ts";
import { Rows } from "./Rows.tsx";

/** A part may look at what the others found. */
export type PartBody<Name extends ClueProbeName> = ClueAnswers[Name] & { readonly parts: Assessment["parts"] };
type SimilarAnswer = Assessment["parts"]["similar"];

export const strengthTones: Readonly<Record<string, Tone>> = { veryStrong: "plus", strong: "plus", medium: "accent", against: "minus" };

const CaseButton = ({ number }: { readonly number: string }) => (
  <button type="button" className="cw-entity cw-assess-case" onClick={() => goTo("link", number)}>
    <CaseNumber number={number} />
  </button>
);

const SeriesButton = ({ series }: { readonly series: string }) => (
  <button type="button" className="cw-entity cw-tone-accent" onClick={() => goTo("group", series)}>
    {series}
  </button>
);

const shownCases = 5;

export function CasesPart({ items }: ClueAnswers["cases"]) {
  const t = useWords();
  const [isWhole, setWhole] = useState(false);
  return (
    <ul className="cw-assess-lines">
      {items
        .slice(0, isWhole ? items.length : shownCases)
        .map(({ case: number, at, atKind, type, place, loss, otherLosses, series, through, sources }) => (
          <li key={number}>
            <div className="cw-assess-line">
              <CaseButton number={number} />
              <span>{wordOf(t, crimeKeys, type ?? "")}</span>
              {series !== null && <SeriesButton series={series} />}
              <span className="cw-assess-end">{loss !== null && <CaseLossText loss={loss} otherLosses={otherLosses} />}</span>
            </div>
            <div className="cw-assess-line cw-small cw-quiet">
              <span>{caseTimeText(t, { at, atKind })}</span>
              <span className="cw-assess-place">{place}</span>
              {through.map((one) => (
                <span key={`${one.entity} ${one.role}`} title={numbersTitle(t, one)}>
                  {nameOf(one)} {wordOf(t, roleKeys, one.role)}
                </span>
              ))}
              <Rows sources={sources} />
            </div>
          </li>
        ))}
      {items.length > shownCases && !isWhole && (
        <li>
          <button type="button" className="cw-entity cw-tone-accent" onClick={() => setWhole(true)}>
            {t("assess.cases.more", { count: items.length - shownCases })}
          </button>
        </li>
      )}
    </ul>
  );
}

const shownBars = 2;
const leastShown = 0.5;

/** The strongest for it and the strongest against it, each with a row. */
function EvidenceLines({ evidence, counter }: Pick<SimilarCase, "evidence" | "counter">) {
  const t = useWords();
  const isMasked = usePreferences((state) => state.isMasked);
  const bars = [...evidence.filter(({ bits }) => bits >= leastShown).slice(0, shownBars), ...counter.filter(isTelling).slice(0, 1)];
  return bars.map((bar) => (
    <div key={bar.feature} className="cw-assess-line cw-small cw-quiet">
      <Bits bits={bar.bits} />
      <span className="cw-assess-say">{evidenceSentence(t, bar, isMasked)}</span>
      <Rows sources={bar.sources.slice(0, 1)} />
    </div>
  ));
}

const shownTies = 4;

/** Who of the clue stands in the series' cases, and how often. */
function Ties({ ties }: Pick<ClueSeries, "ties">) {
  const t = useWords();
  if (ties.length === 0) return null;
  return (
    <div className="cw-assess-line cw-small">
      <span className="cw-quiet">{t("assess.series.tie")}</span>
      {ties.slice(0, shownTies).map((tie) => (
        <span key={tie.entity} title={numbersTitle(t, tie)}>
          <b>{nameOf(tie)}</b> {holderOf(tie.entity, tie.label)} {wordOf(t, roleKeys, tie.role)}{" "}
          <span className="cw-quiet">{t("assess.series.tieCases", { count: tie.cases })}</span>
        </span>
      ))}
    </div>
  );
}

/** How well the clue fits, with the strongest for and against in the case that it fits best; never the series' own cohesion. */
function Match({ series, similar }: { readonly series: string; readonly similar: SimilarAnswer }) {
  const t = useWords();
  if (similar === undefined) return null;
  if (similar.found === null) return <div className="cw-assess-line cw-small cw-quiet">{t("assess.series.comparing")}</div>;
  if (similar.found.why !== null) return null;
  const found = similar.found.series.find((one) => one.series === series);
  if (found === undefined) return <div className="cw-assess-line cw-small cw-quiet">{t("assess.series.farther")}</div>;
  const { strength, bits, cases, best } = found;
  return (
    <>
      <div className="cw-assess-line cw-assess-match">
        <span>{t(similar.found.of === null ? "assess.series.match" : "assess.series.matchCase")}</span>
        <Tag tone={strengthTones[strength] ?? "neutral"}>{t(strengthKeys[strength])}</Tag>
        <Bits bits={bits} />
        <span className="cw-small cw-quiet">{t("assess.series.over", { count: cases })}</span>
        <span className="cw-small">
          <span className="cw-quiet">{t("assess.series.likest")}</span> <CaseButton number={best.case} /> <Bits bits={best.bits} />
        </span>
      </div>
      <EvidenceLines {...best} />
      {!best.counter.some(isTelling) && (
        <div className="cw-assess-line cw-small cw-quiet">
          {t(strength === "against" ? "assess.series.littleFor" : "assess.series.against", { case: best.case })}
        </div>
      )}
    </>
  );
}

export function SeriesPart({ items, isStale, parts }: PartBody<"series">) {
  const t = useWords();
  return (
    <>
      <ul className="cw-assess-lines">
        {items.map(({ series, title, cases, loss, lastAt, cohesionBits, met, ties }) => (
          <li key={series}>
            <div className="cw-assess-line">
              <SeriesButton series={series} />
              <b>{title}</b>
              <span className="cw-assess-end">
                <Money amount={loss} />
              </span>
            </div>
            <Match series={series} similar={parts.similar} />
            <Ties ties={ties} />
            <div className="cw-assess-line cw-small cw-quiet">
              <span>{t("assess.series.line", { count: cases, last: formatTime(lastAt, "date"), cohesion: formatBits(cohesionBits) })}</span>
              {met.slice(0, 4).map((number) => (
                <CaseButton key={number} number={number} />
              ))}
            </div>
          </li>
        ))}
      </ul>
      {isStale && <p className="cw-assess-note">{t("assess.series.stale")}</p>}
    </>
  );
}

export function SimilarPart({ of, cases, series, none, why }: ClueAnswers["similar"]) {
  const t = useWords();
  if (why !== null) return <p className="cw-assess-note">{t(why === "no-cases" ? "assess.similar.noCases" : "assess.similar.nothing")}</p>;
  const best = series.find(({ strength }) => strength !== "none" && strength !== "against");
  return (
    <>
      <p className="cw-assess-note">
        {best === undefined ? (
          t("assess.similar.none", { none: formatPosterior(none) })
        ) : (
          <>
            {t("assess.similar.best")} <SeriesButton series={best.series} />{" "}
            <Tag tone={strengthTones[best.strength] ?? "neutral"}>{t(strengthKeys[best.strength])}</Tag> <Bits bits={best.bits} />
          </>
        )}
      </p>
      <p className="cw-assess-note cw-small cw-quiet">
        {of === null ? t("assess.similar.ofText") : t("assess.similar.ofCase", { case: of })}
      </p>
      <ul className="cw-assess-lines">
        {cases.map(({ case: number, series: own, bits, strength, evidence, counter }) => (
          <li key={number}>
            <div className="cw-assess-line">
              <CaseButton number={number} />
              {own !== null && <SeriesButton series={own} />}
              <span className="cw-assess-end">
                <Tag tone={strengthTones[strength] ?? "neutral"}>{t(strengthKeys[strength])}</Tag> <Bits bits={bits} />
              </span>
            </div>
            <EvidenceLines evidence={evidence} counter={counter} />
          </li>
        ))}
      </ul>
    </>
  );
}

export function RingsPart({ items }: ClueAnswers["rings"]) {
  const t = useWords();
  return (
    <ul className="cw-assess-lines">
      {items.map(({ ring, title, namedBy, people, cases, loss, members }) => (
        <li key={ring}>
          <div className="cw-assess-line">
            <SeriesButton series={ring} />
            <b>{ringTitle(t, { title, namedBy, people })}</b>
            <span className="cw-assess-end">
              <Money amount={loss} />
            </span>
          </div>
          <div className="cw-assess-line cw-small cw-quiet">{t("assess.ring.line", { people, cases })}</div>
          {members.map((member) => (
            <div key={member.entity} className="cw-assess-line cw-small">
              <span title={numbersTitle(t, member)}>{nameOf(member)}</span>
              <Tag>{wordOf(t, ringRoleKeys, member.role)}</Tag>
              <Rows sources={member.sources.slice(0, 1)} />
            </div>
          ))}
        </li>
      ))}
    </ul>
  );
}
