// What this unit is called in what it sends: as somebody wrote it, else as the workspace's file is called.
import { basename, extname } from "node:path";
import type { ReadContext } from "../../handler.ts";
import { readMeta } from "../../store/sqlite/tables/meta.ts";

export const unitKey = "unitName";

export function unitOf({ db, workspace }: Pick<ReadContext, "db" | "workspace">): string {
  const file = basename(workspace.path);
  return readMeta(db, unitKey) ?? (file.slice(0, file.length - extname(file).length) || file);
}
