// One list of a run: differences only, one of what its step ran for, what it proposes to watch, and the rows behind a line at the foot.
import { useState } from "react";
import { cellText } from "../../../../shared/review/pack/cellText.ts";
import type { LineChange } from "../../../../shared/review/pack/compareLines.ts";
import type { PackRunAnswer, ShownCell, ShownLine, ShownSection } from "../../../../shared/review/packCalls.ts";
import { useWords } from "../../../i18n/index.ts";
import { EmptyState } from "../../../parts/index.ts";
import { usePackWords } from "../../../state/packs.ts";
import { LineRows } from "./LineRows.tsx";
import { LineTable, sayWith } from "./LineTable.tsx";
import { WatchProposals } from "./WatchProposals.tsx";

type Counts = ShownSection["counts"];
const movedOf = (counts: Counts): number => counts.new + counts.changed + counts.gone;
export const movedIn = ({ counts }: ShownSection): number => movedOf(counts);

const isDifferent = ({ change }: ShownLine): boolean => change !== ("same" satisfies LineChange);

/** Two cells that name the same. */
const itemKey = ({ value, named }: ShownCell): string => JSON.stringify([value, named.map(({ entity }) => entity)]);

const everything = "";

interface FilterProps {
  readonly section: ShownSection;
  readonly isCompared: boolean;
  readonly chosen: string;
  readonly onChoose: (item: string) => void;
}

/** Of a step that ran for each line of a list: which of them is shown, with how much of each differs. */
function ItemFilter({ section: { items }, isCompared, chosen, onChoose }: FilterProps) {
  const t = useWords();
  const textOf = ({ item, counts }: ShownSection["items"][number]) => {
    const told = { name: cellText(item, "item", sayWith(t)), count: movedOf(counts) + counts.same - counts.gone, moved: movedOf(counts) };
    return t(isCompared && told.moved > 0 ? "pack.items.moved" : "pack.items.one", told);
  };
  return (
    <label className="cw-pack-filter">
      <span className="cw-quiet">{t("pack.items.filter")}</span>
      <select className="cw-input" value={chosen} onChange={(event) => onChoose(event.target.value)}>
        <option value={everything}>{t("pack.items.all", { count: items.length })}</option>
        {items.map((one) => (
          <option key={itemKey(one.item)} value={itemKey(one.item)}>
            {textOf(one)}
          </option>
        ))}
      </select>
    </label>
  );
}

interface SectionProps {
  readonly answer: PackRunAnswer;
  readonly section: ShownSection;
}

function useLines(section: ShownSection) {
  const [onlyMoved, setOnlyMoved] = useState(false);
  const [item, setItem] = useState(everything);
  const lines = section.lines.filter(
    (line) => (!onlyMoved || isDifferent(line)) && (item === everything || itemKey(line.cells[0]!) === item),
  );
  return { lines, onlyMoved, setOnlyMoved, item, setItem };
}

export function LineSection({ answer, section }: SectionProps) {
  const t = useWords();
  const say = usePackWords();
  const [chosen, setChosen] = useState<ShownLine | null>(null);
  const { lines, onlyMoved, setOnlyMoved, item, setItem } = useLines(section);
  const isCompared = answer.against !== null;
  return (
    <>
      <div className="cw-pack-section">
        <span className="cw-quiet">
          {section.about && say(section.about)} {section.isCut && t("pack.result.cut", { shown: section.lines.length, all: section.all })}
        </span>
        {section.items.length > 0 && <ItemFilter section={section} isCompared={isCompared} chosen={item} onChoose={setItem} />}
        {isCompared && movedIn(section) > 0 && (
          <label>
            <input type="checkbox" checked={onlyMoved} onChange={(event) => setOnlyMoved(event.target.checked)} />{" "}
            {t("pack.result.onlyMoved")}
          </label>
        )}
        {section.watch.length > 0 && <WatchProposals title={answer.title} proposed={section.watch} />}
      </div>
      {lines.length === 0 ? (
        <EmptyState icon="check" title={t("pack.result.empty")} />
      ) : (
        <LineTable section={section} lines={lines} isCompared={isCompared} chosen={chosen} onChoose={setChosen} />
      )}
      {chosen && <LineRows key={chosen.place} run={answer.run} section={section} line={chosen} onClose={() => setChosen(null)} />}
    </>
  );
}
