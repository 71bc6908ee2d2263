// Tasks end to end: tied to what exists, never overwritten, told by period, masked in a meeting, by the command line too.
import { readFileSync } from "node:fs";
import { strFromU8, unzipSync } from "fflate";
import { afterAll, beforeAll, expect, it } from "vitest";
import { createEngine, type Engine } from "../../../electron/engine/engine.ts";
import type { CallName, Input, Result } from "../../../shared/rpc/contract.ts";
import { makeCaseWorkspace } from "../audit/caseWorkspace.ts";
import { freshFolder } from "../folder.ts";
import { runHere } from "../workspace/runHere.ts";

const at = freshFolder("all");
const workspace = at("tasks.caseweave");
const signal = new AbortController().signal;
let engine: Engine;
let now = Date.parse("2026-11-23T09:00:00+08:00");

async function ask<Name extends CallName>(name: Name, params: Input<Name>, isMasked = false): Promise<Result<Name>> {
  return (await engine.dispatch(name, params, { signal, isMasked, report: () => {} })) as Result<Name>;
}
const open = async () => {
  engine = await createEngine({ workspacePath: workspace, user: "analyst-zhao", clock: () => now });
};

beforeAll(async () => {
  makeCaseWorkspace(workspace, at("ledger.csv"));
  await open();
});
afterAll(() => engine.close());

it("is opened with owner, last day and ties, each named", async () => {
  const task = await ask("task.add", {
    text: "调取 13800138000 的话单",
    owner: "钱警官",
    due: "2026-11-25",
    about: ["S-1", "A1", "13911139111", "account:1001", "S-1"],
    board: "B-1",
    scene: "1",
  });
  expect(task).toMatchObject({
    id: "T-2",
    state: "open",
    owner: "钱警官",
    due: "2026-11-25",
    isOverdue: false,
    boardName: "会商",
    entries: 1,
  });
  expect(task.about).toEqual([
    { ref: "series:S-1", label: "S-1 刷单", isKnown: true },
    { ref: "case:A1", label: "A1", isKnown: true },
    { ref: "phone:13911139111", label: "13911139111", isKnown: false },
    { ref: "account:1001", label: "1001", isKnown: true },
  ]);
  expect((await ask("task.list", { about: "S-1" })).items.map(({ id }) => id)).toEqual(["T-2", "T-1"]);
});

it("keeps what it was: changed, overdue, done, opened again, dropped", async () => {
  await ask("task.change", { task: "T-2", owner: "孙警官", due: "2026-11-24", reason: "钱警官出差" });
  now = Date.parse("2026-11-25T00:00:01+08:00");
  const late = await ask("task.list", { state: "overdue" });
  expect(late.items.map(({ id, owner, isOverdue }) => [id, owner, isOverdue])).toEqual([["T-2", "孙警官", true]]);
  expect(late.counts).toEqual({ open: 2, overdue: 1, done: 0, dropped: 0, all: 2 });
  expect(late.owners).toEqual(["孙警官"]);
  expect(await ask("task.settle", { task: "T-2", state: "done", reason: "话单已导入" })).toMatchObject({
    state: "done",
    reason: "话单已导入",
    isOverdue: false,
  });
  await expect(ask("task.change", { task: "T-2", owner: "李" })).rejects.toMatchObject({ code: "task-settled" });
  await expect(ask("task.settle", { task: "T-2", state: "done" })).rejects.toMatchObject({ code: "task-settled" });
  await expect(ask("task.settle", { task: "T-2", state: "open" })).rejects.toMatchObject({ code: "reason-missing" });
  await ask("task.settle", { task: "T-2", state: "open", reason: "缺十月的" });
  await expect(ask("task.settle", { task: "T-2", state: "dropped" })).rejects.toMatchObject({ code: "reason-missing" });
  const history = await ask("task.readHistory", { task: "T-2" });
  expect(history.map(({ state, owner, due, reason, by }) => [state, owner, due, reason, by])).toEqual([
    ["open", "钱警官", "2026-11-25", "", "analyst-zhao"],
    ["open", "孙警官", "2026-11-24", "钱警官出差", "analyst-zhao"],
    ["done", "孙警官", "2026-11-24", "话单已导入", "analyst-zhao"],
    ["open", "孙警官", "2026-11-24", "缺十月的", "analyst-zhao"],
  ]);
});

