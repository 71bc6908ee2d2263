// Beside the scene: a switch for each clue, and what the series is with and without it.
import type { WireError } from "../../../../shared/errors.ts";
import type { SeriesWithout } from "../../../../shared/group/calls.ts";
import type { LooseCases } from "../../../../shared/review/stage/looseCases.ts";
import { fitText, type StageLook, sideBox, stageSizes } from "../../../../shared/review/stage/stageLook.ts";
import { useWords } from "../../../i18n/index.ts";
import { formatBits } from "../../../parts/index.ts";
import { SvgMarkup } from "../../../parts/SvgMarkup.tsx";
import { kindGlyphOnWall } from "./kindGlyphOnWall.ts";

export interface Clue {
  readonly ref: string;
  readonly kind: string;
  readonly subtype: string;
  readonly name: string;
}

export interface StageSideProps {
  readonly clues: readonly Clue[];
  readonly off: ReadonlySet<string>;
  readonly onSwitch: (ref: string) => void;
  readonly look: StageLook;
  /** The series as it is, when the storyboard is about one. */
  readonly whole: { readonly cases: number; readonly weakestBits: number } | null;
  readonly effect: SeriesWithout | null;
  readonly loose: LooseCases;
  readonly error: WireError | null;
  readonly isWorking: boolean;
}

const nameWidth = 290;

function Switches({ clues, off, onSwitch, look }: StageSideProps) {
  const t = useWords();
  return (
    <ul className="cw-stage-clues">
      {clues.map(({ ref, kind, subtype, name }, i) => {
        const isOn = !off.has(ref);
        return (
          <li key={ref}>
            <button
              type="button"
              role="switch"
              aria-checked={isOn}
              aria-label={t("review.stage.clueSwitch", { n: i + 1, name })}
              onClick={() => onSwitch(ref)}
            >
              <svg viewBox="-24 -24 48 48" width={44} height={44} aria-hidden="true">
                <SvgMarkup markup={kindGlyphOnWall(kind, subtype, look)} />
              </svg>
              <span className={isOn ? "" : "cw-stage-struck"}>{fitText(name, stageSizes.side, nameWidth)}</span>
              <i className="cw-stage-switch" />
            </button>
          </li>
        );
      })}
    </ul>
  );
}

function Figures({ whole, effect, loose: { held, alone }, isWorking, error }: StageSideProps) {
  const t = useWords();
  if (error !== null) return <p className="cw-stage-small">{t("chart.whatIf.unknown")}</p>;
  if (isWorking) return <p className="cw-stage-small">{t("chart.whatIf.working")}</p>;
  const parts = effect?.parts.map((part) => part.length) ?? (whole === null ? [] : [whole.cases]);
  if (parts.length === 0) return null;
  const isSplit = parts.length > 1;
  const bits = effect === null ? (whole?.weakestBits ?? null) : isSplit ? effect.betweenBits : effect.weakestBits;
  return (
    <>
      <p className="cw-stage-figure">
        {t("review.stage.seriesWord")}{" "}
        <b className={isSplit ? "cw-stage-split" : ""}>
          {parts.slice(0, 4).join(" + ")}
          {parts.length > 4 ? " …" : ""}
        </b>{" "}
        {t("review.stage.casesWord")}
      </p>
      {bits !== null && (
        <p className="cw-stage-bits">
          {isSplit ? (parts.length === 2 ? t("review.stage.betweenTwo") : t("review.stage.between")) : t("review.stage.weakest")}{" "}
          <b>{formatBits(bits)}</b> <span>{t("chart.label.bits")}</span>
        </p>
      )}
      {alone > 0 && <p className="cw-stage-told">{t("review.stage.fellOff", { count: alone })}</p>}
      {held > 0 && <p className="cw-stage-told">{t("review.stage.heldElsewhere", { count: held })}</p>}
      <p className="cw-stage-small">{effect === null ? t("review.stage.harmless") : t("review.stage.onlyHere")}</p>
    </>
  );
}

export function StageSide(props: StageSideProps) {
  const t = useWords();
  const { x, y, width, height } = sideBox;
  return (
    <aside className="cw-stage-side" style={{ left: x, top: y, width, height }}>
      <h2>{t("review.stage.without")}</h2>
      <Switches {...props} />
      <div aria-live="polite">
        <Figures {...props} />
      </div>
    </aside>
  );
}
