// How people and things of a ring are named everywhere: glyph and label, opened on a chart by a click; a ring by its name.
import { Fragment } from "react";
import type { NamedEntity, RingItem } from "../../../shared/group/ringCalls.ts";
import { ringTitle } from "../../../shared/group/ringName.ts";
import { nameOf, numbersTitle } from "../../i18n/entityNames.ts";
import { useWords } from "../../i18n/index.ts";
import { EntityLabel, KindGlyph } from "../../parts/index.ts";
import { goTo } from "../../state/navigation.ts";

export function EntityButton({ one }: { readonly one: NamedEntity }) {
  const t = useWords();
  return (
    <button type="button" className="cw-entity" title={numbersTitle(t, one)} onClick={() => goTo("chart", one.entity)}>
      <KindGlyph kind={one.kind} size={15} /> <EntityLabel kind={one.kind} label={nameOf(one)} />
    </button>
  );
}

export const EntityButtons = ({ all }: { readonly all: readonly NamedEntity[] }) => (
  <span className="cw-ring-entities">
    {all.map((one) => (
      <EntityButton key={one.entity} one={one} />
    ))}
  </span>
);

export function Names({ all }: { readonly all: readonly NamedEntity[] }) {
  const t = useWords();
  return all.map((one, i) => (
    <Fragment key={one.entity}>
      {i > 0 && t("ring.list.and")}
      {nameOf(one)}
    </Fragment>
  ));
}

/** As every page, list and file calls it. */
export function useRingTitle(): (ring: Pick<RingItem, "namedBy" | "title" | "people">) => string {
  const t = useWords();
  return (ring) => ringTitle(t, ring);
}
