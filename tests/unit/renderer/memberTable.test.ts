// The table of an identity: columns that hold something, and the value that stands against the others.
import { expect, it } from "vitest";
import { memberColumns } from "../../../renderer/views/resolve/memberTable.ts";
import type { IdentityMember } from "../../../shared/resolve/calls.ts";

const aMember = (entity: string, values: Readonly<Record<string, string>>): IdentityMember => ({
  entity,
  label: entity,
  source: { sourceId: 1, row: 1, source: "a.csv", sheet: null },
  attributes: Object.entries(values).map(([name, value]) => ({ name, value, origin: "column" })),
});

it("shows what the records state in the order that is known, and what most of them say", () => {
  const members = [
    aMember("person:1", { "person.sex": "男", "person.phone": "13800000001" }),
    aMember("person:2", { "person.phone": "13800000001", 备注: "x" }),
    aMember("person:3", { "person.sex": "男", "person.phone": "13900000002" }),
  ];
  expect(memberColumns(members, ["person.phone", "person.address", "person.sex"])).toEqual([
    { name: "person.phone", values: ["13800000001", "13800000001", "13900000002"], usual: "13800000001" },
    { name: "person.sex", values: ["男", "", "男"], usual: "男" },
  ]);
  expect(memberColumns(members.slice(0, 1), ["person.phone"])[0]?.usual).toBeNull();
});
