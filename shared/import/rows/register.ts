// Registers of things that their number names (phones, vehicles): the thing, its attributes, its owner.
import type { RowPlan } from "../rowPlan.ts";
import { type RowWriter, reject } from "../targets/target.ts";
import { type AttributeSpec, compileAttributes } from "./attributes.ts";
import { compilePeople } from "./people.ts";

export interface RegisterSpec {
  /** Entity kind, and the prefix of the targets. */
  readonly kind: string;
  readonly cleaning: string;
  readonly keyTarget: string;
  readonly attributes: readonly AttributeSpec[];
}

export function compileRegister(plan: RowPlan, spec: RegisterSpec): RowWriter {
  const text = plan.text(spec.keyTarget);
  const reader = plan.identifiers(spec.cleaning, spec.keyTarget);
  const owners = compilePeople(plan, "owner");
  const attributes = compileAttributes(plan, spec.attributes);
  return {
    write(cells, row, sink) {
      const found = reader.readAll(text(cells));
      if (found.length === 0) return reject("key-missing", spec.keyTarget);
      if (found.some(({ isLost }) => isLost)) return reject("precision-lost", spec.keyTarget);
      const people = owners.write(cells, row, sink);
      for (const { key } of found) {
        const thing = sink.entity(spec.kind, key, "", row);
        attributes(cells, thing, row, sink);
        for (const person of people) sink.link("owns", person, thing, row);
      }
      return null;
    },
  };
}

/** Targets of an owner, for the registries. */
export const ownerWords = {
  name: "机主 机主姓名 所有人 车主 车主姓名 登记人 姓名 户名 owner ownername 开户人 客户姓名 所有人姓名",
  identity: "证件号码 身份证号 机主证件号码 身份证号码 车主身份证号 证件号 开户证件号码 idnumber",
};
