// Judging a pair: reasons to tick, one sentence, three verdicts. Without a reason nothing is kept.
import { type RefObject, useImperativeHandle, useRef, useState } from "react";
import type { PairExplanation } from "../../../shared/link/calls.ts";
import type { EvidenceBar } from "../../../shared/link/pairScore.ts";
import type { Verdict } from "../../../shared/model/decision.ts";
import { featureName } from "../../i18n/evidence.ts";
import { type Translate, useWords } from "../../i18n/index.ts";
import { Button, formatTime, Icon, Tag } from "../../parts/index.ts";
import { judgePair, reasonFeatures } from "../../state/link.ts";
import { reportError } from "../../state/toasts.ts";

export interface Judge {
  readonly judge: (verdict: Verdict) => void;
}

export interface DecisionBarProps {
  readonly explanation: PairExplanation;
  readonly judge: RefObject<Judge | null>;
  readonly onJudged: () => void;
}

const reasonWord = (t: Translate, bar: EvidenceBar): string =>
  bar.bits > 0
    ? t("link.reason.same", { feature: featureName(t, bar.feature) })
    : t("link.reason.differs", { feature: featureName(t, bar.feature) });

const verdictKeys: Readonly<Record<Verdict, string>> = {
  confirm: "link.verdict.confirmed",
  reject: "link.verdict.rejected",
  later: "link.verdict.later",
};

function EarlierDecision({ decision }: { readonly decision: NonNullable<PairExplanation["decision"]> }) {
  const t = useWords();
  return (
    <p className="cw-earlier cw-small">
      <Tag tone={decision.verdict === "confirm" ? "plus" : decision.verdict === "reject" ? "contra" : "warn"}>
        {t(verdictKeys[decision.verdict])}
      </Tag>{" "}
      {t("link.decision.line", { by: decision.by, at: formatTime(decision.at), reason: decision.reason })}
    </p>
  );
}

export function DecisionBar({ explanation, judge, onJudged }: DecisionBarProps) {
  const t = useWords();
  const field = useRef<HTMLInputElement>(null);
  const [ticked, setTicked] = useState<readonly string[]>([]);
  const [sentence, setSentence] = useState("");
  /** The verdict that waits for its reason: Enter in the field completes it. */
  const [waiting, setWaiting] = useState<Verdict | null>(null);
  const { a, b } = explanation.score;
  const decide = (verdict: Verdict) => {
    const reason = [...ticked, sentence.trim()].filter((part) => part !== "").join(t("link.reason.join"));
    if (reason === "") {
      setWaiting(verdict);
      field.current?.focus();
      return;
    }
    judgePair(a, b, verdict, reason).then(onJudged, reportError);
  };
  useImperativeHandle(judge, () => ({ judge: decide }));
  const toggle = (word: string) => setTicked((old) => (old.includes(word) ? old.filter((other) => other !== word) : [...old, word]));
  return (
    <section className="cw-decision" data-panel="" tabIndex={-1} aria-label={t("link.decision.title")}>
      {explanation.decision !== null && <EarlierDecision decision={explanation.decision} />}
      <div className="cw-decision-row">
        <span className="cw-quiet">{t("link.decision.reason")}</span>
        {reasonFeatures(explanation).map((bar) => {
          const word = reasonWord(t, bar);
          return (
            <button key={word} type="button" className="cw-choice" aria-pressed={ticked.includes(word)} onClick={() => toggle(word)}>
              {ticked.includes(word) && <Icon name="check" size={13} />}
              {word}
            </button>
          );
        })}
        <input
          ref={field}
          className="cw-input"
          value={sentence}
          aria-label={t("link.decision.sentence")}
          aria-invalid={waiting !== null && ticked.length === 0 && sentence.trim() === ""}
          placeholder={waiting !== null ? t("link.decision.needed") : t("link.decision.sentence")}
          onChange={(event) => setSentence(event.target.value)}
          onKeyDown={(event) => {
            if (event.key === "Escape") event.currentTarget.blur();
            // Enter that picks a word of an input method is no answer.
            else if (event.key === "Enter" && waiting !== null && !event.nativeEvent.isComposing) decide(waiting);
          }}
        />
        <span className="cw-decision-verdicts">
          <Button icon="questionMark" shortcut="U" onClick={() => decide("later")}>
            {t("link.decision.later")}
          </Button>
          <Button icon="cross" shortcut="N" onClick={() => decide("reject")}>
            {t("link.decision.reject")}
          </Button>
          <Button tone="primary" icon="check" shortcut="Y" onClick={() => decide("confirm")}>
            {t("link.decision.confirm")}
          </Button>
        </span>
      </div>
    </section>
  );
}
