// Everyone of a list under watch at once: all of it or nothing, nobody twice, and taken back as one; by the call and on the command line.
import { writeFileSync } from "node:fs";
import { expect, it } from "vitest";
import { freshFolder } from "../folder.ts";
import { runCli } from "../import/cli.ts";
import { openEngine } from "../import/openEngine.ts";
import { runHere } from "../workspace/runHere.ts";

const at = freshFolder();
const json = <T>(text: string): T => JSON.parse(text) as T;

it("watches a list once, says what was watched already and what stands twice, and takes it back as one", async () => {
  const { call, close } = await openEngine(at("list.caseweave"));
  await call("review.addWatch", { subject: { kind: "text", text: "13800138000" }, reason: "先前线索" });
  const texts = ["13800138001", "", "phone:13800138000", " 13800138001 ", "6222021234567890128", "13800138002"];
  const until = Date.parse("2027-01-01T00:00:00+08:00");
  const { added, known, repeated } = await call("review.addWatches", { texts, reason: "同一名单", owner: "值班", expiresAt: until });
  expect([added, known, repeated]).toEqual([["W-2", "W-3", "W-4"], [{ text: "phone:13800138000", watch: "W-1" }], 1]);
  const watched = await call("review.listWatches", {});
  expect(watched.map(({ entity, reason, owner }) => [entity, reason, owner]).reverse()).toEqual([
    ["phone:13800138000", "先前线索", watched.at(-1)!.owner],
    ["phone:13800138001", "同一名单", "值班"],
    ["account:6222021234567890128", "同一名单", "值班"],
    ["phone:13800138002", "同一名单", "值班"],
  ]);
  expect(watched.slice(0, 3).every(({ expiresAt }) => Date.parse(expiresAt!) === until)).toBe(true);
  const again = await call("review.addWatches", { texts, reason: "同一名单" });
  expect([again.added, again.known.length]).toEqual([[], 4]);
  expect(await call("review.removeWatches", { watches: [...added], reason: "名单撤销" })).toEqual({ watches: 3 });
  expect((await call("review.listWatches", {})).map(({ id }) => id)).toEqual(["W-1"]);
  await expect(call("review.removeWatches", { watches: ["W-1", "W-2"], reason: "再撤" })).rejects.toMatchObject({ code: "watch-unknown" });
  expect((await call("review.listWatches", {})).map(({ id }) => id)).toEqual(["W-1"]);
  await close();
});

it.each([
  [["13800138001", "你好"], "同一名单", { code: "watch-line-unclear", details: { line: 2, text: "你好" } }],
  [["13800138001 和 13800138002"], "同一名单", { code: "watch-line-unclear", details: { line: 1, count: 2 } }],
  [["13800138001", "series:S-9"], "同一名单", { code: "series-unknown" }],
  [["", " "], "同一名单", { code: "watch-line-unclear" }],
  [["13800138001"], " ", { code: "reason-missing" }],
])("refuses %j because of “%s” whole, and watches nobody", async (texts, reason, refused) => {
  const { call, close } = await openEngine(at("refused.caseweave"));
  await expect(call("review.addWatches", { texts, reason })).rejects.toMatchObject(refused);
  expect(await call("review.listWatches", {})).toEqual([]);
  await close();
});

it("takes a file of lines on the command line, with reason, owner and end", { timeout: 120_000 }, async () => {
  writeFileSync(at("名单.txt"), "\uFEFF13800138001\r\nphone:13800138002\r\n\r\n");
  writeFileSync(at("坏名单.txt"), "13800138001\n不是号码\n");
  writeFileSync(at("cases.csv"), "案件编号,案件类别\nA1,盗窃\n");
  const workspace = at("cli.caseweave");
  await runHere(["import", workspace, at("cases.csv"), "--json"]);
  const watch = (...args: string[]) => runCli(["watch", ...args, "--json"]);
  const bad = await watch("add", workspace, "--from", at("坏名单.txt"), "--reason", "专案名单");
  expect([bad.code, json<{ error: { code: string } }>(bad.out).error.code]).toEqual([1, "watch-line-unclear"]);
  expect(bad.complaint).toContain("第 2 行“不是号码”");
  const added = await watch("add", workspace, "--from", at("名单.txt"), "--reason", "专案名单", "--owner", "值班", "--until", "2027-01-01");
  expect(json(added.out)).toEqual({ added: ["W-1", "W-2"], known: [], repeated: 0 });
  const both = await watch("add", workspace, "13800138009", "--from", at("名单.txt"), "--reason", "专案名单");
  expect([both.code, both.out]).toEqual([2, ""]);
  expect(json<{ watches: number }>((await watch("remove", workspace, "W-1", "W-2", "--reason", "撤销")).out).watches).toBe(2);
  expect(json<{ watches: unknown[] }>((await watch("list", workspace)).out).watches).toEqual([]);
});
