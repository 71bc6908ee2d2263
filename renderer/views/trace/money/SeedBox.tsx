// A line to type or paste what the money is followed from.
import { useState } from "react";
import { useWords } from "../../../i18n/index.ts";
import { Button } from "../../../parts/index.ts";
import { findMoneySeeds } from "../../../state/moneySeeds.ts";
import { reportError } from "../../../state/toasts.ts";
import { openTrace } from "../../../state/trace.ts";

export function SeedBox() {
  const t = useWords();
  const [text, setText] = useState("");
  const [isUnknown, setUnknown] = useState(false);
  const follow = () => {
    findMoneySeeds(text)
      .then((found) => (found.length === 0 ? setUnknown(true) : openTrace("money", ...found)))
      .catch(reportError);
  };
  return (
    <form
      className="cw-seed-box"
      onSubmit={(event) => {
        event.preventDefault();
        follow();
      }}
    >
      <input
        className="cw-input"
        aria-label={t("trace.start.box")}
        aria-invalid={isUnknown}
        aria-describedby="cw-seed-unknown"
        placeholder={t("trace.start.box")}
        value={text}
        onChange={(event) => {
          setText(event.target.value);
          setUnknown(false);
        }}
      />
      <Button icon="route" onClick={follow} disabled={text.trim() === ""}>
        {t("trace.start.follow")}
      </Button>
      <span id="cw-seed-unknown" role="status" className="cw-seed-unknown">
        {isUnknown && t("trace.start.unknown")}
      </span>
    </form>
  );
}
