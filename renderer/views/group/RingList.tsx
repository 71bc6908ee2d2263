// All rings at the left: people, cases, loss, who does what, how firmly it holds.
import type { RingItem, RingSort } from "../../../shared/group/ringCalls.ts";
import { useWords } from "../../i18n/index.ts";
import { EmptyState, Skeleton } from "../../parts/index.ts";
import { goTo } from "../../state/navigation.ts";
import { firmStability, roleKeys, sortKeys, sortRings, useRings } from "../../state/rings.ts";
import { FindingList } from "../review/exchange/FindingList.tsx";
import { GroupTabs } from "./GroupTabs.tsx";
import { useHeadlineMoney } from "./headlineMoney.ts";
import { Names, useRingTitle } from "./ringNames.tsx";

const shownRoles = 4;

export function RoleLines({ ring }: { readonly ring: RingItem }) {
  const t = useWords();
  return (
    <dl className="cw-ring-roles">
      {ring.roles.slice(0, shownRoles).map(({ role, count, named }) => (
        <div key={role}>
          <dt>{t(roleKeys[role])}</dt>
          <dd>
            <Names all={named} /> {count > named.length && t("ring.list.more", { n: count })}
          </dd>
        </div>
      ))}
    </dl>
  );
}

function RingRow({ ring, isSelected }: { readonly ring: RingItem; readonly isSelected: boolean }) {
  const t = useWords();
  const money = useHeadlineMoney();
  const title = useRingTitle();
  return (
    <button type="button" className="cw-ring-row" aria-current={isSelected} onClick={() => goTo("group", ring.ring)}>
      <span className="cw-ring-head">
        <span className="cw-ring-name">
          <b>{ring.ring}</b> {title(ring)}
        </span>
        <span className={`cw-number cw-small ${ring.stability < firmStability ? "cw-tone-minus" : "cw-second"}`}>
          {t("ring.list.stability", { value: ring.stability.toFixed(2) })}
        </span>
      </span>
      <span className="cw-quiet cw-small">
        {t("ring.list.line", { people: ring.people, cases: ring.cases.length, loss: money(ring.loss) })}
      </span>
      <RoleLines ring={ring} />
    </button>
  );
}

export function RingList({ list, selected }: { readonly list: readonly RingItem[] | null; readonly selected: string }) {
  const t = useWords();
  const sort = useRings((state) => state.sort);
  return (
    <nav className="cw-series-list" data-panel="" tabIndex={-1} aria-label={t("ring.list.title")}>
      <header>
        <GroupTabs tab="rings" />
        <select value={sort} aria-label={t("ring.sort.name")} onChange={(event) => sortRings(event.target.value as RingSort)}>
          {(Object.keys(sortKeys) as RingSort[]).map((key) => (
            <option key={key} value={key}>
              {t(sortKeys[key])}
            </option>
          ))}
        </select>
      </header>
      <div className="cw-series-rows">
        <FindingList kind="ring" selected={selected} />
        {list === null && <Skeleton rows={10} tall />}
        {list?.length === 0 && (
          <EmptyState icon="topology" title={t("ring.empty.title")}>
            {t("ring.empty.why")}
          </EmptyState>
        )}
        {list?.map((ring) => (
          <RingRow key={ring.ring} ring={ring} isSelected={ring.ring === selected} />
        ))}
      </div>
      <footer className="cw-small cw-second">{t("ring.list.note")}</footer>
    </nav>
  );
}
