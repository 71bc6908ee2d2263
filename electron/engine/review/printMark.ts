// What stands at the foot of every printed page: when, and the audit entry that tells who. No name of a machine or of its user leaves with a page.
import { isoTime } from "../../../shared/model/time.ts";
import { openMasker } from "../../../shared/review/masker.ts";
import type { Say } from "../../../shared/review/paper/say.ts";
import type { JobContext } from "../handler.ts";
import { readAuditHead } from "../store/sqlite/tables/audit.ts";

const shownHash = 12;

/** A session is masked when its call asked for it. */
export const isMaskedSession = ({ show }: Pick<JobContext, "show">): boolean => show !== openMasker;

export function printMark(context: Pick<JobContext, "db" | "clock" | "show">, say: Say): string {
  const head = readAuditHead(context.db);
  const at = isoTime(context.clock()).slice(0, 16).replace("T", " ");
  const mark = say("export.mark.line", { at, entry: head?.sequence ?? 0, hash: (head?.hash ?? "").slice(0, shownHash) });
  return isMaskedSession(context) ? `${mark} · ${say("export.mark.masked")}` : mark;
}
