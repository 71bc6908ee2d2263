// Every learned weight with the counts it came from, and what is kept out of linkage.
import type { ModelPage } from "../../../shared/link/modelCalls.ts";
import type { LearnedLevel } from "../../../shared/link/pairScore.ts";
import { familyKeys, featureName, termName } from "../../i18n/evidence.ts";
import { useWords } from "../../i18n/index.ts";
import { levelName } from "../../i18n/levels.ts";
import { learnedKeys, wordOf } from "../../i18n/vocabulary.ts";
import { Bits, formatBits, formatCount, formatDecimal, Panel, PlainTable } from "../../parts/index.ts";
import { useWeights } from "../../state/weights.ts";
import { CountField, ExpectedField } from "./CountFields.tsx";
import { EditButton, EditorBar, StatedLine } from "./WeightEditor.tsx";

const countLine = ([part, whole]: readonly [number, number]): string =>
  `${formatCount(Math.round(part))} / ${formatCount(Math.round(whole))}`;

const shareText = (share: number): string => (share >= 0.0995 ? share.toFixed(2) : share.toPrecision(2));

function Counted({ share, count }: { readonly share: number; readonly count: readonly [number, number] }) {
  return (
    <>
      {shareText(share)} <span className="cw-second">({countLine(count)})</span>
    </>
  );
}

/** Bits, and beside them what was learned where somebody set other counts. */
function LevelBits({ level }: { readonly level: LearnedLevel }) {
  const t = useWords();
  const { bits, learned } = level;
  return (
    <>
      {learned !== undefined && Math.abs(learned.bits - bits) >= 0.05 && (
        <span className="cw-second cw-small">{t("link.weights.learned", { bits: formatBits(learned.bits) })} </span>
      )}
      <Bits bits={bits} />
    </>
  );
}

function Levels({ page }: { readonly page: ModelPage }) {
  const t = useWords();
  const levels = page.model.levels.filter(({ feature }) => page.used.includes(feature));
  const isOpen = useWeights((state) => state.isOpen);
  const side = (level: LearnedLevel, which: "m" | "u") => (
    <>
      {isOpen && (
        <CountField
          level={level}
          side={which}
          name={`${featureName(t, level.feature)} ${levelName(t, level.level)} ${which === "m" ? t("link.weights.m") : t("link.weights.u")}`}
        />
      )}{" "}
      <Counted share={level[which]} count={which === "m" ? level.mCount : level.uCount} />
    </>
  );
  const isFirst = (level: LearnedLevel) => levels.find(({ feature }) => feature === level.feature) === level;
  return (
    <PlainTable
      rows={levels}
      keyOf={({ feature, level }) => `${feature} ${level}`}
      headKey="feature"
      classOf={(level) => (isFirst(level) ? "cw-model-first" : "")}
      columns={[
        {
          key: "feature",
          title: t("link.weights.feature"),
          render: (level) => (isFirst(level) ? featureName(t, level.feature) : ""),
        },
        { key: "level", title: t("link.weights.level"), render: ({ level }) => levelName(t, level) },
        { key: "m", title: t("link.weights.m"), align: "right", render: (level) => side(level, "m") },
        { key: "u", title: t("link.weights.u"), align: "right", render: (level) => side(level, "u") },
        { key: "bits", title: t("link.weights.bits"), align: "right", render: (level) => <LevelBits level={level} /> },
      ]}
    />
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
          {termName(t, name)} <b className="cw-number">{formatDecimal(weight, 2)}</b>
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
  const isOpen = useWeights((state) => state.isOpen);
  return (
    <Panel
      title={t("link.weights.title")}
      note={t("link.weights.note")}
      foot={t("link.weights.keptOut")}
      tools={<EditButton stated={page.stated} />}
    >
      <Ground page={page} />
      <StatedLine stated={page.stated} />
      {isOpen && <ExpectedField expected={page.model.expectedPairs} />}
      <EditorBar />
      <Families page={page} />
      <Terms page={page} />
      <Levels page={page} />
    </Panel>
  );
}