it("tells what became of tasks in a period, as it stood at its end", async () => {
  const week = (await ask("task.list", { from: "2026-11-23", until: "2026-11-29" })).period!;
  const ids = (list: readonly { readonly id: string }[]) => list.map(({ id }) => id);
  expect([week.opened, week.done, week.dropped, week.overdue, week.open].map(ids)).toEqual([["T-2"], [], [], ["T-2"], ["T-2", "T-1"]]);
  const monday = (await ask("task.list", { from: "2026-11-23", until: "2026-11-23" })).period!;
  expect([monday.opened, monday.overdue].map(ids)).toEqual([["T-2"], []]);
  // The words and the owner of then.
  expect(monday.opened[0]).toMatchObject({ owner: "孙警官", due: "2026-11-24" });
  expect((await ask("task.list", {})).period).toBeNull();
});

it("is masked in a meeting, and a masked window that sends stars back changes nothing", async () => {
  const [shown] = (await ask("task.list", { state: "overdue" }, true)).items;
  expect(shown!.text).not.toContain("13800138000");
  expect(shown!.about.find(({ ref }) => ref.startsWith("phone:"))!.label).not.toBe("13911139111");
  await ask("task.change", { task: "T-2", text: shown!.text, due: null }, true);
  expect((await ask("task.readHistory", { task: "T-2" })).at(-1)).toMatchObject({ text: "调取 13800138000 的话单", due: null });
});

it("refuses what it cannot mean, and writes nothing then", async () => {
  const count = (await ask("task.list", { state: "all" })).counts.all;
  for (const [params, code] of [
    [{ text: "查", about: [] }, "bad-request"],
    [{ text: "查证", due: "2026-02-30" }, "bad-request"],
    [{ text: "查证", about: ["S-99"] }, "series-unknown"],
    [{ text: "查证", about: ["R-99"] }, "ring-unknown"],
    [{ text: "查证", about: ["case:A99"] }, "case-unknown"],
    [{ text: "查证", about: ["说不清"] }, "watch-unclear"],
    [{ text: "查证", board: "B-99" }, "storyboard-unknown"],
  ] as const)
    await expect(ask("task.add", params as Input<"task.add">)).rejects.toMatchObject({ code });
  await expect(ask("task.settle", { task: "T-99", state: "done" })).rejects.toMatchObject({ code: "task-unknown" });
  await expect(ask("task.readHistory", { task: "S-1" })).rejects.toMatchObject({ code: "task-unknown" });
  expect((await ask("task.list", { state: "all" })).counts.all).toBe(count);
});

const wordsOf = (base64: string): string =>
  strFromU8(unzipSync(Buffer.from(base64, "base64"))["word/document.xml"]!).replaceAll(/<[^>]+>/g, " ");

it("stands in the minutes of its meeting, which leave as a file, masked where the session is", async () => {
  const question = await ask("review.recordMinute", { kind: "question", text: "13800138000 的机主是谁", board: "B-1" });
  await ask("review.recordMinute", { kind: "decision", text: "先调话单", board: "B-1", answers: question.id });
  const file = await ask("task.exportMinutes", { board: "B-1", format: "docx" });
  expect([file.file, file.count, file.isMasked]).toEqual(["会商纪要 · 会商.docx", 3, false]);
  const words = wordsOf(file.base64);
  for (const said of ["13800138000 的机主是谁", "先调话单", "T-2", "孙警官", "待办", "S-1 刷单"]) expect(words).toContain(said);
  // The other task was not decided there.
  expect(words).not.toContain("调证");
  const masked = await ask("task.exportMinutes", { board: "B-1", format: "docx" }, true);
  expect([masked.isMasked, wordsOf(masked.base64).includes("13800138000")]).toEqual([true, false]);
  const pdf = await ask("task.exportMinutes", { format: "pdf" });
  expect(Buffer.from(pdf.base64, "base64").subarray(0, 5).toString()).toBe("%PDF-");
  await expect(ask("task.exportMinutes", { board: "B-99", format: "pdf" })).rejects.toMatchObject({ code: "storyboard-unknown" });
});

