// Where this user's own data lies, by the custom of each system.
import { homedir } from "node:os";
import { join } from "node:path";

export function dataFolder(): string {
  const home = homedir();
  if (process.platform === "win32") return join(process.env.APPDATA ?? join(home, "AppData", "Roaming"), "Caseweave");
  if (process.platform === "darwin") return join(home, "Library", "Application Support", "Caseweave");
  return join(process.env.XDG_DATA_HOME || join(home, ".local", "share"), "caseweave");
}
