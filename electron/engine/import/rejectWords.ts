// Words of the reject file.
import { type RowReason, rowReasons } from "../../../shared/import/facts.ts";
import type { Sentence } from "../../words.ts";
import type { RejectWords } from "./readers/rejectFile.ts";

const reasonKeys = Object.fromEntries(rowReasons.map((reason) => [reason, `import.reason.${reason}`])) as Record<RowReason, string>;

export function rejectWords(say: Sentence): RejectWords {
  return {
    headings: [
      say("import.rejectFile.source"),
      say("import.rejectFile.row"),
      say("import.rejectFile.column"),
      say("import.rejectFile.reason"),
    ],
    reason: (note) => say(reasonKeys[note.reason]),
  };
}
