// What expanding would add, before anything is added: counts by kind and direction, what is there already, what is public and left out.
import { useEffect, useState } from "react";

import type { ExpandChoice, NeighbourCount } from "../../../shared/chart/calls.ts";
import { drawnWith } from "../../../shared/chart/drawn/mergeRecords.ts";

import { entityName } from "../../i18n/entityNames.ts";
import { hubKeys } from "../../i18n/hubs.ts";
import { type Translate, useWords } from "../../i18n/index.ts";
import { kindKeys, wordOf } from "../../i18n/vocabulary.ts";
import { Button, EntityLabel, ErrorPanel, formatCount, IconButton, KindGlyph, Segmented, Skeleton, Tag } from "../../parts/index.ts";
import { type Menu, showMenu, useChart } from "../../state/chart.ts";
import { addableOf, expandEntity, firstTicks, groupKey, hubWarningAbove } from "../../state/chartExpand.ts";
import { reportError } from "../../state/toasts.ts";
import { useCall } from "../../state/useCall.ts";
import { groupWord } from "./stepWords.ts";
import "./expandMenu.css";

const sampleSize = 20;
const mostAtOnce = 5000;

interface GroupRowProps {
  readonly group: NeighbourCount;
  readonly isTicked: boolean;
  readonly onToggle: () => void;
}

function GroupRow({ group, isTicked, onToggle }: GroupRowProps) {
  const t = useWords();
  const isAllThere = group.onChart >= group.count && group.count > 0;
  return (
    <label className="cw-expand-row">
      <input type="checkbox" checked={isTicked} disabled={isAllThere} onChange={onToggle} />
      <KindGlyph kind={group.kind} size={16} />
      <span className="cw-expand-word">
        {t("chart.expand.group", { link: groupWord(t, group.link, group.direction), kind: wordOf(t, kindKeys, group.kind) })}
        {group.publicCount > 0 && <small>{t("chart.expand.public", { n: formatCount(group.publicCount) })}</small>}
      </span>
      <span className="cw-quiet cw-small">
        {isAllThere ? t("chart.expand.allThere") : group.onChart > 0 ? t("chart.expand.there", { n: formatCount(group.onChart) }) : ""}
      </span>
      <b className="cw-number">{formatCount(group.count)}</b>
    </label>
  );
}

const choicesOf = (t: Translate): readonly { readonly value: ExpandChoice; readonly text: string }[] => [
  { value: "strongest", text: t("chart.expand.strongest") },
  { value: "newest", text: t("chart.expand.newest") },
  { value: "shared", text: t("chart.expand.shared") },
];

interface FootProps {
  readonly menu: Menu;
  readonly ticked: readonly NeighbourCount[];
}

/** Adds what is ticked; a crowd asks first and proposes the strongest few. */
function ExpandFoot({ menu, ticked }: FootProps) {
  const t = useWords();
  const [withPublic, setWithPublic] = useState(false);
  const [isBusy, setBusy] = useState(false);
  const [choose, setChoose] = useState<ExpandChoice>("strongest");
  const adding = ticked.reduce((sum, group) => sum + addableOf(group, withPublic), 0);
  const hasPublic = ticked.some((group) => group.publicCount > 0);
  const isCrowd = adding > hubWarningAbove;
  const add = (limit: number) => {
    setBusy(true);
    expandEntity({ ref: menu.ref, groups: ticked, limit, withPublic, choose })
      .catch(reportError)
      .finally(() => setBusy(false));
  };
  return (
    <>
      {isCrowd && <p className="cw-expand-warning">{t("chart.expand.crowd", { n: formatCount(adding) })}</p>}
      {hasPublic && (
        <label className="cw-expand-public">
          <input type="checkbox" checked={withPublic} onChange={() => setWithPublic(!withPublic)} />
          {t("chart.expand.withPublic")}
        </label>
      )}
      {adding > sampleSize && (
        <div className="cw-expand-choice">
          <Segmented label={t("chart.expand.choose")} value={choose} options={choicesOf(t)} onChange={setChoose} />
        </div>
      )}
      <footer>
        <span className="cw-small cw-second">{t("chart.expand.willAdd", { n: formatCount(adding) })}</span>
        <Button small tone={isCrowd ? "primary" : "normal"} disabled={adding === 0 || isBusy} onClick={() => add(sampleSize)}>
          {t("chart.expand.first", { n: sampleSize })}
        </Button>
        <Button
          small
          tone={isCrowd ? "normal" : "primary"}
          shortcut="↵"
          disabled={adding === 0 || isBusy}
          onClick={() => add(mostAtOnce)}
          autoFocus={!isCrowd}
        >
          {isCrowd ? t("chart.expand.addAll", { n: formatCount(adding) }) : t("chart.expand.add")}
        </Button>
      </footer>
    </>
  );
}

