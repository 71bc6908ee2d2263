// Prior and counts set by hand: the effect is shown before, a reason is asked for, and everything goes back to what was learned in one step.
import type { StatedWeights, WeightsEffect } from "../../../shared/link/modelCalls.ts";
import { useWords } from "../../i18n/index.ts";
import { Button, CaseNumber, formatBits, formatCount, formatTime, PlainTable } from "../../parts/index.ts";
import { pairSubject } from "../../state/link.ts";
import { goTo } from "../../state/navigation.ts";
import { reportError } from "../../state/toasts.ts";
import { closeEditor, countOf, editsOf, openEditor, previewWeights, resetWeights, stateWeights, useWeights } from "../../state/weights.ts";
import { ReasonForm } from "../group/ReasonForm.tsx";

export function EditButton({ stated }: { readonly stated: StatedWeights | null }) {
  const t = useWords();
  const isOpen = useWeights((state) => state.isOpen);
  return (
    <Button small icon="settings" onClick={() => (isOpen ? closeEditor() : openEditor(stated))}>
      {isOpen ? t("link.weights.close") : t("link.weights.edit")}
    </Button>
  );
}

/** What stands by hand, who set it and why. */
export function StatedLine({ stated }: { readonly stated: StatedWeights | null }) {
  const t = useWords();
  if (stated === null) return null;
  const { by, at, reason, levels, expectedPairs } = stated;
  return (
    <div className="cw-model-line cw-weight-stated">
      <span>
        {t("link.weights.byHand", { n: levels.length, by, at: formatTime(at), reason })}{" "}
        {expectedPairs !== null && t("link.weights.priorByHand", { n: formatCount(expectedPairs) })}
      </span>
      <ReasonForm title={t("link.weights.reset")} onReason={(why) => void resetWeights(why).catch(reportError)} isQuiet />
    </div>
  );
}

function Effect({ effect }: { readonly effect: WeightsEffect }) {
  const t = useWords();
  const { priorBits, expectedPairs, crossings, pairs, compared } = effect;
  const lines = crossings.flatMap(({ bits, fell, rose }) => [
    ...(fell > 0 ? [t("link.changes.fell", { n: formatCount(fell), bits })] : []),
    ...(rose > 0 ? [t("link.changes.rose", { n: formatCount(rose), bits })] : []),
  ]);
  return (
    <section aria-label={t("link.weights.effect")} className="cw-weight-effect">
      <p className="cw-model-line">
        {t("link.weights.effectPrior", {
          was: formatBits(priorBits[0]),
          now: formatBits(priorBits[1]),
          expectedWas: formatCount(Math.round(expectedPairs[0])),
          expectedNow: formatCount(Math.round(expectedPairs[1])),
          compared: formatCount(compared),
        })}{" "}
        <b>{lines.length === 0 ? t("link.changes.noCrossing") : lines.join(t("link.changes.join"))}</b>
      </p>
      {pairs.length > 0 && (
        <PlainTable
          rows={pairs}
          keyOf={({ a, b }) => pairSubject(a, b)}
          columns={[
            {
              key: "pair",
              title: t("link.changes.pair"),
              render: ({ a, b }) => (
                <button type="button" className="cw-entity" onClick={() => goTo("link", pairSubject(a, b))}>
                  <CaseNumber number={a} /> × <CaseNumber number={b} />
                </button>
              ),
            },
            { key: "was", title: t("link.changes.before"), align: "right", render: ({ was }) => formatBits(was) },
            { key: "now", title: t("link.changes.after"), align: "right", render: ({ now }) => <b>{formatBits(now ?? 0)}</b> },
          ]}
        />
      )}
    </section>
  );
}

/** Under the table while it is edited: what is wrong, the effect, and keeping it. */
export function EditorBar() {
  const t = useWords();
  const { isOpen, effect, ...typed } = useWeights();
  if (!isOpen) return null;
  const edits = editsOf(typed);
  const isPriorWrong = countOf(typed.expected) === undefined || countOf(typed.expected) === 0;
  return (
    <div className="cw-weight-bar">
      <p className="cw-model-line cw-second">{t("link.weights.editNote")}</p>
      {edits === null && (
        <p className="cw-model-line cw-tone-contra" role="alert">
          {isPriorWrong ? t("link.weights.badPrior") : t("link.weights.badCount")}
        </p>
      )}
      {effect && <Effect effect={effect} />}
      <div className="cw-model-line cw-weight-actions">
        <Button small disabled={edits === null} onClick={() => void previewWeights().catch(reportError)}>
          {t("link.weights.preview")}
        </Button>
        {effect && edits !== null && (
          <ReasonForm title={t("link.weights.keep")} onReason={(reason) => void stateWeights(reason).catch(reportError)} isQuiet />
        )}
      </div>
    </div>
  );
}
