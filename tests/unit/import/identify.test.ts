// Readings of a text, best first, and the lines of the `identify` command.
import { describe, expect, it } from "vitest";
import { runIdentify } from "../../../electron/cli/commands/identify.ts";
import { readIdentifier } from "../../../shared/import/identify.ts";

describe("readIdentifier", () => {
  it.each([
    ["13900000000", "mobile"],
    ["11010519491231002X", "identity-number"],
    ["91350100M000100Y43", "credit-code"],
    ["京A12345", "plate"],
    ["1M8GDM9AXKP042788", "vin"],
    ["010-66666666", "landline"],
    ["10086", "service-number"],
    ["192.0.2.1", "ip"],
    ["00:1a:2b:3c:4d:5e", "mac"],
    ["a@b.cn", "email"],
    ["http://a.example/b", "url"],
    ["a.example", "domain"],
    ["460001234567890", "imsi"],
    ["6222 0212 3456 7890 128", "bank-card"],
    ["wxid_abcdef123", "wechat"],
    ["A123456(3)", "hk-id"],
    ["A123456789", "tw-id"],
  ])("takes %s for a %s first", (text, kind) => {
    expect(readIdentifier(text)[0]?.kind).toBe(kind);
  });

  it("reads nothing into words", () => {
    expect(readIdentifier("转账备注")).toEqual([]);
  });

  it("halves the confidence of a doubtful reading", () => {
    const [reading] = readIdentifier("15400000000", { kinds: ["mobile"] });
    expect(reading).toMatchObject({ valid: true, doubt: "prefix-unknown", confidence: 0.475 });
  });
});

describe("identify", () => {
  it("gives one line for every line in, in order, with facts even where the check digit is wrong", () => {
    const lines = [...runIdentify(["110105194912310021", "", "x"], { kind: "identity-number" })];
    expect(lines.map((line) => [line.value, line.valid, line.reason])).toEqual([
      ["110105194912310021", false, "check-digit"],
      ["", false, "empty"],
      ["x", false, "length"],
    ]);
    expect(lines[0]?.facts).toMatchObject({ birthDate: "1949-12-31", sex: "female", province: "北京市", area: "朝阳区" });
  });

  it("lists all readings when no kind is asked for", () => {
    const [line] = [...runIdentify(["13900000000"])];
    expect(line).toMatchObject({ kind: "mobile", valid: true, normal: "13900000000" });
    expect(line?.readings?.map((reading) => reading.kind)).toEqual(["mobile", "qq"]);
  });

  it("refuses a kind that does not exist", () => {
    expect(() => [...runIdentify(["1"], { kind: "no-such-kind" })]).toThrow("no-such-kind");
  });
});