function ExpandBody({ menu }: { readonly menu: Menu }) {
  const t = useWords();
  const { nodes, identities } = useChart((state) => state.chart.model);
  const also = drawnWith(identities, menu.ref).slice(1);
  const { data, error } = useCall("chart.countNeighbours", { entity: menu.ref, also, present: [...nodes.keys()] });
  const [ticks, setTicks] = useState<ReadonlySet<string>>(new Set());
  useEffect(() => {
    if (data !== null) setTicks(firstTicks(data.counts));
  }, [data]);
  if (error !== null) return <ErrorPanel error={error} />;
  if (data === null) return <Skeleton rows={4} />;
  if (data.counts.length === 0) return <p className="cw-expand-none">{t("chart.expand.none")}</p>;
  const toggle = (key: string) => setTicks((old) => new Set(old.has(key) ? [...old].filter((other) => other !== key) : [...old, key]));
  return (
    <>
      {data.hub !== null && (
        <p className="cw-expand-hub">
          <Tag tone="warn">{t("chart.expand.hub")}</Tag>{" "}
          {t("chart.expand.hubNote", { n: formatCount(data.total), reason: wordOf(t, hubKeys, data.hub) })}
        </p>
      )}
      <div className="cw-expand-rows">
        {data.counts.map((group) => (
          <GroupRow key={groupKey(group)} group={group} isTicked={ticks.has(groupKey(group))} onToggle={() => toggle(groupKey(group))} />
        ))}
      </div>
      <ExpandFoot menu={menu} ticked={data.counts.filter((group) => ticks.has(groupKey(group)))} />
    </>
  );
}

const menuWidth = 310;
const menuHeight = 340;

export function ExpandMenu({ width, height }: { readonly width: number; readonly height: number }) {
  const t = useWords();
  const menu = useChart((state) => state.menu);
  const node = useChart((state) => (state.menu === null ? undefined : state.chart.model.nodes.get(state.menu.ref)));
  if (menu === null || node === undefined) return null;
  const left = Math.max(8, Math.min(menu.x + 26, width - menuWidth - 8));
  const top = Math.max(8, Math.min(menu.y - 20, height - menuHeight - 8));
  return (
    <div
      key={menu.ref}
      className="cw-expand"
      role="dialog"
      aria-label={t("chart.expand.title")}
      style={{ left, top }}
      onKeyDown={(event) => {
        if (event.key !== "Escape") return;
        event.stopPropagation();
        showMenu(null);
      }}
    >
      <header>
        <KindGlyph kind={node.kind} subtype={node.subtype} size={18} />
        <b>
          <EntityLabel kind={node.kind} label={entityName(node.ref, node.label)} />
        </b>
        <span className="cw-quiet cw-small">{t("chart.expand.note")}</span>
        <IconButton icon="cross" label={t("frame.action.close")} onClick={() => showMenu(null)} />
      </header>
      <ExpandBody menu={menu} />
    </div>
  );
}
