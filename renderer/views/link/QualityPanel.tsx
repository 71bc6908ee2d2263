// How good the linkage proved on the solved cases of this workspace, every series of them left out in turn.
import type { KeptEvaluation } from "../../../shared/link/modelCalls.ts";
import { useWords } from "../../i18n/index.ts";
import { Button, EmptyState, Figure, formatCount, formatTime, Panel, Tag } from "../../parts/index.ts";
import { evaluateLinkage } from "../../state/link.ts";
import { reportError } from "../../state/toasts.ts";
import { CalibrationCurve, CalibrationTable } from "./Calibration.tsx";
import { useRunning } from "./RunPanel.tsx";

const shown = (value: number | null) => (value === null ? "—" : value.toFixed(3));
const shownRanks = [50, 100, 200];

function Figures({ found }: { readonly found: KeptEvaluation }) {
  const t = useWords();
  return (
    <section className="cw-figures" aria-label={t("link.quality.figures")}>
      <Figure name={t("link.quality.auc")} value={shown(found.auc)} note={t("link.quality.aucNote")} />
      <Figure name={t("link.quality.ap")} value={shown(found.averagePrecision)} note={t("link.quality.apNote")} />
      {found.precisionAt
        .filter(({ k }) => shownRanks.includes(k))
        .map(({ k, value }) => (
          <Figure
            key={k}
            name={t("link.quality.first", { k })}
            value={`${(value * 100).toFixed(0)} %`}
            note={t("link.quality.firstNote", { most: `${((Math.min(k, found.linkedPairs) / k) * 100).toFixed(0)} %` })}
          />
        ))}
    </section>
  );
}

/** The promise that matters most: of pairs shown at .8 to .9, eight or nine of ten are right. */
function Sentence({ found }: { readonly found: KeptEvaluation }) {
  const t = useWords();
  const sure = found.calibration.filter(({ from }) => from >= 0.8);
  const pairs = sure.reduce((sum, bin) => sum + bin.pairs, 0);
  const right = sure.reduce((sum, bin) => sum + Math.round(bin.pairs * bin.actual), 0);
  return (
    <p className="cw-model-line">
      {t("link.quality.ground", {
        cases: formatCount(found.solvedCases),
        groups: formatCount(found.groups),
        pairs: formatCount(found.pairs),
        linked: formatCount(found.linkedPairs),
        folds: found.folds,
      })}{" "}
      {pairs > 0 && <b>{t("link.quality.sure", { pairs: formatCount(pairs), right: formatCount(right) })}</b>}{" "}
      {found.leftOut > 0 && t("link.quality.leftOut", { n: formatCount(found.leftOut) })}
    </p>
  );
}

export function QualityPanel({ found }: { readonly found: KeptEvaluation | null }) {
  const t = useWords();
  const job = useRunning();
  const start = (
    <Button
      small
      tone={found === null ? "primary" : "normal"}
      disabled={job !== undefined}
      onClick={() => evaluateLinkage().catch(reportError)}
    >
      {t(found === null ? "link.quality.start" : "link.quality.again")}
    </Button>
  );
  const isTelling = found !== null && found.linkedPairs > 0;
  return (
    <Panel
      title={t("link.quality.title")}
      note={found === null ? undefined : formatTime(found.at)}
      tools={
        found !== null && (
          <>
            {found.stale && <Tag tone="warn">{t("link.quality.stale")}</Tag>} {start}
          </>
        )
      }
    >
      {found === null && (
        <EmptyState icon="link" title={t("link.quality.never")} action={start}>
          {t("link.quality.why")}
        </EmptyState>
      )}
      {found !== null && <Sentence found={found} />}
      {found !== null && !isTelling && <p className="cw-model-line cw-second">{t("link.quality.noLinked")}</p>}
      {isTelling && <Figures found={found} />}
      {isTelling && (
        <div className="cw-model-columns">
          <CalibrationCurve bins={found.calibration} />
          <CalibrationTable bins={found.calibration} />
        </div>
      )}
    </Panel>
  );
}
