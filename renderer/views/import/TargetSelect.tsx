// The target of a column: what fits first, everything of the row kind after it; several targets are possible.
import { Select } from "antd";
import { useMemo, useState } from "react";
import type { ColumnCheck } from "../../../shared/import/calls.ts";
import { targetWord } from "../../i18n/importWords.ts";
import { useWords } from "../../i18n/index.ts";
import { Button, Icon, KindGlyph } from "../../parts/index.ts";
import { changeTargets, type ImportSheet } from "../../state/importing.ts";
import { targetChoicesOf } from "./targetChoices.ts";
import { targetKindOf } from "./targetKinds.ts";

/** On these rows an unlisted column stays as an attribute under its heading; on others it stays in the raw row only. */
const keepsAttributes: ReadonlySet<string> = new Set(["case", "person", "organisation", "account", "entity"]);

function TargetIcon({ target }: { readonly target: string }) {
  const kind = targetKindOf(target);
  if (kind !== null) return <KindGlyph kind={kind} size={15} />;
  return <Icon name={/time|date|from|to|in|out|opened|closed|reported|filed/.test(target) ? "clock" : "minus"} size={15} />;
}

function Target({ target, onRemove }: { readonly target: string; readonly onRemove: (() => void) | null }) {
  const t = useWords();
  return (
    <span className="cw-target-tag">
      <TargetIcon target={target} />
      <span>{targetWord(t, target)}</span>
      {onRemove && (
        <button type="button" aria-label={t("import.mapping.remove")} onMouseDown={(event) => event.preventDefault()} onClick={onRemove}>
          <Icon name="cross" size={12} />
        </button>
      )}
    </span>
  );
}

export interface TargetSelectProps {
  readonly sheet: ImportSheet;
  readonly column: ColumnCheck;
  readonly isDoubtful: boolean;
}

export function TargetSelect({ sheet, column, isDoubtful }: TargetSelectProps) {
  const t = useWords();
  const { mapping } = sheet.preview;
  const choices = useMemo(() => targetChoicesOf(mapping, column), [mapping, column]);
  const isLocked = sheet.state !== "waiting" && sheet.state !== "failed";
  const [isAdding, setAdding] = useState(false);
  /** Another target takes the place of the one that is there, unless one more was asked for. */
  const change = (targets: readonly string[]) => {
    const isReplaced = !isAdding && column.targets.length === 1 && targets.length === 2;
    setAdding(false);
    changeTargets(sheet, column.heading, isReplaced ? targets.slice(-1) : targets);
  };
  return (
    <Select
      mode="multiple"
      size="small"
      className={isDoubtful ? "cw-target cw-target-doubtful" : "cw-target"}
      aria-label={t("import.mapping.targetOf", { column: column.heading })}
      value={[...column.targets]}
      disabled={isLocked}
      onChange={change}
      onOpenChange={(isOpen) => !isOpen && setAdding(false)}
      popupRender={(menu) => (
        <>
          {menu}
          {column.targets.length > 0 && (
            <div className="cw-target-add">
              <Button
                small
                aria-pressed={isAdding}
                tone={isAdding ? "primary" : "normal"}
                onMouseDown={(event) => event.preventDefault()}
                onClick={() => setAdding(!isAdding)}
              >
                {t("import.mapping.addTarget")}
              </Button>
            </div>
          )}
        </>
      )}
      placeholder={t(keepsAttributes.has(mapping.rowKind) ? "import.mapping.kept" : "import.mapping.none")}
      maxTagCount="responsive"
      popupMatchSelectWidth={260}
      showSearch={{ optionFilterProp: "search" }}
      options={choices.map((target) => ({ value: target, label: targetWord(t, target), search: `${target} ${targetWord(t, target)}` }))}
      optionRender={({ value }) => (
        <span className="cw-target-option">
          <TargetIcon target={String(value)} />
          {targetWord(t, String(value))}
        </span>
      )}
      maxTagPlaceholder={(left) => `+${left.length}`}
      tagRender={({ value, label, onClose, closable }) =>
        // What stands for those that have no room is no target.
        value === undefined ? (
          <span className="cw-target-tag">{label}</span>
        ) : (
          <Target target={String(value)} onRemove={closable && column.targets.length > 1 ? onClose : null} />
        )
      }
    />
  );
}