it("has a head: when and where, who chaired, attended and kept the record; what nobody wrote is a gap", async () => {
  const blank = { held: "", place: "", chair: "", attendance: "", recorder: "" };
  expect(await ask("review.listMeetings", {})).toEqual([{ board: "B-1", boardName: "会商", ...blank, minutes: 2, tasks: 1 }]);
  const head = { held: "2026-11-27T14:30", place: "三楼会议室", chair: "孙支队长", attendance: "专班全体，13800138000 机主" } as const;
  await ask("review.changeMeeting", { board: "B-1", ...head });
  // What is left out stays, and stars that a masked window sends back are not stored.
  const [masked] = await ask("review.listMeetings", {}, true);
  expect(masked!.attendance).not.toContain("13800138000");
  const { attendance } = masked!;
  expect(await ask("review.changeMeeting", { board: "B-1", attendance, place: "五楼" }, true)).toMatchObject({ place: "五楼", attendance });
  expect(await ask("review.listMeetings", {})).toMatchObject([{ ...head, place: "五楼", recorder: "" }]);
  const words = wordsOf((await ask("task.exportMinutes", { board: "B-1", format: "docx" })).base64);
  for (const said of ["2026年11月27日", "时间：2026-11-27 14:30", "地点：五楼", "主持：孙支队长", "参加人员：专班全体", "记录：____"])
    expect(words).toContain(said);
  const english = wordsOf((await ask("task.exportMinutes", { board: "B-1", format: "docx", language: "en" })).base64);
  for (const said of ["November 27, 2026", "Chair: 孙支队长", "Record: ____"]) expect(english).toContain(said);
  // All meetings together are told of in a table.
  const all = wordsOf((await ask("task.exportMinutes", { format: "docx" })).base64);
  expect(all).toMatch(/全部会议.*五楼.*孙支队长.*先调话单/s);
  await expect(ask("review.changeMeeting", { board: "B-99", place: "五楼" })).rejects.toMatchObject({ code: "storyboard-unknown" });
  for (const held of ["2026-02-30", "2026-11-27 25:00", "周五"])
    await expect(ask("review.changeMeeting", { board: "B-1", held })).rejects.toMatchObject({ code: "bad-request" });
});

it("works the same by the command line", { timeout: 120_000 }, async () => {
  await engine.close();
  const run = async (...args: string[]) => {
    const { code, out } = await runHere(["task", ...args, "--json"]);
    return { code, answer: args[0] === "history" ? out.trim().split("\n") : (JSON.parse(out) as unknown) };
  };
  const added = await run(
    "add",
    workspace,
    "走访",
    "平安旅馆",
    "--owner",
    "周警官",
    "--due",
    "2030-01-31",
    "--about",
    "S-1",
    "--about",
    "case:A2",
  );
  expect(added.answer).toMatchObject({ id: "T-3", text: "走访 平安旅馆", owner: "周警官", due: "2030-01-31", state: "open" });
  expect((await run("change", workspace, "T-3", "--due", "none")).answer).toMatchObject({ due: null, owner: "周警官" });
  expect((await run("done", workspace, "T-3", "--reason", "已走访")).answer).toMatchObject({ state: "done", reason: "已走访" });
  expect((await run("history", workspace, "T-3")).answer).toHaveLength(3);
  expect((await run("list", workspace, "--state", "done", "--about", "case:A2")).answer).toMatchObject({ items: [{ id: "T-3" }] });
  const refused = await run("drop", workspace, "T-2");
  expect([refused.code, refused.answer]).toMatchObject([1, { error: { code: "reason-missing" } }]);
  expect((await run("drop", workspace, "T-2", "--reason", "并入他案")).answer).toMatchObject({ state: "dropped" });
  expect((await runHere(["task", "drop", workspace])).code).toBe(2);
  const out = at("纪要.docx");
  expect((await run("minutes", workspace, "--board", "B-1", "--out", out)).answer).toMatchObject({ out, count: 3 });
  expect(wordsOf(readFileSync(out).toString("base64"))).toContain("撤销");
  expect((await runHere(["task", "minutes", workspace, "--out", at("纪要.txt")])).code).toBe(2);
  const headed = ["--board", "B-1", "--held", "2026-11-27 15:00", "--recorder", "钱警官", "--chair", ""];
  expect((await run("minutes", workspace, ...headed)).answer).toMatchObject({ held: "2026-11-27T15:00", recorder: "钱警官", chair: "" });
  expect((await run("minutes", workspace, ...headed, "--place", "六楼", "--out", out)).answer).toMatchObject({ out });
  expect(wordsOf(readFileSync(out).toString("base64"))).toMatch(/地点：六楼.*记录：钱警官/s);
  expect((await runHere(["task", "minutes", workspace, "--place", "六楼"])).code).toBe(2);
  const period = await run("list", workspace, "--from", "2020-01-01", "--to", "2039-12-31");
  expect((period.answer as Result<"task.list">).period!.dropped.map(({ id }) => id)).toEqual(["T-2"]);
  await open();
});
