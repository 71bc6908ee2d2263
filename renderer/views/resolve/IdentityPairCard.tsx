// Two records side by side with the mark of each comparison, and the judgement: one person, two, or unsure.
import { type RefObject, useImperativeHandle, useRef, useState } from "react";
import { strengthKeys, strengthOf } from "../../../shared/link/strength.ts";
import type { Verdict } from "../../../shared/model/decision.ts";
import type { IdentityExplanation, Settled } from "../../../shared/resolve/calls.ts";
import type { IdentityBar } from "../../../shared/resolve/explainRecords.ts";
import { attributeKeys } from "../../i18n/attributes.ts";
import { shownKey } from "../../i18n/entityNames.ts";
import { type Translate, useWords } from "../../i18n/index.ts";
import { wordOf } from "../../i18n/vocabulary.ts";
import { Bits, Button, CitationLink, EntityLabel, formatBits, formatTime, SignMark, Tag } from "../../parts/index.ts";
import { identitySubject, judgeIdentity } from "../../state/resolve.ts";
import { reportError } from "../../state/toasts.ts";
import { MergeEffect } from "./MergeEffect.tsx";
import { proposeReason } from "./proposeReason.ts";

export interface Judge {
  readonly judge: (verdict: Verdict) => void;
}

const settledKeys: Readonly<Record<Settled, string>> = {
  "one-entity": "resolve.settled.oneEntity",
  "identity-number": "resolve.settled.identityNumber",
  confirmed: "resolve.settled.confirmed",
  rejected: "resolve.settled.rejected",
  contradiction: "resolve.settled.contradiction",
};

const fieldName = (t: Translate, field: string) => (field === "order" ? t("resolve.pair.swapped") : wordOf(t, attributeKeys, field));

function Side({ bar, side }: { readonly bar: IdentityBar; readonly side: "a" | "b" }) {
  const t = useWords();
  const text = bar[side];
  if (text === "") return <span className="cw-quiet">{t("resolve.pair.missing")}</span>;
  return bar.field.endsWith("ame") ? <EntityLabel kind="person" label={text} /> : text;
}

function Comparisons({ explanation }: { readonly explanation: IdentityExplanation }) {
  const t = useWords();
  const told = explanation.bars.filter(({ a, b, kind, level }) => (a !== "" || b !== "") && !(kind === "order" && level === "straight"));
  return (
    <table className="cw-sides" aria-label={t("resolve.pair.table")}>
      <tbody>
        {told.map((bar) => (
          <tr key={bar.field}>
            <th scope="row">
              {fieldName(t, bar.field)} <Bits bits={bar.bits} />
            </th>
            <td className="cw-side-a">
              <div>
                <Side bar={bar} side="a" />
              </div>
            </td>
            <td className="cw-side-sign">
              <SignMark sign={bar.sign} />
            </td>
            <td className="cw-side-b">
              <div>
                <Side bar={bar} side="b" />
              </div>
            </td>
          </tr>
        ))}
        <tr>
          <th scope="row">{t("resolve.pair.prior")}</th>
          <td colSpan={3}>
            <Bits bits={explanation.prior} />
          </td>
        </tr>
      </tbody>
    </table>
  );
}

/** The name as the record states it; its number where it has none. */
const nameIn = ({ bars, ...refs }: IdentityExplanation, side: "a" | "b"): string =>
  bars.find(({ field }) => field.endsWith(".name"))?.[side] || shownKey(refs[side]);

function Head({ explanation }: { readonly explanation: IdentityExplanation }) {
  const t = useWords();
  const { settled, same, total } = explanation;
  return (
    <header className="cw-pair-head">
      <h1>
        <EntityLabel kind="person" label={nameIn(explanation, "a")} /> <span aria-hidden="true">×</span>{" "}
        <EntityLabel kind="person" label={nameIn(explanation, "b")} />
      </h1>
      {settled !== null && (
        <Tag tone={settled === "contradiction" || settled === "rejected" ? "contra" : "plus"}>{t(settledKeys[settled])}</Tag>
      )}
      <Tag tone={same ? "plus" : "neutral"}>{t(same ? "resolve.pair.same" : "resolve.pair.apart")}</Tag>
      <div className="cw-pair-tools">
        <b className="cw-number">{t("resolve.pair.bits", { bits: formatBits(total) })}</b>
        <span className="cw-pair-figure">{t(strengthKeys[strengthOf(total)])}</span>
      </div>
    </header>
  );
}

export interface ReasonProps {
  readonly value: string;
  readonly isAsked: boolean;
  /** Stands ready and is taken where nothing is written. */
  readonly proposed?: string;
  readonly onChange: (value: string) => void;
  readonly field: RefObject<HTMLInputElement | null>;
}

export function ReasonField({ value, isAsked, proposed, onChange, field }: ReasonProps) {
  const t = useWords();
  return (
    <input
      ref={field}
      className="cw-input"
      value={value}
      aria-label={t("resolve.verdict.reason")}
      aria-invalid={isAsked && value.trim() === ""}
      placeholder={proposed ?? t(isAsked ? "resolve.verdict.needed" : "resolve.verdict.reason")}
      onChange={(event) => onChange(event.target.value)}
      onKeyDown={(event) => event.key === "Escape" && event.currentTarget.blur()}
    />
  );
}

export interface IdentityPairCardProps {
  readonly explanation: IdentityExplanation;
  readonly judge: RefObject<Judge | null>;
  readonly onJudged: () => void;
}

export function IdentityPairCard({ explanation, judge, onJudged }: IdentityPairCardProps) {
  const t = useWords();
  const field = useRef<HTMLInputElement>(null);
  const [reason, setReason] = useState("");
  const { a, b, decision, same, sources } = explanation;
  const proposed = (verdict: Verdict) => proposeReason(t, explanation.bars, verdict, (name) => fieldName(t, name));
  const decide = (verdict: Verdict) => {
    judgeIdentity(a, b, verdict, reason.trim() === "" ? proposed(verdict) : reason.trim()).then(onJudged, reportError);
  };
  useImperativeHandle(judge, () => ({ judge: decide }));
  return (
    <article className="cw-card" data-pair={identitySubject(explanation)}>
      <Head explanation={explanation} />
      <div className="cw-card-body">
        <Comparisons explanation={explanation} />
        <MergeEffect a={a} b={b} same={same} />
        <p className="cw-small">
          {t("resolve.pair.sources")} <CitationLink citation={sources[0]} /> <CitationLink citation={sources[1]} />
        </p>
      </div>
      <section className="cw-decision" data-panel="" tabIndex={-1} aria-label={t("resolve.verdict.title")}>
        {decision !== null && (
          <p className="cw-small">
            {t("resolve.verdict.earlier", { by: decision.by, at: formatTime(decision.at), reason: decision.reason })}
          </p>
        )}
        <div className="cw-decision-row">
          <ReasonField value={reason} isAsked={false} proposed={proposed("confirm")} onChange={setReason} field={field} />
          <Button icon="questionMark" shortcut="U" onClick={() => decide("later")}>
            {t("resolve.verdict.later")}
          </Button>
          <Button icon="cross" shortcut="N" onClick={() => decide("reject")}>
            {t("resolve.verdict.apart")}
          </Button>
          <Button tone="primary" icon="check" shortcut="Y" onClick={() => decide("confirm")}>
            {t("resolve.verdict.merge")}
          </Button>
        </div>
      </section>
    </article>
  );
}
