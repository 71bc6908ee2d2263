// Where graph questions go, and the way to another place.
import { useEffect, useState } from "react";
import { useWords } from "../../i18n/index.ts";
import { Button, Panel, Tag } from "../../parts/index.ts";
import { disconnectGraph, forgetServer, readGraphState, useGraphServer } from "../../state/graphServer.ts";
import { reportError } from "../../state/toasts.ts";
import { GraphServerDialog } from "./GraphServerDialog.tsx";

const storeKeys = { workspace: "graph.store.workspace", pushed: "graph.store.pushed", foreign: "graph.store.foreign" } as const;

export function GraphServerPanel() {
  const t = useWords();
  const graph = useGraphServer((state) => state.graph);
  const [isOpen, setOpen] = useState(false);
  useEffect(() => void readGraphState().catch(reportError), []);
  const store = graph?.store ?? "workspace";
  const close = () => {
    forgetServer();
    setOpen(false);
  };
  return (
    <Panel title={t("graph.panel.title")}>
      <div className="cw-setting">
        <div>
          <h3>{t(storeKeys[store])}</h3>
          <p>{store === "workspace" ? t("graph.panel.note") : (graph?.uri ?? "")}</p>
        </div>
        {store !== "workspace" && <Tag tone="accent">Neo4j</Tag>}
      </div>
      <div className="cw-setting cw-graph-actions">
        <Button icon="database" onClick={() => setOpen(true)}>
          {t("graph.panel.open")}
        </Button>
        {store !== "workspace" && <Button onClick={() => void disconnectGraph().catch(reportError)}>{t("graph.panel.disconnect")}</Button>}
      </div>
      {isOpen && <GraphServerDialog onClose={close} />}
    </Panel>
  );
}
