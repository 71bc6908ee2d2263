// What a merge, or a split, would do to the linkage, told before it is done.
import type { MergeEffect as Effect } from "../../../shared/link/calls.ts";
import { type Translate, useWords } from "../../i18n/index.ts";
import { CaseNumber, formatBits, formatCount } from "../../parts/index.ts";
import { useCall } from "../../state/useCall.ts";

const minBits = 10;
const mostShown = 3;

interface Props {
  readonly a: string;
  readonly b: string;
  /** They stand in one identity: then the effect is that of parting them. */
  readonly same: boolean;
}

function sentences(t: Translate, effect: Effect, same: boolean): string[] {
  const { gained, lost, suspectGained, suspectLost, leftOut } = effect;
  const words = (n: number) => ({ n: formatCount(n), bits: String(effect.minBits) });
  return [
    ...(gained > 0 ? [same ? t("resolve.effect.splitGained", words(gained)) : t("resolve.effect.mergeGained", words(gained))] : []),
    ...(lost > 0 ? [same ? t("resolve.effect.splitLost", words(lost)) : t("resolve.effect.mergeLost", words(lost))] : []),
    ...(suspectGained > 0 ? [t("resolve.effect.suspects", words(suspectGained))] : []),
    ...(suspectLost > 0 ? [t("resolve.effect.suspectsParted", words(suspectLost))] : []),
    ...(leftOut > 0 ? [t("resolve.effect.leftOut", words(leftOut))] : []),
  ];
}

export function MergeEffect({ a, b, same }: Props) {
  const t = useWords();
  const { data, error } = useCall("link.previewMerge", { a, b, verdict: same ? "reject" : "confirm", minBits }, [
    "resolve",
    "link",
    "facts",
  ]);
  if (error !== null) return null;
  const told = data === null ? [t("resolve.effect.counting")] : sentences(t, data, same);
  return (
    <p className="cw-small cw-effect">
      <b>{t("resolve.effect.title")}</b> {told.length === 0 ? t("resolve.effect.none") : told.join(" · ")}{" "}
      {data?.pairs.slice(0, mostShown).map(({ a: one, b: other, before, after }) => (
        <span key={`${one} ${other}`} className="cw-effect-pair">
          <CaseNumber number={one} /> × <CaseNumber number={other} />{" "}
          <span className="cw-number">
            {formatBits(before)} → {formatBits(after)}
          </span>
        </span>
      ))}
    </p>
  );
}
