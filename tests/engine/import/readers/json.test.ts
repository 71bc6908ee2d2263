// JSON and JSON lines: digits stay digits, keys are just text.
import { describe, expect, it } from "vitest";
import { cellsOf, errorOf, open, rowsOf } from "./fixtures.ts";

describe("json", () => {
  it("objects become rows under their keys in order of first appearance", async () => {
    const text =
      '[{"卡号":6222020001111222333,"金额":100.50},{"金额":1e3,"户名":"张三","x":null},{"标签":["a",12345678901234567890],"是":true}]';
    expect(await cellsOf("a.json", text)).toEqual([
      ["卡号", "金额", "户名", "x", "标签", "是"],
      ["6222020001111222333", "100.50", "", "", "", ""],
      ["", "1000", "张三", "", "", ""],
      ["", "", "", "", '["a",12345678901234567890]', "true"],
    ]);
  });

  it("arrays are rows, lines are items, and a list under one key is found", async () => {
    expect(await cellsOf("a.json", '[["a","b"],[1,2]]\n')).toEqual([
      ["a", "b"],
      ["1", "2"],
    ]);
    expect(await cellsOf("a.jsonl", '{"a":1}\n{"a":"x\\"}"}\r\n\n{"b":{"c":[1]}}')).toEqual([
      ["a", "b"],
      ["1", ""],
      ['x"}', ""],
      ["", '{"c":[1]}'],
    ]);
    expect(await cellsOf("a.jsonl", '["a"]\n["b"]\n')).toEqual([["a"], ["b"]]);
    expect(await cellsOf("a.json", '{"code":0,"data":[\n{"a":1},\n{"a":2}]}')).toEqual([["a"], ["1"], ["2"]]);
  });

  it("keys that would pollute prototypes keep their columns", async () => {
    const before = Object.getOwnPropertyNames(Object.prototype).sort();
    const text = '[{"__proto__":1,"constructor":{"prototype":{"x":1}},"toString":"t","hasOwnProperty":2}]';
    expect(await cellsOf("a.json", text)).toEqual([
      ["__proto__", "constructor", "toString", "hasOwnProperty"],
      ["1", '{"prototype":{"x":1}}', "t", "2"],
    ]);
    expect(Object.getOwnPropertyNames(Object.prototype).sort()).toEqual(before);
    expect(({} as Record<string, unknown>).x).toBeUndefined();
  });

  it("many items come in batches, and a limit ends early", async () => {
    const [source] = await open("a.json", JSON.stringify(Array.from({ length: 5_000 }, (_, a) => ({ a, b: "，".repeat(200) }))));
    expect((await rowsOf(source!)).at(-1)).toMatchObject({ line: 5_001, cells: ["4999", "，".repeat(200)] });
    expect(await rowsOf(source!, 4)).toHaveLength(4);
  });

  it("broken and empty lists are refused", async () => {
    expect((await errorOf(open("a.json", '[{"a":1},{"a"}]'))).code).toBe("file-unreadable");
    expect((await errorOf(open("a.json", '[{"a":1},{"a":2'))).code).toBe("file-unreadable");
    expect((await errorOf(open("a.json", "[]"))).code).toBe("file-empty");
  });
});
