// Cases, their series, cases like the clue, and the rings behind: lines that open, each with its rows.
import { useState } from "react";
import type { ClueAnswers } from "../../../../shared/review/assess/calls.ts";
import { entityName } from "../../../i18n/entityNames.ts";
import { evidenceSentence, strengthKeys } from "../../../i18n/evidence.ts";
import { useWords } from "../../../i18n/index.ts";
import { crimeKeys, roleKeys, wordOf } from "../../../i18n/vocabulary.ts";
import { Bits, CaseNumber, formatPosterior, formatTime, Money, Tag, type Tone } from "../../../parts/index.ts";
import { goTo } from "../../../state/navigation.ts";
import { usePreferences } from "../../../state/preferences.ts";
import { roleKeys as ringRoleKeys } from "../../../state/rings.ts";
import { Rows } from "./Rows.tsx";

export const strengthTones: Readonly<Record<string, Tone>> = { strong: "plus", medium: "accent", weak: "neutral", none: "neutral" };

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
      {items.slice(0, isWhole ? items.length : shownCases).map(({ case: number, at, type, place, loss, series, through, sources }) => (
        <li key={number}>
          <div className="cw-assess-line">
            <CaseButton number={number} />
            <span>{wordOf(t, crimeKeys, type ?? "")}</span>
            {series !== null && <SeriesButton series={series} />}
            <span className="cw-assess-end">{loss !== null && <Money amount={loss} />}</span>
          </div>
          <div className="cw-assess-line cw-small cw-quiet">
            <span>{formatTime(at)}</span>
            <span className="cw-assess-place">{place}</span>
            {through.map(({ entity, label, role }) => (
              <span key={`${entity} ${role}`}>
                {entityName(entity, label)} {wordOf(t, roleKeys, role)}
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

export function SeriesPart({ items, isStale }: ClueAnswers["series"]) {
  const t = useWords();
  return (
    <>
      <ul className="cw-assess-lines">
        {items.map(({ series, title, cases, loss, lastAt, bits, strength, met }) => (
          <li key={series}>
            <div className="cw-assess-line">
              <SeriesButton series={series} />
              <b>{title}</b>
              <Tag tone={strengthTones[strength] ?? "neutral"}>{t(strengthKeys[strength]!)}</Tag>
              <Bits bits={bits} />
              <span className="cw-assess-end">
                <Money amount={loss} />
              </span>
            </div>
            <div className="cw-assess-line cw-small cw-quiet">
              <span>{t("assess.series.line", { count: cases, last: formatTime(lastAt, "date"), met: met.length })}</span>
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

const shownBars = 2;

export function SimilarPart({ cases, series, none, why }: ClueAnswers["similar"]) {
  const t = useWords();
  const isMasked = usePreferences((state) => state.isMasked);
  if (why !== null) return <p className="cw-assess-note">{t(why === "no-cases" ? "assess.similar.noCases" : "assess.similar.nothing")}</p>;
  const best = series.find(({ strength }) => strength !== "none");
  return (
    <>
      <p className="cw-assess-note">
        {best === undefined ? (
          t("assess.similar.none", { none: formatPosterior(none) })
        ) : (
          <>
            {t("assess.similar.best")} <SeriesButton series={best.series} />{" "}
            <Tag tone={strengthTones[best.strength] ?? "neutral"}>{t(strengthKeys[best.strength]!)}</Tag> <Bits bits={best.bits} />
          </>
        )}
      </p>
      <ul className="cw-assess-lines">
        {cases.map(({ case: number, series: own, bits, strength, evidence, counter }) => (
          <li key={number}>
            <div className="cw-assess-line">
              <CaseButton number={number} />
              {own !== null && <SeriesButton series={own} />}
              <span className="cw-assess-end">
                <Tag tone={strengthTones[strength] ?? "neutral"}>{t(strengthKeys[strength]!)}</Tag> <Bits bits={bits} />
              </span>
            </div>
            {[...evidence.filter(({ bits: own }) => own >= 0.5).slice(0, shownBars), ...counter.slice(0, 1)].map((bar) => (
              <div key={bar.feature} className="cw-assess-line cw-small cw-quiet">
                <Bits bits={bar.bits} />
                <span className="cw-assess-say">{evidenceSentence(t, bar, isMasked)}</span>
                <Rows sources={bar.sources.slice(0, 1)} />
              </div>
            ))}
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
      {items.map(({ ring, title, people, cases, loss, members }) => (
        <li key={ring}>
          <div className="cw-assess-line">
            <SeriesButton series={ring} />
            <b>{title}</b>
            <span className="cw-assess-end">
              <Money amount={loss} />
            </span>
          </div>
          <div className="cw-assess-line cw-small cw-quiet">{t("assess.ring.line", { people, cases })}</div>
          {members.map(({ entity, label, role, sources }) => (
            <div key={entity} className="cw-assess-line cw-small">
              <span>{entityName(entity, label)}</span>
              <Tag>{wordOf(t, ringRoleKeys, role)}</Tag>
              <Rows sources={sources.slice(0, 1)} />
            </div>
          ))}
        </li>
      ))}
    </ul>
  );
}
