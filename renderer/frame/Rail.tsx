// The rail: overview, the seven stages in pipeline order, audit and settings at the foot. A badge counts judgements waiting, never news.

import { stages } from "../../shared/stages.ts";
import type { WorkspaceInfo } from "../../shared/workspace/calls.ts";
import { useWords } from "../i18n/index.ts";
import { Icon } from "../parts/index.ts";
import { goTo, useNavigation, type ViewName } from "../state/navigation.ts";
import { useWorkspace } from "../state/workspace.ts";
import { viewLooks } from "../views/viewLook.ts";
import { LogoMark } from "./LogoMark.tsx";

const waitingCounts: Readonly<Partial<Record<ViewName, (info: WorkspaceInfo) => number>>> = {
  link: (info) => info.pairsWaiting,
};

function RailItem({ name }: { readonly name: ViewName }) {
  const t = useWords();
  const isCurrent = useNavigation((state) => state.place.view === name);
  const info = useWorkspace((state) => state.info);
  const waiting = info === null ? 0 : (waitingCounts[name]?.(info) ?? 0);
  const word = t(viewLooks[name].word);
  return (
    <button type="button" className="cw-rail-item" aria-current={isCurrent ? "page" : undefined} onClick={() => goTo(name)}>
      <Icon name={viewLooks[name].icon} size={20} />
      <span>{word}</span>
      {waiting > 0 && (
        <b className="cw-rail-badge" title={t("frame.rail.waiting", { count: waiting })}>
          {waiting > 99 ? "99+" : waiting}
        </b>
      )}
    </button>
  );
}

export function Rail() {
  const t = useWords();
  return (
    <nav className="cw-rail" aria-label={t("frame.rail.label")} data-panel="" tabIndex={-1}>
      <LogoMark />
      <RailItem name="overview" />
      <hr />
      {stages.map((stage) => (
        <RailItem key={stage} name={stage} />
      ))}
      <div className="cw-rail-gap" />
      <RailItem name="audit" />
      <RailItem name="settings" />
    </nav>
  );
}
