// Entry of a job's child process: waits for one task, runs it, sends what it emits, ends.
import { electronParentPort } from "../hostPort.ts";
import { runTasks } from "./child.ts";

const electronParent = electronParentPort();

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
} else {
  process.on("disconnect", () => process.exit(0));
  runTasks({ post: (message) => void process.send?.(message), onMessage: (listener) => void process.on("message", listener) });
}
