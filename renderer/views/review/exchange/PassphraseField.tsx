// The passphrase of a bundle: typed twice by nobody, shown when asked for, and weak ones are said to be weak.
import { useId, useState } from "react";
import { type PassphraseStrength, passphraseStrength } from "../../../../shared/review/exchange/passphrase.ts";
import { useWords } from "../../../i18n/index.ts";
import { Button } from "../../../parts/index.ts";

const hintKeys: Readonly<Record<PassphraseStrength, string>> = {
  none: "exchange.passphrase.none",
  weak: "exchange.passphrase.weak",
  fair: "exchange.passphrase.fair",
  strong: "exchange.passphrase.strong",
};
const steps: Readonly<Record<PassphraseStrength, number>> = { none: 0, weak: 1, fair: 2, strong: 3 };

function Strength({ strength }: { readonly strength: PassphraseStrength }) {
  const t = useWords();
  const tone = strength === "strong" ? "cw-bar-plus" : "cw-bar-minus";
  return (
    <>
      {strength !== "none" && (
        <i className={`cw-bar ${tone}`} aria-hidden="true">
          <i style={{ width: `${(steps[strength] / 3) * 100}%` }} />
        </i>
      )}
      <p role="status" className={`cw-small ${strength === "strong" ? "cw-quiet" : "cw-tone-warn"}`}>
        {t(hintKeys[strength])}
      </p>
      {strength !== "none" && <p className="cw-small cw-quiet">{t("exchange.passphrase.apart")}</p>}
    </>
  );
}

export interface PassphraseFieldProps {
  readonly value: string;
  readonly onChange: (value: string) => void;
  /** Of one that is being made: what an empty or short one means. */
  readonly isNew?: boolean;
}

export function PassphraseField({ value, onChange, isNew = false }: PassphraseFieldProps) {
  const t = useWords();
  const id = useId();
  const [isShown, setShown] = useState(false);
  return (
    <div className="cw-exchange-field">
      <label htmlFor={id}>{t("exchange.passphrase.name")}</label>
      <div className="cw-exchange-row">
        <input
          id={id}
          className="cw-input"
          type={isShown ? "text" : "password"}
          autoComplete="off"
          value={value}
          maxLength={1000}
          onChange={(event) => onChange(event.target.value)}
        />
        <Button small tone="text" onClick={() => setShown(!isShown)}>
          {isShown ? t("exchange.passphrase.hide") : t("exchange.passphrase.show")}
        </Button>
      </div>
      {isNew && <Strength strength={passphraseStrength(value)} />}
    </div>
  );
}
