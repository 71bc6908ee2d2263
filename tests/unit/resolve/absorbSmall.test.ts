// Sparse records find the person whose records together say what they say; not where a number stands between.
import { describe, expect, it } from "vitest";
import type { ResolveRecord } from "../../../shared/resolve/personRecord.ts";
import { resolveRecords } from "../../../shared/resolve/resolveRecords.ts";
import { inventPeople } from "./inventedPeople.ts";

const spell = (name: string) => name;

/** Many people, and one with six records: each of them agrees with the sparse one in little. */
function withSparse(identityNumber: string | null): { records: ResolveRecord[]; sparse: number; owner: number } {
  const crowd = inventPeople(150, 21).map(({ person: _, ...record }) => record);
  const truth = {
    "person.givenName": "quill",
    "person.surname": "overmoor",
    "person.address.city": "kotenvo",
    "person.birthDate": "1971-03-09",
    "person.phone": "13900001111",
  };
  const names = Object.keys(truth) as (keyof typeof truth)[];
  const copies = Array.from({ length: 6 }, (_, i) => {
    const values: Record<string, string> = { ...truth };
    delete values[names[i % 2 === 0 ? 4 : 3]!];
    return values;
  });
  const sparse = { "person.surname": "overmor", "person.birthDate": "1971-03-01", "person.address.city": "kotenvo" };
  const start = crowd.length;
  const added = [...copies, sparse].map(
    (values, i): ResolveRecord => ({
      entity: start + i,
      source: 0,
      values,
      identityNumber: i === 6 ? identityNumber : i === 0 ? "A" : null,
    }),
  );
  return { records: [...crowd, ...added], sparse: start + 6, owner: start };
}

describe("absorbSmall", () => {
  it("joins a sparse record to the person that all records together describe", () => {
    const { records, sparse, owner } = withSparse(null);
    const { identityOf } = resolveRecords(records, { spell });
    expect(identityOf[sparse]).toBe(identityOf[owner]);
  });

  it("never against another identity number", () => {
    const numbered = withSparse("B");
    const { identityOf } = resolveRecords(numbered.records, { spell });
    expect(identityOf[numbered.sparse]).not.toBe(identityOf[numbered.owner]);
  });
});
