// Cells that several rejected rows share: put right once, for all of them.
import { useState } from "react";
import type { SameCells } from "../../../shared/import/calls.ts";
import type { RowReason } from "../../../shared/import/facts.ts";
import type { RepairRule } from "../../../shared/import/repairRule.ts";
import { useWords } from "../../i18n/index.ts";
import { rejectReasonKeys } from "../../i18n/rejectReasons.ts";
import { Button, formatCount } from "../../parts/index.ts";
import { usePreferences } from "../../state/preferences.ts";

interface SameCellsProps {
  readonly same: readonly SameCells[];
  readonly onRepair: (rule: RepairRule, reason: RowReason) => void;
}

/** As many as fit above the rows; the others follow once these are done. */
const shownAtMost = 4;

function SameCell({ one, onRepair }: { readonly one: SameCells; readonly onRepair: SameCellsProps["onRepair"] }) {
  const t = useWords();
  const isMasked = usePreferences((state) => state.isMasked);
  const [put, setPut] = useState("");
  const { reason, column, cell, count } = one;
  const label = t("import.rejects.sameOf", { column, cell });
  return (
    <li className="cw-same-cell">
      <span title={t(rejectReasonKeys[reason])}>
        <b>{cell === "" ? t("import.rejects.emptyCell") : cell}</b> <span className="cw-second">{column}</span>{" "}
        <span className="cw-quiet">×{formatCount(count)}</span>
      </span>
      <input
        className="cw-field cw-rule-text"
        disabled={isMasked}
        title={isMasked ? t("import.rejects.masked") : undefined}
        aria-label={label}
        placeholder={t("import.rejects.put")}
        value={put}
        onChange={(event) => setPut(event.target.value)}
      />
      <Button
        small
        disabled={isMasked || put === "" || put === cell}
        onClick={() => onRepair({ column, how: "set", find: cell, put }, reason)}
      >
        {t("import.rejects.sameFix", { count: formatCount(count) })}
      </Button>
    </li>
  );
}

export function SameCellsList({ same, onRepair }: SameCellsProps) {
  const t = useWords();
  if (same.length === 0) return null;
  return (
    <ul className="cw-same-cells" aria-label={t("import.rejects.same")}>
      {same.slice(0, shownAtMost).map((one) => (
        <SameCell key={`${one.reason} ${one.column} ${one.cell}`} one={one} onRepair={onRepair} />
      ))}
    </ul>
  );
}
