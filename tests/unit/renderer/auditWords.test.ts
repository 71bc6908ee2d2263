// Audit entries in the words of the screens: no code of the contract is shown as it is, in either language, and every name that can stand in a detail has a word.
import { beforeAll, expect, it } from "vitest";
import { codeWord, referenceWords } from "../../../renderer/i18n/auditCodes.ts";
import { detailWords } from "../../../renderer/i18n/auditWords.ts";
import { startWords, words } from "../../../renderer/i18n/index.ts";
import { contract } from "../../../shared/rpc/contract.ts";
import { catalogue } from "../../../shared/words.ts";

beforeAll(() => startWords("zh-CN"));

interface Schema {
  readonly def: Readonly<Record<string, unknown>> & { readonly type: string };
}

interface Seen {
  readonly names: Set<string>;
  readonly codes: Set<string>;
}

/** Every name of a parameter at any depth, and every value of a closed list under it. */
function gather(schema: unknown, name: string, seen: Seen): void {
  const { def } = schema as Schema;
  const inner = [def["innerType"], def["element"], def["in"], def["valueType"], ...((def["options"] ?? def["items"] ?? []) as unknown[])];
  for (const one of inner) if (one !== undefined && one !== null) gather(one, name, seen);
  const listed = [...Object.values((def["entries"] ?? {}) as object), ...((def["values"] ?? []) as unknown[])];
  for (const value of listed) if (typeof value === "string") seen.codes.add(`${name} ${value}`);
  for (const [key, part] of Object.entries((def["shape"] ?? {}) as Record<string, unknown>)) {
    seen.names.add(key);
    gather(part, key, seen);
  }
}

const seen: Seen = { names: new Set(), codes: new Set() };
for (const { params } of Object.values(contract)) gather(params, "", seen);

it("has a word for every name, a password's aside, which is never written down", () => {
  expect(seen.names.size).toBeGreaterThan(250);
  expect([...seen.names].filter((name) => name !== "password" && !(`audit.detail.${name}` in catalogue)).sort()).toEqual([]);
});

it.each(["zh-CN", "en"] as const)("has a word in %s for every value of a closed list", (language) => {
  const t = words.getFixedT(language);
  expect(seen.codes.size).toBeGreaterThan(200);
  expect([...seen.codes].filter((code) => codeWord(t, code.split(" ")[0]!, code.slice(code.indexOf(" ") + 1)) === null).sort()).toEqual([]);
});

it("says what was watched, exported and followed as people would", () => {
  const t = words.getFixedT("zh-CN");
  const watch = {
    subject: { kind: "entity", entity: "account:6216602380620090799" },
    reason: "收款卡",
    expiresAt: Date.parse("2026-12-01T00:00:00+08:00"),
  };
  expect(detailWords(t, watch)).toBe("对象：种类 号码或人员，实体 账户 6216602380620090799  ·  理由：收款卡  ·  到期：2026-12-01 00:00");
  expect(detailWords(t, { list: "stop", format: "xlsx", language: "zh-CN", from: ["case:A1", "series:S-2"], policy: "traced-first" })).toBe(
    "清单：止付  ·  格式：XLSX  ·  语言：中文  ·  起点：案件 A1、系列 S-2  ·  口径：涉案优先",
  );
  expect(detailWords(words.getFixedT("en"), { as: "transfer", kinds: ["account", "fan-in"], state: "handled" })).toBe(
    "kind of rows: Transfers  ·  kinds: Account, Fan-in  ·  state: Handled",
  );
});

it("leaves what is no reference as it was typed", () => {
  const t = words.getFixedT("zh-CN");
  expect(["http://x.example", "电话:13800138000", "account:", "张三 2026:1", "case: A1"].map((text) => referenceWords(t, text))).toEqual([
    null,
    null,
    null,
    null,
    null,
  ]);
});
