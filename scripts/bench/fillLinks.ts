// A workspace whose accounts are joined by given edges, one transfer each.
import { openWorkspaceFile } from "../../electron/engine/store/sqlite/open.ts";
import { beginSource, finishSource, writeEntities, writeRows } from "./filledSource.ts";

interface Ends {
  readonly nodes: number;
  readonly from: Int32Array;
  readonly to: Int32Array;
}

const into = "edge (from_id, to_id, kind, source_id, directed, count, sum, first_at, last_at)";

/** Parallel edges become one; written in the order of the table's key. */
export function fillLinks(path: string, { nodes, from, to }: Ends): void {
  const db = openWorkspaceFile(path);
  const source = beginSource(db, "transfer");
  writeEntities(db, source, "account", 1, nodes, (i) => `621700${String(1_000_000_000_000 + i * 7919)}`);
  const keys = Float64Array.from(from, (each, i) => each * nodes + to[i]!).sort();
  const distinct = keys.filter((key, i) => i === 0 || key !== keys[i - 1]);
  const indexes = [["edge_to", "edge (to_id, from_id, kind)"]] as const;
  writeRows(db, into, indexes, distinct.length, (row) => {
    const key = distinct[row - 1]!;
    return [Math.floor(key / nodes) + 1, (key % nodes) + 1, "transfer", source, 1, 1, 100, 0, 0];
  });
  finishSource(db, source, distinct.length);
  db.close();
}
