// The strongest evidence against the pair, even when it is weak; or what was looked at when nothing speaks against it.
import type { PairExplanation } from "../../../shared/link/calls.ts";
import { evidenceSentence, featureName } from "../../i18n/evidence.ts";
import { useWords } from "../../i18n/index.ts";
import { formatBits, formatPosterior, SignMark } from "../../parts/index.ts";
import { usePreferences } from "../../state/preferences.ts";
import { posteriorOf, strongestCounter } from "./waterfall.ts";

/** What the total would be without the strongest support. */
function WithoutStrongest({ explanation }: { readonly explanation: PairExplanation }) {
  const t = useWords();
  const { score, calibrated } = explanation;
  const strongest = score.evidence[0];
  if (strongest === undefined || strongest.bits <= 0) return null;
  const left = score.bits - strongest.bits;
  const feature = featureName(t, strongest.feature);
  return calibrated
    ? t("link.counter.withoutPosterior", { feature, posterior: formatPosterior(posteriorOf(left)) })
    : t("link.counter.withoutBits", { feature, bits: formatBits(left) });
}

export function CounterBox({ explanation }: { readonly explanation: PairExplanation }) {
  const t = useWords();
  const isMasked = usePreferences((state) => state.isMasked);
  const counter = strongestCounter(explanation.score);
  if (counter === null) {
    const looked = [...new Set(explanation.score.evidence.map((bar) => featureName(t, bar.feature)))].join(t("link.counter.and"));
    return (
      <section className="cw-counter cw-counter-none" data-panel="" tabIndex={-1} aria-label={t("link.counter.none")}>
        <SignMark sign="~" />
        <div>
          <b>{t("link.counter.none")}</b>
          <p>{t("link.counter.looked", { features: looked })}</p>
        </div>
      </section>
    );
  }
  const share = counter.m === null ? "" : t("link.counter.share", { percent: Math.round(counter.m * 100) });
  return (
    <section
      className={`cw-counter ${counter.sign === "!" ? "cw-counter-contra" : ""}`}
      data-panel=""
      tabIndex={-1}
      aria-label={t("link.counter.title")}
    >
      <SignMark sign={counter.sign} />
      <div>
        <b>{t("link.counter.strongest", { feature: featureName(t, counter.feature), bits: formatBits(counter.bits) })}</b>
        <p>
          {t("link.counter.sentence", { sentence: evidenceSentence(t, counter, isMasked) })} {share}{" "}
          <WithoutStrongest explanation={explanation} />
        </p>
      </div>
    </section>
  );
}
