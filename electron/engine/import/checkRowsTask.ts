// The child's side of a correction: which of the corrected rows would still be rejected, and why. Stores nothing.

import { FactSink } from "../../../shared/import/factSink.ts";
import type { RowNote } from "../../../shared/import/facts.ts";
import type { StoredSheet } from "../../../shared/import/messages.ts";
import { compileSheet, rowsUnderHeading } from "./parseTask.ts";
import { prepareStored } from "./storedSheet.ts";

/** Notes of the rows that would not be stored; `row` counts the given rows from 1. */
export async function checkRowsTask(stored: StoredSheet): Promise<readonly RowNote[]> {
  const sheet = await prepareStored(stored);
  const compiled = compileSheet(sheet, null);
  const notes: RowNote[] = [];
  let row = 0;
  for await (const rows of rowsUnderHeading(sheet)) {
    compiled.lookAhead(() => undefined);
    for (const { cells } of rows) {
      row += 1;
      const note = compiled.apply(cells, row, undefined, new FactSink(1));
      if (note !== null) notes.push(note);
    }
  }
  return notes;
}
