// The passphrase of a bundle: typed twice by nobody, shown when asked for, and weak ones are said to be weak.
import { useId, useState } from "react";
import { useWords } from "../../../i18n/index.ts";
import { Button } from "../../../parts/index.ts";

/** Shorter ones are tried out quickly. */
const shortest = 8;

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
  const hint =
    value === ""
      ? t("exchange.passphrase.none")
      : value.length < shortest
        ? t("exchange.passphrase.short")
        : t("exchange.passphrase.apart");
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
      {isNew && <p className={`cw-small ${value === "" ? "cw-tone-warn" : "cw-quiet"}`}>{hint}</p>}
    </div>
  );
}
