// The fields in which prior and counts are typed.
import type { LearnedLevel } from "../../../shared/link/pairScore.ts";
import { useWords } from "../../i18n/index.ts";
import { formatCount } from "../../parts/index.ts";
import { type CountDraft, levelKey, typeCount, typeExpected, useWeights } from "../../state/weights.ts";

interface CountFieldProps {
  readonly level: LearnedLevel;
  readonly side: keyof CountDraft;
  /** What stands for it in words: feature, level, side. */
  readonly name: string;
}

/** Pairs of one level; what was learned stands in the field until something is typed. */
export function CountField({ level, side, name }: CountFieldProps) {
  const key = levelKey(level);
  const typed = useWeights((state) => state.counts[key]?.[side] ?? "");
  const [standing] = side === "m" ? level.mCount : level.uCount;
  return (
    <input
      className="cw-weight-count"
      inputMode="decimal"
      aria-label={name}
      placeholder={formatCount(Math.round(level.learned?.[side] ?? standing))}
      value={typed}
      onChange={(event) => typeCount(key, side, event.target.value)}
    />
  );
}

export function ExpectedField({ expected }: { readonly expected: number }) {
  const t = useWords();
  const typed = useWeights((state) => state.expected);
  return (
    <label className="cw-model-line cw-weight-prior">
      {t("link.weights.expected")}
      <input
        className="cw-weight-count"
        inputMode="decimal"
        placeholder={formatCount(Math.round(expected))}
        value={typed}
        onChange={(event) => typeExpected(event.target.value)}
      />
    </label>
  );
}
