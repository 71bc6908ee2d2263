// Conflicts of a bundle: what we say beside what the other unit says, each with its row, and what is to become of it.
import type { BundleConflict, BundlePreview, ConflictChoice, ConflictSide } from "../../../../shared/review/exchange/preview.ts";
import { shownKey, shownKind } from "../../../i18n/entityNames.ts";
import { targetWord } from "../../../i18n/importWords.ts";
import { useWords } from "../../../i18n/index.ts";
import { kindKeys, wordOf } from "../../../i18n/vocabulary.ts";
import { EmptyState, formatCount, Segmented, Tag } from "../../../parts/index.ts";
import { chooseFor, type Received } from "../../../state/exchange.ts";
import { BundleSheetBlock } from "./BundleSheets.tsx";
import { choiceKeys, conflictKeys } from "./exchangeWords.ts";
import { JudgementLine } from "./Judgements.tsx";

function Side({ side, title }: { readonly side: ConflictSide; readonly title: string }) {
  const t = useWords();
  return (
    <div className="cw-exchange-side">
      <h3>{title}</h3>
      {side.told && (
        <p className="cw-exchange-told">
          <span className="cw-quiet">{targetWord(t, side.told.name)}</span> <b>{side.told.value}</b>
        </p>
      )}
      {side.judgement && <JudgementLine judgement={side.judgement} />}
      {side.rows && <BundleSheetBlock sheet={side.rows} />}
    </div>
  );
}

interface ConflictProps {
  readonly conflict: BundleConflict;
  readonly choice: ConflictChoice | undefined;
  readonly isDone: boolean;
}

function Conflict({ conflict, choice, isDone }: ConflictProps) {
  const t = useWords();
  const { id, entity, label, ours, theirs, choices, standard } = conflict;
  const value = choice ?? (conflict.conflict === "decision" ? "" : standard);
  const options = choices.map((one) => ({ value: one, text: t(choiceKeys[one]) }));
  return (
    <section className="cw-exchange-conflict" aria-label={t(conflictKeys[conflict.conflict])}>
      <header>
        <Tag tone="warn">{t(conflictKeys[conflict.conflict])}</Tag>
        {entity !== "" && (
          <b>
            {wordOf(t, kindKeys, shownKind(entity))} {label === "" ? shownKey(entity) : label}
          </b>
        )}
        {!isDone && (
          <Segmented<string>
            label={t("exchange.choice.label")}
            value={value}
            options={options}
            onChange={(next) => chooseFor(id, next as ConflictChoice)}
          />
        )}
      </header>
      <div className="cw-exchange-sides">
        <Side side={ours} title={t("exchange.side.ours", { unit: ours.unit })} />
        <Side side={theirs} title={t("exchange.side.theirs", { unit: theirs.unit })} />
      </div>
    </section>
  );
}

export function Conflicts({ received, preview }: { readonly received: Received; readonly preview: BundlePreview }) {
  const t = useWords();
  const { conflicts, conflictCount } = preview;
  if (conflicts.length === 0)
    return (
      <EmptyState icon="fileText" title={t("exchange.conflict.none")}>
        {t("exchange.conflict.noneWhy")}
      </EmptyState>
    );
  return (
    <>
      {conflicts.map((conflict) => (
        <Conflict key={conflict.id} conflict={conflict} choice={received.choices[conflict.id]} isDone={received.merged !== null} />
      ))}
      {conflictCount > conflicts.length && (
        <p className="cw-exchange-judgement cw-quiet">
          {t("exchange.conflict.more", { count: formatCount(conflictCount - conflicts.length) })}
        </p>
      )}
    </>
  );
}
