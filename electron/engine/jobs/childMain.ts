// Entry of a job's child process: waits for one task, runs it, sends what it emits, ends.
import { type ParentPort, runTasks } from "./child.ts";

interface ElectronParentPort {
  postMessage(message: unknown): void;
  on(event: "message", listener: (event: { data: unknown }) => void): void;
}

/** Forked by Node the parent is behind `process.send`; forked by Electron behind `process.parentPort`. */
function parentPort(): ParentPort {
  const electronPort = (process as unknown as { parentPort?: ElectronParentPort }).parentPort;
  if (electronPort) {
    return { post: (message) => electronPort.postMessage(message), onMessage: (listener) => electronPort.on("message", (event) => listener(event.data)) };
  }
  process.on("disconnect", () => process.exit(0));
  return { post: (message) => void process.send?.(message), onMessage: (listener) => void process.on("message", listener) };
}

runTasks(parentPort());
