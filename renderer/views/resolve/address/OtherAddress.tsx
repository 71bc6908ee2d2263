// Another standard address than those proposed, found by its words.
import { useDeferredValue, useState } from "react";
import type { StandardName } from "../../../../shared/resolve/addressCalls.ts";
import { levelKeys } from "../../../i18n/addressWords.ts";
import { useWords } from "../../../i18n/index.ts";
import { useCall } from "../../../state/useCall.ts";

interface OtherAddressProps {
  readonly other: StandardName | null;
  readonly isChosen: boolean;
  readonly choose: (standard: StandardName) => void;
}

export function OtherAddress({ other, isChosen, choose }: OtherAddressProps) {
  const t = useWords();
  const [typed, setTyped] = useState("");
  const words = useDeferredValue(typed.trim());
  const { data } = useCall("resolve.searchAddresses", words.length < 2 ? null : { words, limit: 8 });
  return (
    <div className="cw-address-other">
      <input
        type="search"
        className="cw-input"
        value={typed}
        placeholder={t("resolve.address.other")}
        aria-label={t("resolve.address.other")}
        onChange={(event) => setTyped(event.target.value)}
      />
      {other !== null && isChosen && (
        <p>
          {t("resolve.address.chosen")} <b>{other.label}</b>
        </p>
      )}
      <ul className="cw-bare-list cw-address-found">
        {data?.map((standard) => (
          <li key={standard.place}>
            <button
              type="button"
              className="cw-row-button"
              aria-pressed={isChosen && other?.place === standard.place}
              onClick={() => choose(standard)}
            >
              <span className="cw-address-text">{standard.label}</span>{" "}
              <span className="cw-second cw-small">{t(levelKeys[standard.level])}</span>
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}
