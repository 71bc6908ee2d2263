// Reasons of the rejected rows as a filter, and a rule that puts all rows of the chosen reason right at once.
import { Select } from "antd";
import { useState } from "react";
import type { RejectItem } from "../../../shared/import/calls.ts";
import { type RepairRule, repairByRule } from "../../../shared/import/repairRule.ts";
import { useWords } from "../../i18n/index.ts";
import { rejectReasonKeys } from "../../i18n/rejectReasons.ts";
import { Button, formatCount } from "../../parts/index.ts";
import { usePreferences } from "../../state/preferences.ts";

interface ReasonFilterProps {
  readonly counts: Readonly<Record<string, number>>;
  readonly chosen: string | null;
  readonly onChoose: (reason: string | null) => void;
}

export function ReasonFilter({ counts, chosen, onChoose }: ReasonFilterProps) {
  const t = useWords();
  const known = Object.entries(counts).filter(([reason]) => reason in rejectReasonKeys);
  return (
    <span className="cw-reason-counts">
      {known.map(([reason, count]) => (
        <Button
          key={reason}
          small
          tone={reason === chosen ? "primary" : "normal"}
          aria-pressed={reason === chosen}
          onClick={() => onChoose(reason === chosen ? null : reason)}
        >
          {`${t(rejectReasonKeys[reason as RejectItem["reason"]])} ${formatCount(count)}`}
        </Button>
      ))}
    </span>
  );
}

interface RuleRepairProps {
  readonly items: readonly RejectItem[];
  readonly headings: readonly string[];
  readonly onRepair: (rule: RepairRule) => void;
}

/** How many of the rows shown the rule changes is told before it is used. */
export function RuleRepair({ items, headings, onRepair }: RuleRepairProps) {
  const t = useWords();
  const isMasked = usePreferences((state) => state.isMasked);
  const [column, setColumn] = useState<string | null>(null);
  const [find, setFind] = useState("");
  const [put, setPut] = useState("");
  const chosen = column ?? items.find((item) => headings.includes(item.column))?.column ?? "";
  const rule: RepairRule = find === "" ? { column: chosen, how: "set", put } : { column: chosen, how: "replace", find, put };
  const isUsable = chosen !== "" && (find !== "" || put !== "");
  const changed = isUsable ? items.filter((item) => repairByRule(item.cells, headings, rule) !== null).length : 0;
  return (
    <div className="cw-rule-form cw-reject-rule">
      <Select<string>
        size="small"
        showSearch
        className="cw-rule-select"
        aria-label={t("import.rule.column")}
        placeholder={t("import.rule.column")}
        {...(chosen !== "" && { value: chosen })}
        options={[...new Set(headings)].filter((heading) => heading !== "").map((heading) => ({ value: heading, label: heading }))}
        onChange={setColumn}
        popupMatchSelectWidth={false}
      />
      <input
        className="cw-field cw-rule-text"
        aria-label={t("import.rejects.find")}
        placeholder={t("import.rejects.find")}
        value={find}
        onChange={(event) => setFind(event.target.value)}
      />
      <input
        className="cw-field cw-rule-text"
        aria-label={t("import.rejects.put")}
        placeholder={t("import.rejects.put")}
        value={put}
        onChange={(event) => setPut(event.target.value)}
      />
      <Button
        small
        disabled={changed === 0 || isMasked}
        title={isMasked ? t("import.rejects.masked") : undefined}
        onClick={() => onRepair(rule)}
      >
        {t("import.rejects.byRule", { count: changed })}
      </Button>
    </div>
  );
}
