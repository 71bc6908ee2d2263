// Whole resolution on invented people: found without labels, repeatable, exact keys kept, every score explained.
import { describe, expect, it } from "vitest";
import { explainRecords, restoreModel, storeModel } from "../../../shared/resolve/explainRecords.ts";
import type { ResolveRecord } from "../../../shared/resolve/personRecord.ts";
import { resolveRecords } from "../../../shared/resolve/resolveRecords.ts";
import { inventPeople, pairwiseF1 } from "./inventedPeople.ts";

const spell = (name: string) => name;
const resolve = (records: readonly ResolveRecord[]) => resolveRecords(records, { spell });

describe("resolveRecords", () => {
  it("finds the records of one person without being told any", () => {
    const records = inventPeople(300, 7);
    const { identityOf } = resolve(records);
    expect(
      pairwiseF1(
        records.map(({ person }) => person),
        identityOf,
      ),
    ).toBeGreaterThan(0.98);
  });

  it("gives the same answer for the same records", () => {
    const records = inventPeople(120, 8);
    const [once, again] = [resolve(records), resolve(records)];
    expect([...again.identityOf]).toEqual([...once.identityOf]);
    expect(again.pairs).toEqual(once.pairs);
  });

  it("joins equal identity numbers at once, but not under names that have nothing in common", () => {
    const number = "11010519491231002X";
    const people = [
      ["王小明", number],
      ["王小名", number],
      ["赵卫东", number],
      ["钱大海", null],
    ] as const;
    const records = people.map(
      ([name, identityNumber], entity): ResolveRecord => ({
        entity,
        source: 0,
        values: { "person.name": name, "person.sex": "男" },
        identityNumber,
      }),
    );
    expect([...resolve(records).identityOf]).toEqual([0, 0, 2, 3]);
  });

  it("keeps records of one entity in one identity", () => {
    const records = inventPeople(60, 10).map((record) => ({ ...record, entity: record.person }));
    const { identityOf } = resolve(records);
    const identities = new Map<number, Set<number>>();
    records.forEach(({ entity }, i) => {
      identities.set(entity, (identities.get(entity) ?? new Set()).add(identityOf[i]!));
    });
    expect([...identities.values()].every(({ size }) => size === 1)).toBe(true);
  });

  it("leaves people apart of whom nothing is known but a common name", () => {
    const records = Array.from(
      { length: 40 },
      (_, entity): ResolveRecord => ({
        entity,
        source: 0,
        values: { "person.name": entity % 2 ? "张伟" : `李${String.fromCharCode(0x4e00 + entity)}` },
        identityNumber: null,
      }),
    );
    expect([...resolve(records).identityOf]).toEqual(records.map((_, i) => i));
  });
});

describe("explainRecords", () => {
  it("adds prior and bars up to the score that clustering used, also from the stored model", () => {
    const records = inventPeople(200, 11);
    const { table, learned, pairs } = resolve(records);
    const stored = JSON.parse(JSON.stringify(storeModel(table, learned!)));
    const model = restoreModel(table, stored)!;
    for (const { a, b, bits } of pairs.slice(0, 50)) {
      const explained = explainRecords(table, model, records, a, b);
      expect(explained.total).toBeCloseTo(bits, 9);
      expect(explained.prior + explained.bars.reduce((sum, bar) => sum + bar.bits, 0)).toBeCloseTo(explained.total, 9);
    }
  });

  it("refuses a model of other records", () => {
    const { table, learned } = resolve(inventPeople(50, 12));
    expect(restoreModel(resolve(inventPeople(51, 13)).table, storeModel(table, learned!))).toBeNull();
  });

  it("marks two different identity numbers as a contradiction", () => {
    const records = inventPeople(100, 14).map((record, i) => {
      const identityNumber = i % 2 ? `n${i % 6}` : null;
      return {
        ...record,
        identityNumber,
        values: { ...record.values, ...(identityNumber ? { "person.identityNumber": `11010519491231${1000 + (i % 6)}` } : {}) },
      };
    });
    const { table, learned } = resolve(records);
    const bar = explainRecords(table, learned!.model, records, 1, 3).bars.find(({ field }) => field === "person.identityNumber");
    expect(bar?.sign).toBe("!");
  });
});
