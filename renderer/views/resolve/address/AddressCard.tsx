// One written address: what it is taken for, every standard address that it may be level by level, and the judgement.
import { useState } from "react";
import type { AddressMatchLine, AddressOption, StandardName } from "../../../../shared/resolve/addressCalls.ts";
import { addressStateKeys, doubtKeys, levelKeys, levelVerdictKeys } from "../../../i18n/addressWords.ts";
import { useWords } from "../../../i18n/index.ts";
import { Bits, Button, CitationLink, formatTime, Tag, type Tone } from "../../../parts/index.ts";
import { judgeAddress, openStandard } from "../../../state/addresses.ts";
import { reportError } from "../../../state/toasts.ts";
import { OtherAddress } from "./OtherAddress.tsx";

const stateTones: Readonly<Record<AddressMatchLine["state"], Tone>> = {
  sure: "plus",
  accepted: "plus",
  doubtful: "warn",
  refused: "contra",
  coarse: "neutral",
  none: "neutral",
};

function Head({ line }: { readonly line: AddressMatchLine }) {
  const t = useWords();
  const { label, state, reason, standard, decision, sources } = line;
  return (
    <header className="cw-address-head">
      <h1>{label}</h1>
      <p className="cw-address-tags">
        <Tag tone={stateTones[state]}>{t(addressStateKeys[state])}</Tag>
        {state === "doubtful" && reason !== null && <span className="cw-second">{t(doubtKeys[reason])}</span>}
        {sources.map((citation) => (
          <CitationLink key={citation.sourceId} citation={citation} />
        ))}
      </p>
      {standard !== null && (
        <p>
          {t("resolve.address.takenFor")}{" "}
          <button type="button" className="cw-name-button cw-address-open" onClick={() => openStandard(standard.place)}>
            {standard.label}
          </button>{" "}
          <span className="cw-second">({t(levelKeys[standard.level])})</span>
        </p>
      )}
      {decision !== null && (
        <p className="cw-second cw-small">
          {t("resolve.address.judgedBy", { by: decision.by, at: formatTime(decision.at), reason: decision.note })}
        </p>
      )}
    </header>
  );
}

function Bars({ option }: { readonly option: AddressOption }) {
  const t = useWords();
  return (
    <span className="cw-address-bars">
      {option.bars.map(({ level, verdict, stated, standard, bits }) => (
        <span key={level} className={`cw-address-bar cw-address-${verdict}`} title={t(levelVerdictKeys[verdict])}>
          {t(levelKeys[level])} {stated === standard ? stated : `${stated} → ${standard}`} <Bits bits={bits} />
        </span>
      ))}
    </span>
  );
}

interface OptionsProps {
  readonly options: readonly AddressOption[];
  readonly chosen: string | null;
  readonly choose: (place: string) => void;
}

function Options({ options, chosen, choose }: OptionsProps) {
  const t = useWords();
  return (
    <ul className="cw-bare-list cw-address-options" aria-label={t("resolve.address.options")}>
      {options.map((option) => (
        <li key={option.place}>
          <label className="cw-bits-line">
            <input type="radio" name="address" checked={chosen === option.place} onChange={() => choose(option.place)} />
            <span className="cw-address-text">{option.label}</span>
            <span className="cw-number cw-second">
              {t("resolve.address.percent", { percent: (option.probability * 100).toFixed(option.probability > 0.99 ? 1 : 0) })}
            </span>
            <Bits bits={option.bits} />
          </label>
          <Bars option={option} />
        </li>
      ))}
    </ul>
  );
}

interface DecisionProps {
  readonly line: AddressMatchLine;
  readonly chosen: string | null;
  readonly onJudged: () => void;
}

function Decision({ line, chosen, onJudged }: DecisionProps) {
  const t = useWords();
  const [reason, setReason] = useState("");
  const [isBusy, setBusy] = useState(false);
  const judge = (standard: string | null, proposed: string) => {
    setBusy(true);
    judgeAddress(line.place, standard, reason.trim() === "" ? proposed : reason)
      .then(onJudged, reportError)
      .finally(() => setBusy(false));
  };
  return (
    <section className="cw-decision" aria-label={t("resolve.address.judge")}>
      <div className="cw-decision-row">
        <input
          className="cw-input"
          value={reason}
          placeholder={t("resolve.address.reason")}
          aria-label={t("resolve.address.reason")}
          onChange={(event) => setReason(event.target.value)}
        />
        <span className="cw-decision-verdicts">
          <Button tone="primary" disabled={isBusy || chosen === null} onClick={() => judge(chosen, t("resolve.address.reasonTaken"))}>
            {t("resolve.address.take")}
          </Button>
          <Button disabled={isBusy} onClick={() => judge(null, t("resolve.address.reasonNone"))}>
            {t("resolve.address.refuse")}
          </Button>
        </span>
      </div>
    </section>
  );
}

export function AddressCard({ line, onJudged }: { readonly line: AddressMatchLine; readonly onJudged: () => void }) {
  const t = useWords();
  const [chosen, setChosen] = useState<string | null>(line.standard?.place ?? line.options[0]?.place ?? null);
  const [other, setOther] = useState<StandardName | null>(null);
  return (
    <article className="cw-address-card" data-address={line.place}>
      <Head line={line} />
      <h2>{t("resolve.address.mayBe")}</h2>
      {line.options.length === 0 && <p className="cw-second">{t("resolve.address.noOptions")}</p>}
      <Options options={line.options} chosen={chosen} choose={setChosen} />
      <OtherAddress
        other={other}
        isChosen={other !== null && chosen === other.place}
        choose={(standard) => {
          setOther(standard);
          setChosen(standard.place);
        }}
      />
      <Decision line={line} chosen={chosen} onJudged={onJudged} />
    </article>
  );
}
