// Opens the user's browser where there is a display.
import { spawn } from "node:child_process";

const openers: Readonly<Partial<Record<NodeJS.Platform, readonly string[]>>> = {
  darwin: ["open"],
  win32: ["cmd", "/c", "start", ""],
  linux: ["xdg-open"],
};

export function hasDisplay(): boolean {
  if (process.platform !== "linux") return !process.env.SSH_CONNECTION;
  return Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
}

/** A machine without an opener is no error: the address was printed. */
export function openBrowser(path: string): void {
  const [command, ...parameters] = openers[process.platform] ?? ["xdg-open"];
  const child = spawn(command ?? "xdg-open", [...parameters, path], { stdio: "ignore", detached: true });
  child.on("error", () => undefined);
  child.unref();
}
