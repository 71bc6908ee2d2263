// Every learned weight with the counts it came from, and what is kept out of linkage.
import type { ModelPage } from "../../../shared/link/modelCalls.ts";
import type { LearnedLevel } from "../../../shared/link/pairScore.ts";
import { familyKeys, featureName, termName } from "../../i18n/evidence.ts";
import { useWords } from "../../i18n/index.ts";
import { levelName } from "../../i18n/levels.ts";
import { learnedKeys, wordOf } from "../../i18n/vocabulary.ts";
import { Bits, formatBits, formatCount, Panel } from "../../parts/index.ts";

const countLine = ([part, whole]: readonly [number, number]): string =>
  `${formatCount(Math.round(part))} / ${formatCount(Math.round(whole))}`;

const shareText = (share: number): string => (share >= 0.0995 ? share.toFixed(2) : share.toPrecision(2));

function LevelRow({ level, isFirst }: { readonly level: LearnedLevel; readonly isFirst: boolean }) {
  const t = useWords();
  return (
    <tr className={isFirst ? "cw-model-first" : ""}>
      <th scope="row">{isFirst ? featureName(t, level.feature) : ""}</th>
      <td>{levelName(t, level.level)}</td>
      <td className="cw-number cw-align-right">
        {shareText(level.m)} <span className="cw-second">({countLine(level.mCount)})</span>
      </td>
      <td className="cw-number cw-align-right">
        {shareText(level.u)} <span className="cw-second">({countLine(level.uCount)})</span>
      </td>
      <td className="cw-align-right">
        <Bits bits={level.bits} />
      </td>
    </tr>
  );
}

function Levels({ page }: { readonly page: ModelPage }) {
  const t = useWords();
  const levels = page.model.levels.filter(({ feature }) => page.used.includes(feature));
  return (
    <table className="cw-plain-table cw-model-table">
      <thead>
        <tr>
          <th scope="col">{t("link.weights.feature")}</th>
          <th scope="col">{t("link.weights.level")}</th>
          <th scope="col" className="cw-align-right">
            {t("link.weights.m")}
          </th>
          <th scope="col" className="cw-align-right">
            {t("link.weights.u")}
          </th>
          <th scope="col" className="cw-align-right">
            {t("link.weights.bits")}
          </th>
        </tr>
      </thead>
      <tbody>
        {levels.map((level, i) => (
          <LevelRow key={`${level.feature} ${level.level}`} level={level} isFirst={levels[i - 1]?.feature !== level.feature} />
        ))}
      </tbody>
    </table>
  );
}

function Terms({ page }: { readonly page: ModelPage }) {
  const t = useWords();
  const terms = Object.entries(page.model.parameters).filter(([name]) => name.startsWith("weight "));
  if (terms.length === 0) return null;
  return (
    <p className="cw-model-line">
      {t("link.weights.terms", { n: formatCount(page.model.labelledPairs) })}{" "}
      {terms.map(([name, weight]) => (
        <span key={name} className="cw-model-term">
          {termName(t, name)} <b className="cw-number">{weight.toFixed(2)}</b>
        </span>
      ))}
    </p>
  );
}

function Families({ page }: { readonly page: ModelPage }) {
  const t = useWords();
  const families = Object.entries(page.model.families);
  if (families.length === 0) return <p className="cw-model-line cw-second">{t("link.weights.noFamilies")}</p>;
  return (
    <p className="cw-model-line">
      {t("link.weights.families")}{" "}
      {families.map(([family, share]) => (
        <span key={family} className="cw-model-term">
          {wordOf(t, familyKeys, family)} <b className="cw-number">{(share * 100).toFixed(0)} %</b>
        </span>
      ))}
    </p>
  );
}

function Ground({ page }: { readonly page: ModelPage }) {
  const t = useWords();
  const { model } = page;
  return (
    <p className="cw-model-line">
      {t("link.weights.ground", {
        from: wordOf(t, learnedKeys, model.learnedFrom),
        labelled: formatCount(model.labelledPairs),
        judged: formatCount(model.judgedPairs),
        expected: formatCount(Math.round(model.expectedPairs)),
        prior: formatBits(model.priorBits),
      })}
    </p>
  );
}

export function WeightTables({ page }: { readonly page: ModelPage }) {
  const t = useWords();
  return (
    <Panel title={t("link.weights.title")} note={t("link.weights.note")} foot={t("link.weights.keptOut")}>
      <Ground page={page} />
      <Families page={page} />
      <Terms page={page} />
      <Levels page={page} />
    </Panel>
  );
}
