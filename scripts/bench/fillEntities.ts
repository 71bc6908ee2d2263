// A workspace with many entities, written through the same tables and search index as an import.

import { openWorkspaceFile } from "../../electron/engine/store/sqlite/open.ts";
import { EntityWriter } from "../../electron/engine/store/sqlite/tables/entity.ts";
import { indexEntities } from "../../electron/engine/store/sqlite/tables/searchIndex.ts";
import { insertLoadingSource, markSourceReady } from "../../electron/engine/store/sqlite/tables/source.ts";
import type { Mapping } from "../../shared/import/mapping.ts";
import { seededRandom } from "../../shared/random.ts";

const surnames = [..."王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗"];
const given = [..."芳伟敏静磊军洋勇艳杰娟涛明超秀英华慧强平"];
const batch = 5000;

export function fillEntities(path: string, count: number): void {
  const random = seededRandom(7);
  const pick = (list: readonly string[]) => list[Math.floor(random() * list.length)]!;
  const connection = openWorkspaceFile(path);
  const mapping: Mapping = { name: "bench", rowKind: "entity", columns: {} };
  const start = {
    ordinal: 0,
    name: "bench.csv",
    path: "",
    entry: null,
    sheet: null,
    size: 0,
    sha256: "0",
    encoding: null,
    headerRow: 1,
    headings: [],
    layout: "bench",
    confidence: 1,
    doubts: [],
    banner: {},
    mapping,
  };
  const id = connection.write((db) => insertLoadingSource(db, start, "bench", 0, { corrects: null, keyId: null }));
  const writer = new EntityWriter(id);
  for (let from = 0; from < count; from += batch) {
    const entities = Array.from({ length: Math.min(batch, count - from) }, (_, i) => makeEntity(from + i, random, pick));
    connection.write((db) => {
      const ids = writer.resolve(db, { entities });
      indexEntities(db, ids, () => true);
    });
  }
  connection.write((db) =>
    markSourceReady(db, id, { read: count, stored: count, rejected: 0, skipped: 0, twins: 0, totals: "[]", facts: "{}", doubts: "[]" }),
  );
  connection.close();
}

function makeEntity(i: number, random: () => number, pick: (list: readonly string[]) => string) {
  const name = `${pick(surnames)}某${pick(given)}`;
  const kinds = [
    () => ({ kind: "account", key: `6217${String(100000000000000 + i * 7919).slice(0, 15)}`, label: name }),
    () => ({
      kind: "phone",
      key: `1${3 + Math.floor(random() * 7)}${String(i * 104729 + 1)
        .padStart(9, "0")
        .slice(-9)}`,
      label: "",
    }),
    () => ({ kind: "person", key: `3412${String(10000000000000 + i * 31)}`, label: name }),
    () => ({ kind: "netid", key: `host-${i.toString(36)}.example`, label: i % 1000 === 0 ? "惠享购" : "" }),
  ];
  return { ...kinds[i % kinds.length]!(), row: i + 1 };
}
