// Entry of a job's child process. Forked by Node, the task runs in a thread of its own and this one only carries messages:
// a thread that computes cannot write to a pipe at the same time, and the engine would wait for every batch.
import { Worker } from "node:worker_threads";
import { electronParentPort } from "../hostPort.ts";
import { runTasks } from "./child.ts";

const electronParent = electronParentPort();
const heapMegabytes = 6144;

function startThread(): Worker {
  const entry = new URL(import.meta.url.endsWith(".ts") ? "./taskThread.ts" : "./taskThread.js", import.meta.url);
  return new Worker(entry, { resourceLimits: { maxOldGenerationSizeMb: heapMegabytes } });
}

function carryMessages(): void {
  const thread = startThread();
  process.on("message", (message) => thread.postMessage(message));
  process.on("disconnect", () => process.exit(0));
  thread.on("message", (message) => void process.send?.(message));
  thread.on("error", () => process.exit(1));
  thread.on("exit", () => process.exit(1));
}

if (electronParent) {
  // Forked by the desktop's main process, which hands over a port straight to the engine.
  electronParent.on("message", ({ ports: [port] }) => {
    if (!port) return;
    port.on("close", () => process.exit(0));
    runTasks({
      post: (message) => port.postMessage(message),
      onMessage: (listener) => port.on("message", (event) => listener(event.data)),
    });
    port.start();
  });
} else carryMessages();
