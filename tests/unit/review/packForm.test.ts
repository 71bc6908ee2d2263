// What a pack must keep to: lists that steps run for, conditions, traps of JSON; every refusal names the place in the file.
import { describe, expect, it } from "vitest";
import { toWire } from "../../../shared/errors.ts";
import { checkPack } from "../../../shared/review/pack/checkPack.ts";
import { findJsonTrap, mostDepth } from "../../../shared/review/pack/jsonTraps.ts";
import { type Pack, packFormat, packSchema } from "../../../shared/review/pack/pack.ts";

const both = (text: string) => ({ zh: text, en: text });
const step = (id: string, call: string, more: object = {}) => ({ id, call, about: both(id), ...more });
const section = (id: string, of: string, more: object = {}) => ({ id, step: of, title: both(id), ...more });

function packOf(steps: readonly object[], sections: readonly object[], more: object = {}): Pack {
  const parameters = [
    { name: "many", label: both("many"), kind: "number", default: 3, min: 1, max: 50 },
    { name: "huge", label: both("huge"), kind: "number", default: 3, min: 1, max: 9000 },
    { name: "word", label: both("word"), kind: "text", default: "" },
  ];
  const head = { format: packFormat, version: 2, id: "mine", revision: 1, name: both("mine"), about: both("mine"), expects: [] };
  return packSchema.parse({ ...head, parameters, steps, sections, test: null, hash: "0".repeat(64), ...more });
}

function refusalOf(pack: Pack): Readonly<Record<string, unknown>> {
  try {
    checkPack(pack);
  } catch (error) {
    const { code, details } = toWire(error);
    return { code, ...details };
  }
  return {};
}

const found = step("found", "group.listSeries");
const series = section("series", "found");
const stop = (each: object, more: object = {}) =>
  step("stop", "trace.listMoney", {
    with: { from: { from: "item.series", prefix: "series:", asList: true }, list: "stop" },
    each,
    ...more,
  });

describe("a step that runs for each line of a list", () => {
  it("may name the line, a limit of its own or of a parameter", () => {
    expect(refusalOf(packOf([found, stop({ of: "series", most: 5 })], [series, section("stop", "stop")]))).toEqual({});
    expect(refusalOf(packOf([found, stop({ of: "series", most: { from: "parameters.many" } })], [series]))).toEqual({});
  });

  it("runs for a list that stands before it, so that nothing waits for itself", () => {
    const wrong = { code: "pack-path-wrong", at: "steps.stop.each.of", path: "stop" };
    expect(refusalOf(packOf([found, stop({ of: "stop", most: 5 })], [series, section("stop", "stop")]))).toEqual(wrong);
    const later = packOf([stop({ of: "series", most: 5 }), found], [series]);
    expect(refusalOf(later)).toEqual({ ...wrong, path: "series" });
  });

  it("has a limit that cannot be turned beyond what a run may hold", () => {
    expect(refusalOf(packOf([found, stop({ of: "series", most: { from: "parameters.huge" } })], [series]))).toEqual({
      code: "pack-unreadable",
      reasonKey: "pack.reason.limit",
      name: "steps.stop.each.most",
      most: 200,
    });
    expect(refusalOf(packOf([found, stop({ of: "series", most: { from: "parameters.word" } })], [series])).code).toBe("pack-unreadable");
    expect(packSchema.safeParse({ ...packOf([found, stop({ of: "series", most: 5 })], [series]), version: 3 }).success).toBe(false);
  });

  it("is what only such a step may speak of, and what follows must walk its answers", () => {
    const plain = step("stop", "trace.listMoney", { with: { from: { from: "item.series" }, list: "stop" } });
    expect(refusalOf(packOf([found, plain], [series]))).toEqual({
      code: "pack-path-wrong",
      at: "steps.stop.with.from.from",
      path: "item.series",
    });
    const following = (from: string) =>
      packOf([found, stop({ of: "series", most: 5 }), step("more", "trace.traceMoney", { with: { from: { from } } })], [series]);
    expect(refusalOf(following("steps.stop[].entity"))).toEqual({});
    expect(refusalOf(following("steps.stop.entity")).at).toBe("steps.more.with.from.from");
  });
});

describe("a condition of a step", () => {
  const pack = (of: string, value: unknown = 3) =>
    packOf([found, step("rings", "group.listRings", { when: [{ of, is: "atLeast", value }] })], [series]);

  it("speaks of figures that are known before it, and of parameters", () => {
    expect([refusalOf(pack("sections.series[]")), refusalOf(pack("steps.found.decidedSince", { from: "parameters.many" }))]).toEqual([
      {},
      {},
    ]);
    expect(refusalOf(pack("steps.rings.rings[]"))).toEqual({
      code: "pack-path-wrong",
      at: "steps.rings.when.0.of",
      path: "steps.rings.rings[]",
    });
    expect(refusalOf(pack("item.series")).at).toBe("steps.rings.when.0.of");
    expect(refusalOf(pack("sections.series[]", { from: "steps.found.x" })).at).toBe("steps.rings.when.0.value.from");
  });
});

describe("the version of a file", () => {
  it("must know what the file uses", () => {
    const older = packOf([found, stop({ of: "series", most: 5 })], [series], { version: 1 });
    expect(refusalOf(older)).toEqual({ code: "pack-unreadable", reasonKey: "pack.reason.older", version: 1, needed: 2 });
    expect(refusalOf(packOf([found], [series], { version: 1 }))).toEqual({});
    expect(
      refusalOf(packOf([found], [section("series", "found", { watch: { of: "series", prefix: "series:" } })], { version: 1 })).needed,
    ).toBe(2);
  });
});

describe("traps of JSON", () => {
  it("are names given twice, however they are written, and names that reach into objects", () => {
    expect(findJsonTrap('{"a":[{"b":1},{"b":2}],"c":{"a":"{\\"a\\":1"}}')).toBeNull();
    expect(findJsonTrap('{"a":1,"b":{"c":1,"\\u0063":2}}')).toEqual({ reasonKey: "pack.reason.keyTwice", name: "c" });
    expect(findJsonTrap('{"a":{"__proto__":{"x":1}}}')).toEqual({ reasonKey: "pack.reason.keyReaching", name: "__proto__" });
    expect(findJsonTrap('["constructor",{"x":"prototype"}]')).toBeNull();
  });

  it("are depths that nobody writes", () => {
    const nested = (depth: number) => `${"[".repeat(depth)}${"]".repeat(depth)}`;
    expect([findJsonTrap(nested(mostDepth)), findJsonTrap(nested(mostDepth + 1))]).toEqual([
      null,
      { reasonKey: "pack.reason.deep", most: mostDepth },
    ]);
  });
});
