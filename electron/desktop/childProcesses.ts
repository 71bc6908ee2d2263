// Job children: utility processes forked when the engine asks, each joined to the engine by a port of its own.
import { fileURLToPath } from "node:url";
import { MessageChannelMain, type UtilityProcess, utilityProcess } from "electron";
import type { FromHost, ToHost } from "../engine/hostMessages.ts";

const childMain = fileURLToPath(new URL("./childMain.js", import.meta.url));
/** The same cap as under plain Node (electron/engine/jobs/spawn.ts). */
const heapLimit = "--max-old-space-size=6144";

export interface JobChildren {
  handle(message: Extract<FromHost, { type: "fork" | "kill" }>): void;
  killAll(): void;
}

export function createJobChildren(engine: UtilityProcess): JobChildren {
  const children = new Map<number, UtilityProcess>();
  const fork = (id: number) => {
    const child = utilityProcess.fork(childMain, [], { serviceName: "caseweave-job", stdio: "ignore", execArgv: [heapLimit] });
    const { port1, port2 } = new MessageChannelMain();
    children.set(id, child);
    child.on("exit", (code) => {
      if (children.delete(id)) engine.postMessage({ type: "exited", id, code } satisfies ToHost);
    });
    child.postMessage(null, [port2]);
    engine.postMessage({ type: "forked", id } satisfies ToHost, [port1]);
  };
  return {
    handle: ({ type, id }) => (type === "fork" ? fork(id) : void children.get(id)?.kill()),
    killAll() {
      const all = [...children.values()];
      children.clear();
      for (const child of all) child.kill();
    },
  };
}
