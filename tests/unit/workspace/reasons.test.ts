// Real sayings of the programs below us, in words of ours: no English sentence stands inside a Chinese one.
import { execFileSync } from "node:child_process";
import { inflateRawSync } from "node:zlib";
import { expect, it } from "vitest";
import { z } from "zod";
import { createSentences } from "../../../electron/words.ts";
import { problemsOf } from "../../../shared/problems.ts";
import { errorBlanks, reasonWords } from "../../../shared/reasons.ts";

const zh = createSentences("zh-CN");
const en = createSentences("en");

const sayingOf = (work: () => unknown): string => {
  try {
    work();
  } catch (error) {
    return (error as Error).message;
  }
  throw new Error("nothing was refused");
};

const codeOf = (work: () => unknown): string => {
  try {
    work();
  } catch (error) {
    return String((error as NodeJS.ErrnoException).code);
  }
  throw new Error("nothing was refused");
};

const englishWords = /[A-Za-z]{2,} [A-Za-z]{2,}/;

it.each([
  sayingOf(() => JSON.parse("{a")),
  sayingOf(() => JSON.parse('{"a":')),
  sayingOf(() => JSON.parse("[1,]")),
  sayingOf(() => JSON.parse('"abc')),
  sayingOf(() => JSON.parse("")),
  sayingOf(() => JSON.parse("nothing")),
  sayingOf(() => inflateRawSync(Buffer.from("plain text that is no stream"))),
  codeOf(() => execFileSync("/nowhere/at/all")),
  "EACCES",
  "EROFS",
  "EISDIR",
  "not-a-file",
  "SQLITE_READONLY_DIRECTORY",
  "SQLITE_IOERR_WRITE",
  "database disk image is malformed",
  "header",
  "no such column: v_case.fo",
  'near "FORM": syntax error',
  "Neo.ClientError.Security.Unauthorized",
  "ServiceUnavailable",
  "entry-damaged",
  "a,b",
])("%s", (reason) => {
  const told = reasonWords(zh, reason);
  expect(told).not.toMatch(englishWords);
  expect(told).toMatch(/\p{Script=Han}/u);
  expect(told).not.toMatch(/undefined|\{\{/);
  expect(reasonWords(en, reason)).not.toMatch(/\p{Script=Han}|undefined|\{\{/u);
});

it("marks what nobody foresaw as the words of the program", () => {
  expect(reasonWords(zh, "quantum flux exceeded the bound")).toBe("系统原话：quantum flux exceeded the bound");
});

it("leaves names and figures that stand for themselves", () => {
  expect(reasonWords(zh, "12 MB < 40 MB")).toBe("12 MB < 40 MB");
  expect(reasonWords(zh, "第 3 行缺少一列")).toBe("第 3 行缺少一列");
});

const schema = z.strictObject({
  name: z.string().min(2).max(5),
  kind: z.enum(["case", "person"]),
  count: z.int().min(1).max(9),
  list: z.array(z.object({ at: z.string() })).max(2),
});

const sentencesOf = (given: unknown) => {
  const problems = problemsOf(schema.safeParse(given).error!.issues, given);
  return [zh, en].map((say) => String(errorBlanks(say, { problems })["issues"]));
};

it.each([
  [{}, "缺少 name；缺少 kind；缺少 count；缺少 list"],
  [
    { name: "abcdef", kind: "x", count: 0, list: [{}] },
    "name 过长，最多 5 个字符；kind 应为以下之一：case, person；count 过小，至少 1；缺少 list.0.at",
  ],
  [{ name: 7, kind: "case", count: "many", list: {}, more: 1 }, "name 应为文字；count 应为数字；list 应为列表；不认识字段 more"],
  [null, "内容 应为一组字段"],
])("%j", (given, told) => {
  const [chinese, english] = sentencesOf(given);
  expect(chinese).toBe(told);
  expect(english).not.toMatch(/\p{Script=Han}|undefined/u);
});

it("names fields that people fill in, gives dates an example, and never ends half a sentence", () => {
  const form = z.object({ subject: z.object({ latitude: z.number().max(90) }), due: z.iso.date(), code: z.string().regex(/^x$/) });
  const given = { subject: { latitude: 117.2 }, due: "soon", code: "y" };
  const problems = problemsOf(form.safeParse(given).error!.issues, given);
  expect(errorBlanks(zh, { problems })["issues"]).toBe(
    "纬度 过大，最多 90；经度和纬度可能写反了，对调后再试；期限 写法不对，应为 2026-05-01；code 写法不对",
  );
});

it("says kinds in words where a fact of an error is a reference", () => {
  expect(errorBlanks(zh, { entity: "place:渡口路12号" })["entity"]).toBe("地点 渡口路12号");
  expect(errorBlanks(zh, { from: "case:A3412, account:6217" })["from"]).toBe("案件 A3412、账户 6217");
  expect(errorBlanks(zh, { from: "2026-05-01" })["from"]).toBe("2026-05-01");
});
