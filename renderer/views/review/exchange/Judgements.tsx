// Judgements and watches of a bundle, a line each.
import type { BundleGroup, ShownJudgement } from "../../../../shared/review/exchange/preview.ts";
import { shownKey } from "../../../i18n/entityNames.ts";
import { useWords } from "../../../i18n/index.ts";
import { formatTime, Tag } from "../../../parts/index.ts";
import { verdictKeys } from "./exchangeWords.ts";

const tones: Readonly<Record<string, "plus" | "minus" | "neutral">> = { confirm: "plus", reject: "minus" };
const nameOf = (ref: string): string => (ref.includes(":") ? shownKey(ref) : ref);

export function JudgementLine({ judgement }: { readonly judgement: ShownJudgement }) {
  const t = useWords();
  const { a, b, verdict, reason, unit, at } = judgement;
  return (
    <p className="cw-exchange-judgement">
      <Tag tone={tones[verdict] ?? "neutral"}>{t(verdictKeys[verdict] ?? "exchange.verdict.later")}</Tag>
      <b>
        {nameOf(a)} – {nameOf(b)}
      </b>
      <span>{reason}</span>
      <span className="cw-quiet cw-small">
        {unit} · {formatTime(at)}
      </span>
    </p>
  );
}

export function JudgementsAndWatches({ group }: { readonly group: Pick<BundleGroup, "judgements" | "watched"> }) {
  return (
    <>
      {group.judgements.map((judgement) => (
        <JudgementLine key={`${judgement.subject} ${judgement.a} ${judgement.b}`} judgement={judgement} />
      ))}
      {group.watched.map(({ watchKind, label, reason, owner }) => (
        <WatchLine key={`${watchKind} ${label} ${reason}`} kind={watchKind} label={label} reason={reason} owner={owner} />
      ))}
    </>
  );
}

interface WatchLineProps {
  readonly kind: string;
  readonly label: string;
  readonly reason: string;
  readonly owner: string;
}

function WatchLine({ kind, label, reason, owner }: WatchLineProps) {
  const t = useWords();
  return (
    <p className="cw-exchange-judgement">
      <Tag tone="accent">{t(`watch.kind.${kind}`)}</Tag>
      <b>{nameOf(label)}</b>
      <span>{reason}</span>
      <span className="cw-quiet cw-small">{owner}</span>
    </p>
  );
}
