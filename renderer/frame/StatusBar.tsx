// The status bar: where the graph lives, counts, the selection, the audit chain, offline. No messages here.
import { useEffect, useState } from "react";
import { useWords } from "../i18n/index.ts";
import { formatCount, Icon } from "../parts/index.ts";
import { type ConnectionState, engine } from "../rpc/engine.ts";
import { goTo } from "../state/navigation.ts";
import { useSelection } from "../state/selection.ts";
import { sumOf, useWorkspace } from "../state/workspace.ts";

function useConnection(): ConnectionState {
  const [connection, setConnection] = useState<ConnectionState>("connecting");
  useEffect(() => engine.onConnection(setConnection), []);
  return connection;
}

function Counts() {
  const t = useWords();
  const info = useWorkspace((state) => state.info);
  if (info === null) return null;
  const counts: readonly (readonly [string, number])[] = [
    [t("frame.status.cases"), info.entities.case ?? 0],
    [t("frame.status.entities"), sumOf(info.entities)],
    [t("frame.status.events"), sumOf(info.events)],
    [t("frame.status.sources"), info.sources],
  ];
  return counts.map(([word, count]) => (
    <span key={word}>
      {word} <b>{formatCount(count)}</b>
    </span>
  ));
}

export function StatusBar() {
  const t = useWords();
  const connection = useConnection();
  const info = useWorkspace((state) => state.info);
  const selected = useSelection((state) => state.entities.length);
  const isLost = connection === "disconnected";
  return (
    <footer className="cw-status">
      <span className={isLost ? "cw-tone-contra" : ""}>
        <i className={`cw-dot ${isLost ? "cw-dot-contra" : "cw-dot-plus"}`} />
        {isLost ? t("frame.status.disconnected") : t("frame.status.local")}
      </span>
      <Counts />
      <span className="cw-status-gap" />
      {selected > 0 && (
        <span className="cw-tone-accent">
          <Icon name="pointer" size={13} /> {t("frame.status.selected", { count: selected })}
        </span>
      )}
      {info !== null && (
        <button type="button" className={info.auditIntact ? "" : "cw-tone-contra"} onClick={() => goTo("audit")}>
          <Icon name="shield" size={13} /> {info.auditIntact ? t("frame.status.auditIntact") : t("frame.status.auditBroken")}
        </button>
      )}
      <span title={t("frame.status.offlineHint")}>
        <Icon name="cloudOff" size={13} /> {t("frame.status.offline")}
      </span>
    </footer>
  );
}
