// Rows that a person typed, as a sheet: kept and cited like those of a file.
import type { TypedSheet } from "../../../shared/import/messages.ts";
import type { PreparedSheet } from "./preparedSheet.ts";
import type { RawRow } from "./readers/rowSource.ts";
import { describeRows } from "./storedSheet.ts";

async function* rowsOf({ headings, rows }: TypedSheet): AsyncGenerator<RawRow[]> {
  yield [headings, ...rows].map((cells, i) => ({ line: i + 1, cells: [...cells] }));
}

export function prepareTyped(typed: TypedSheet): PreparedSheet {
  const { name, headings, rows, mapping } = typed;
  const identity = { ...describeRows([headings, ...rows]), file: name, path: name, sheet: null, delimiter: null, doubts: [] };
  return {
    source: { ...identity, rows: () => rowsOf(typed) },
    key: "",
    sample: [headings, ...rows],
    isGiven: true,
    known: null,
    recognition: {
      layout: mapping.name,
      confidence: 1,
      sure: true,
      doubts: [],
      mapping,
      headerRow: 1,
      headings: [...headings],
      banner: new Map(),
      alternatives: new Map(),
    },
  };
}
