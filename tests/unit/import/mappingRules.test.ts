// Rules of a mapping as a list: what is added is listed, and taking it out gives the mapping as it was.
import { describe, expect, it } from "vitest";
import { type Mapping, mappingSchema } from "../../../shared/import/mapping.ts";
import { addRule, listRules, type RuleKind, type RuleValues, removeRule } from "../../../shared/import/mappingRules.ts";

const bare: Mapping = { name: "m", rowKind: "transfer", format: { headerRow: 1 }, columns: { 时间: "time" } };

const rules: readonly (readonly [RuleKind, RuleValues])[] = [
  ["combine", { heading: "地址", from: "省\n市\n区", join: "" }],
  ["split", { heading: "金额", from: "金额与方向", by: "/", part: "-1" }],
  ["constant", { target: "currency", value: "CNY" }],
  ["exclude", { column: "备注", is: "containing", value: "测试" }],
  ["value", { column: "方向", word: "甲", means: "in" }],
  ["fillDown", { column: "案件编号" }],
  ["year", { year: "2025" }],
];

const tidy = ({ format, constants, ...mapping }: Mapping) => {
  const filled = (value: unknown) =>
    Array.isArray(value) ? value.length > 0 : typeof value !== "object" || Object.keys(value ?? {}).length > 0;
  return {
    ...mapping,
    format: Object.fromEntries(Object.entries(format ?? {}).filter(([, value]) => filled(value))),
    constants: constants ?? {},
  };
};

describe("rules of a mapping", () => {
  it.each(rules)("%s is listed once it is added, makes a valid mapping, and leaves nothing behind", (kind, values) => {
    const added = addRule(bare, kind, values);
    expect(mappingSchema.parse(added)).toEqual(added);
    expect(listRules(added).map((rule) => [rule.kind, rule.values])).toEqual([[kind, values]]);
    expect(tidy(removeRule(added, listRules(added)[0]!))).toEqual(tidy(bare));
  });

  it("takes out the one that is meant among many, with the targets of a made column", () => {
    const all = rules.reduce((mapping, [kind, values]) => addRule(mapping, kind, values), bare);
    const mapped: Mapping = { ...all, columns: { ...all.columns, 金额: "amount" } };
    const split = listRules(mapped).find(({ kind }) => kind === "split")!;
    const left = removeRule(mapped, split);
    expect(listRules(left).map(({ kind }) => kind)).toEqual(["combine", "constant", "exclude", "value", "fillDown", "year"]);
    expect(left.columns).toEqual({ 时间: "time" });
  });
});
