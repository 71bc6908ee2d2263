// How a job's child process is started. Plain Node forks; the desktop shell passes its own way (a utility process forked by main).
import { fork } from "node:child_process";

/** The engine's end of a child: messages both ways, its end, and a way to end it at once. */
export interface ChildHandle {
  post(message: unknown): void;
  onMessage(listener: (message: unknown) => void): void;
  onExit(listener: (code: number | null) => void): void;
  kill(): void;
}

export type SpawnChild = () => Promise<ChildHandle>;

/** Beside this file as source, beside the bundle once built. */
const childMain = new URL(import.meta.url.endsWith(".ts") ? "./childMain.ts" : "./childMain.js", import.meta.url);

/** A cap on the child's heap, so that a runaway computation ends there and not in the machine. */
const heapLimitMegabytes = 6144;

export const forkChild: SpawnChild = async () => {
  const child = fork(childMain, [], {
    serialization: "advanced",
    execArgv: [`--max-old-space-size=${heapLimitMegabytes}`, "--disable-warning=ExperimentalWarning"],
    stdio: ["ignore", "ignore", "inherit", "ipc"],
  });
  child.on("error", () => child.kill("SIGKILL"));
  return {
    post: (message) => void child.send(message as never, () => {}),
    onMessage: (listener) => void child.on("message", listener),
    onExit: (listener) => void child.on("exit", listener),
    kill: () => void child.kill("SIGKILL"),
  };
};
