// The engine's utility process: started for a workspace, restarted when it dies, joined to the window by a port.
import { fileURLToPath } from "node:url";
import { MessageChannelMain, type UtilityProcess, utilityProcess, type WebContents } from "electron";
import { CaseweaveError, fromWire } from "../../shared/errors.ts";
import type { FromHost, ToHost } from "../engine/hostMessages.ts";
import { portDelivery } from "./channelNames.ts";
import { createJobChildren } from "./childProcesses.ts";

const hostMain = fileURLToPath(new URL("./host.js", import.meta.url));
/** After this many deaths within a minute the engine stays down: restarting it again would only hide the reason. */
const maxDeaths = 5;
const deathWindowMilliseconds = 60_000;
const closeMilliseconds = 5_000;

export interface EngineProcess {
  /** Resolves when the workspace is open, rejects with the reason when it cannot be opened. */
  open(workspacePath: string, key?: string | null): Promise<void>;
  /** Sends the page a port once the engine answers. */
  connect(contents: WebContents): void;
  close(): Promise<void>;
}

interface Running {
  readonly process: UtilityProcess;
  readonly opened: Promise<void>;
  isClosing: boolean;
}

export function createEngineProcess(clock: () => number, tellDead: () => void): EngineProcess {
  let running: Running | null = null;
  let deaths: number[] = [];
  const start = (workspacePath: string, key: string | null): Running => {
    const started = forkEngine(workspacePath, key, () => {
      if (started.isClosing) return;
      deaths = [...deaths.filter((at) => clock() - at < deathWindowMilliseconds), clock()];
      if (deaths.length < maxDeaths) running = start(workspacePath, key);
      else tellDead();
    });
    // Who waits for it hears of a refusal; a restart nobody waits for must not end the program.
    started.opened.catch(() => undefined);
    return started;
  };
  const close = async () => {
    const closing = running;
    running = null;
    if (closing) await closeEngine(closing);
  };
  return {
    async open(workspacePath, key = null) {
      await close();
      running = start(workspacePath, key);
      await running.opened;
    },
    connect(contents) {
      const wanted = running;
      wanted?.opened.then(() => wanted === running && handOver(wanted.process, contents)).catch(() => undefined);
    },
    close,
  };
}

function forkEngine(workspacePath: string, key: string | null, onDeath: () => void): Running {
  const child = utilityProcess.fork(hostMain, [], { serviceName: "caseweave-engine", stdio: "inherit" });
  const children = createJobChildren(child);
  const running: Running = {
    process: child,
    isClosing: false,
    opened: new Promise((resolve, reject) => {
      child.on("message", (message: FromHost) => {
        if (message.type === "opened") resolve();
        else if (message.type === "refused") {
          running.isClosing = true;
          reject(fromWire(message.error));
        } else if (message.type === "fork" || message.type === "kill") children.handle(message);
      });
      child.on("exit", (code) => {
        children.killAll();
        reject(new CaseweaveError("child-died", { task: "engine", code }));
        onDeath();
      });
    }),
  };
  child.postMessage({ type: "open", workspacePath, key } satisfies ToHost);
  return running;
}

function handOver(engine: UtilityProcess, contents: WebContents): void {
  if (contents.isDestroyed()) return;
  const { port1, port2 } = new MessageChannelMain();
  engine.postMessage({ type: "connect" } satisfies ToHost, [port1]);
  contents.postMessage(portDelivery, null, [port2]);
}

/** Lets it finish what it commits; ends it when it does not answer. */
async function closeEngine(running: Running): Promise<void> {
  running.isClosing = true;
  await new Promise<void>((resolve) => {
    const timer = setTimeout(resolve, closeMilliseconds);
    const done = () => {
      clearTimeout(timer);
      resolve();
    };
    running.process.on("message", (message: FromHost) => message.type === "closed" && done());
    running.process.on("exit", done);
    running.process.postMessage({ type: "close" } satisfies ToHost);
  });
  running.process.kill();
}
