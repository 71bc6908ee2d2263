// What a number of which only the ends are written may be: candidates to look at, none of them taken as said.
import type { ClueCandidates } from "../../../../shared/review/assess/candidates.ts";
import { entityName, holderOf } from "../../../i18n/entityNames.ts";
import { useWords } from "../../../i18n/index.ts";
import { KindGlyph } from "../../../parts/index.ts";
import { goTo } from "../../../state/navigation.ts";

export interface Ticks {
  readonly ticked: ReadonlySet<string>;
  readonly onTick: (entity: string) => void;
}

function Candidate({ one, ticked, onTick }: { readonly one: ClueCandidates["items"][number] } & Ticks) {
  const t = useWords();
  const { entity, kind, label, caseCount } = one;
  return (
    <li className="cw-assess-entity">
      <input
        type="checkbox"
        checked={ticked.has(entity)}
        aria-label={t("assess.entity.tick", { label: entityName(entity, label) })}
        onChange={() => onTick(entity)}
      />
      <KindGlyph kind={kind} size={18} />
      <button type="button" className="cw-entity" title={t("frame.identify.onChart")} onClick={() => goTo("chart", entity)}>
        <b className="cw-label">{entityName(entity, label)}</b>
        <span className="cw-quiet">{holderOf(entity, label)}</span>
      </button>
      <span className="cw-assess-end cw-small cw-quiet">
        {[t("assess.candidate.tag"), ...(caseCount > 0 ? [t("assess.found.cases", { count: caseCount })] : [])].join(" · ")}
      </span>
    </li>
  );
}

export function CandidateList({ candidates, ...ticks }: { readonly candidates: readonly ClueCandidates[] } & Ticks) {
  const t = useWords();
  return candidates.map(({ start, written, items, count }) => (
    <div key={start}>
      <h3 className="cw-assess-sub">
        {count === 0 ? t("assess.candidate.none", { written }) : t("assess.candidate.title", { written, count, shown: items.length })}
      </h3>
      <ul className="cw-assess-items">
        {items.map((one) => (
          <Candidate key={one.entity} one={one} {...ticks} />
        ))}
      </ul>
    </div>
  ));
}
