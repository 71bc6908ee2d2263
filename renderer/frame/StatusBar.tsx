// The status bar: where the graph lives, counts, the selection, the audit chain, offline. No messages here.
import { useEffect, useState } from "react";
import { useWords } from "../i18n/index.ts";
import { formatCount, Icon } from "../parts/index.ts";
import { type ConnectionState, engine } from "../rpc/engine.ts";
import { readGraphState, useGraphServer } from "../state/graphServer.ts";
import { goTo } from "../state/navigation.ts";
import { useSelection } from "../state/selection.ts";
import { caseCountOf, sumOf, useWorkspace } from "../state/workspace.ts";

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
    [t("frame.status.cases"), caseCountOf(info)],
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

/** Which graph answers: the workspace's own, or one on a server. */
function GraphPlace() {
  const t = useWords();
  const graph = useGraphServer((state) => state.graph);
  const version = useWorkspace((state) => state.info?.dataVersion);
  // biome-ignore lint/correctness/useExhaustiveDependencies: read again when the workspace is another or has changed
  useEffect(() => void readGraphState().catch(() => undefined), [version]);
  const store = graph?.store ?? "workspace";
  if (store === "workspace")
    return (
      <span>
        <i className="cw-dot cw-dot-plus" />
        {t("frame.status.local")}
      </span>
    );
  const server = (graph?.uri ?? "").replace(/^[a-z0-9+]+:\/\//, "");
  return (
    <button type="button" title={t("frame.status.graphHint")} onClick={() => goTo("settings")}>
      <i className="cw-dot cw-dot-accent" />
      {store === "pushed" ? t("frame.status.graphPushed", { server }) : t("frame.status.graphForeign", { server })}
    </button>
  );
}

/** Said only while it is so: a graph server is reached over the network. */
function OfflineMark() {
  const t = useWords();
  const isLocal = useGraphServer((state) => (state.graph?.store ?? "workspace") === "workspace");
  if (!isLocal) return null;
  return (
    <span title={t("frame.status.offlineHint")}>
      <Icon name="cloudOff" size={13} /> {t("frame.status.offline")}
    </span>
  );
}

const auditWords: Readonly<Record<string, string>> = {
  true: "frame.status.auditIntact",
  false: "frame.status.auditBroken",
  null: "frame.status.auditWalked",
};

export function StatusBar() {
  const t = useWords();
  const connection = useConnection();
  const info = useWorkspace((state) => state.info);
  const selected = useSelection((state) => state.entities.length);
  const isLost = connection === "disconnected";
  return (
    <footer className="cw-status">
      {isLost ? (
        <span className="cw-tone-contra">
          <i className="cw-dot cw-dot-contra" />
          {t("frame.status.disconnected")}
        </span>
      ) : (
        <GraphPlace />
      )}
      <Counts />
      <span className="cw-status-gap" />
      {selected > 0 && (
        <span className="cw-tone-accent">
          <Icon name="pointer" size={13} /> {t("frame.status.selected", { count: selected })}
        </span>
      )}
      {info !== null && (
        <button type="button" className={info.auditIntact === false ? "cw-tone-contra" : ""} onClick={() => goTo("audit")}>
          <Icon name="shield" size={13} /> {t(auditWords[String(info.auditIntact)]!)}
        </button>
      )}
      <OfflineMark />
    </footer>
  );
}
