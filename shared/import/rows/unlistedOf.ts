// Unlisted columns are kept on rows whose entity is a case, a person, an organisation or free; on event rows they stay in the raw row.
import type { RowPlan } from "../rowPlan.ts";
import { type AttributeWriter, compileUnlisted } from "./attributes.ts";

const keeping = new Set(["case", "person", "organisation", "entity"]);

export const compileUnlistedOf = (plan: RowPlan, rowKind: string): AttributeWriter =>
  keeping.has(rowKind) && keeping.has(plan.mapping.rowKind) ? compileUnlisted(plan) : () => {};
