// A pack in the list: its name, what its test says, what it lacks here, and what its last run brought.
import type { PackItem, PackState } from "../../../../shared/review/packCalls.ts";
import { useWords } from "../../../i18n/index.ts";
import { formatTime, Tag, type Tone } from "../../../parts/index.ts";
import { usePackWords } from "../../../state/packs.ts";

const stateTones: Readonly<Record<PackState, Tone>> = { passed: "plus", failed: "contra", untested: "warn", waiting: "neutral" };

export function StateTag({ item: { state, tested } }: { readonly item: Pick<PackItem, "state" | "tested"> }) {
  const t = useWords();
  const figures = tested ? { found: tested.found, planted: tested.planted } : {};
  return <Tag tone={stateTones[state]}>{t(`pack.state.${state}`, figures)}</Tag>;
}

function LastRun({ lastRun }: Pick<PackItem, "lastRun">) {
  const t = useWords();
  if (lastRun === null) return <span className="cw-quiet">{t("pack.card.never")}</span>;
  const { at, differences } = lastRun;
  const moved = differences ? differences.new + differences.changed + differences.gone : 0;
  return (
    <span className="cw-quiet">
      {t("pack.card.last", { at: formatTime(at) })}{" "}
      {moved > 0 && <b className="cw-tone-contra">{t("pack.card.moved", { count: moved })}</b>}
    </span>
  );
}

interface CardProps {
  readonly item: PackItem;
  readonly isChosen: boolean;
  readonly onChoose: () => void;
}

export function PackCard({ item, isChosen, onChoose }: CardProps) {
  const t = useWords();
  const say = usePackWords();
  const kinds = item.lacking.map((kind) => t(`import.rowKind.${kind}`)).join(t("pack.cell.comma"));
  return (
    <button type="button" className="cw-pack-card" aria-pressed={isChosen} onClick={onChoose}>
      <span className="cw-pack-card-head">
        <b title={say(item.title)}>{say(item.title)}</b>
        {!item.isShipped && <Tag>{t("pack.card.own")}</Tag>}
        <StateTag item={item} />
      </span>
      <span className="cw-pack-card-about">{say(item.about)}</span>
      {item.lacking.length > 0 ? (
        <span className="cw-tone-contra">{t("pack.card.lacking", { kinds })}</span>
      ) : (
        <LastRun lastRun={item.lastRun} />
      )}
    </button>
  );
}
