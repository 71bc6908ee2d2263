// Briefings on the demo county: every number is that of the statistics, every sentence has its rows, the unit's words outlive a refresh, files are whole.
import { strFromU8, unzipSync } from "fflate";
import { SaxesParser } from "saxes";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { writeDemoFiles } from "../../../electron/engine/demo/index.ts";
import { createEngine, type Engine } from "../../../electron/engine/engine.ts";
import type { BriefDocument } from "../../../shared/review/briefCalls.ts";
import type { ShownSentence } from "../../../shared/review/reportCalls.ts";
import type { CallName, Input, Result } from "../../../shared/rpc/contract.ts";
import { findPersonal, readPersonal } from "../../personalData.ts";
import { freshFolder } from "../folder.ts";
import { runHere } from "../workspace/runHere.ts";

const at = freshFolder("all");
const signal = new AbortController().signal;
const november = { from: "2026-11-01", to: "2026-11-30" } as const;
const october = { from: "2026-10-01", to: "2026-10-31" } as const;
let engine: Engine;

async function ask<Name extends CallName>(name: Name, params: Input<Name>, isMasked = false): Promise<Result<Name>> {
  return (await engine.dispatch(name, params, { signal, isMasked, report: () => {} })) as Result<Name>;
}

/** A quarter of a county, watched from the start, linked and grouped; one pair judged, one task set. */
beforeAll(async () => {
  const demo = await writeDemoFiles(at("files"), { scale: 0.1, seed: 5 });
  engine = await createEngine({ workspacePath: at("w.caseweave"), user: "analyst", clock: () => Date.parse("2026-11-23T09:00:00+08:00") });
  await ask("review.addWatch", { subject: { kind: "words", words: "刷单" }, reason: "高发类案" });
  await ask("import.storeFiles", { paths: [...demo.files, ...demo.lateFiles].map((name) => at(`files/${name}`)) });
  await ask("link.runLinkage", {});
  await ask("group.runSeries", {});
  await ask("group.findRings", {});
  const [pair] = (await ask("link.listPairs", {})).items;
  await ask("review.recordDecision", { subject: "pair", a: pair!.a, b: pair!.b, verdict: "confirm", reason: "同一收款账户" });
  await ask("task.add", { text: "调取收款账户流水", owner: "王警官", due: "2026-11-30", about: [] });
}, 180_000);
afterAll(() => engine?.close());

const read = (days: { readonly from: string; readonly to: string }, isMasked = false) => ask("brief.read", days, isMasked);

const sentencesOf = ({ sections }: Pick<BriefDocument, "sections">): readonly ShownSentence[] =>
  sections.flatMap(({ blocks }) =>
    blocks.flatMap((block) => (block.block === "paragraph" || block.block === "points" ? block.sentences : [])),
  );

/** Tables of a section by its heading. */
const tablesOf = ({ sections }: BriefDocument, title: string) =>
  sections
    .filter((section) => section.title.endsWith(title))
    .flatMap(({ blocks }) => blocks.flatMap((block) => (block.block === "table" ? [block.table] : [])));

const numbersIn = (text: string): readonly string[] => text.match(/\d[\d,]*(?:\.\d+)?/g) ?? [];

const fen = (amount: string | null): number | undefined => (amount === null ? undefined : Math.round(Number(amount) * 100));

describe("a briefing", () => {
  it("says in every sentence the figures of the statistics for the same period", async () => {
    const brief = await read(october);
    const asked = { ...october, basis: "reported" } as const;
    const [byCategory, byPlace] = [
      await ask("statistics.table", { ...asked, by: ["category"] }),
      await ask("statistics.table", { ...asked, by: ["place"] }),
    ];
    const figures = sentencesOf({ sections: brief.sections.slice(1) }).map((sentence) => sentence.figures ?? {});
    expect(figures[0]).toEqual({ count: byCategory.total.count, countLast: byCategory.total.last });
    expect(figures[1]).toMatchObject({ count: byCategory.cells[0]![0]!.count });
    expect(figures[2]).toMatchObject({ count: byPlace.cells[0]![0]!.count });
    const money = await Promise.all(
      (["loss", "stopped", "returned"] as const).map((measure) => ask("statistics.table", { ...asked, by: ["category"], measure })),
    );
    const told = money.map(({ total }) => ({ fen: fen(total.amount), fenLast: fen(total.lastAmount) }));
    expect(figures.filter((one) => "fenLast" in one)).toEqual(told);
    const [categories, places] = tablesOf(brief, "新增警情");
    expect(categories!.rows.map((row) => row[1]!.replace(/[*▲]/g, ""))).toEqual([
      ...byCategory.cells.map(([cell]) => String(cell!.count)),
      String(byCategory.total.count),
    ]);
    expect(places!.rows.slice(0, -1).reduce((sum, row) => sum + Number(row[1]!.replace(/[*▲]/g, "")), 0)).toBe(byPlace.total.count);
  }, 60_000);

  it("is summed up in three sentences whose figures are those of the sections behind", async () => {
    const brief = await read(november);
    const [head, ...parts] = brief.sections;
    const summary = sentencesOf({ sections: [head!] });
    const behind = sentencesOf({ sections: parts }).map(({ figures = {}, text }) => ({ ...figures, text }));
    expect(head!.blocks.map(({ block }) => block)).toEqual(["heading", "paragraph", "paragraph", "paragraph"]);
    const [happened, stood, next] = summary.map(({ figures }) => figures!);
    expect(behind[0]).toMatchObject({ count: happened!["count"], countLast: happened!["countLast"] });
    expect(behind.find(({ text }) => text.startsWith("涉案损失"))).toMatchObject({ fen: happened!["fen"], fenLast: happened!["fenLast"] });
    const series = JSON.stringify(parts.find(({ title }) => title.endsWith("系列变化")));
    expect(series).toContain(`新出现 ${stood!["appeared"]} 个系列，新并入案件的 ${stood!["grown"]} 个`);
    const named = /其中 (S-\d+)/.exec(summary[1]!.text)![1];
    expect(behind.find(({ text }) => /^(系列|新出现系列) S-/.test(text) && text.includes(`${named}（`))).toMatchObject({
      joined: stood!["joined"],
    });
    const spot = behind.find(({ text }) => text.includes("明显偏多"));
    expect(stood).toMatchObject(spot === undefined ? {} : { count: (spot as { count?: number }).count });
    const alerts = behind.find((one) => "watches" in one) as Record<string, number>;
    expect(next).toMatchObject({ open: 1, overdue: 0, unhandled: alerts["new"]! + alerts["seen"]!, new: alerts["new"] });
    for (const { citations } of summary) expect(citations.length).toBeGreaterThan(0);
  }, 60_000);

  it("asks for a task on the series that grew most, and not once there is one", async () => {
    const nextOf = async () => sentencesOf({ sections: [(await read(november)).sections[0]!] })[2]!.text;
    const series = /系列 (S-\d+)（[^）]*）本期并入 \d+ 起而没有在办任务，建议布置/.exec(await nextOf())![1]!;
    const { id } = await ask("task.add", { text: "研判该系列", about: [series] });
    expect(await nextOf()).not.toContain(`系列 ${series}（`);
    await ask("task.settle", { task: id, state: "dropped", reason: "试过" });
    expect(await nextOf()).toContain(`系列 ${series}（`);
  }, 60_000);

  it("writes no number into a sentence that is none of its figures, nor a name of what it is about", async () => {
    for (const sentence of sentencesOf(await read(november))) {
      const { text, figures = {} } = sentence;
      const known = Object.entries(figures).flatMap(([name, value]) =>
        name.startsWith("fen") ? [(Number(value) / 100).toLocaleString("en-US", { minimumFractionDigits: 2 })] : [String(value)],
      );
      const rest = numbersIn(text.replaceAll(/\([^)]*\)|[A-Z]-?\d+|\d{4}-\d\d-\d\d|\d{6,}|\d+:\d+/g, "")).filter(
        (number) => !known.includes(number) && !known.includes(number.replaceAll(",", "")),
      );
      // What is left are changes in percent, and 1 of "1/400".
      expect(rest.filter((number) => number !== "1" && !text.includes(`${number}%`) && !/\d时/.test(text))).toEqual([]);
    }
  }, 60_000);

  it("cites rows for every sentence, and tells series, rings, what came again, alerts, decisions and tasks", async () => {
    const brief = await read(november);
    expect(brief.uncited).toBe(0);
    expect(brief.sections.map(({ title }) => title).filter((title) => title !== "")).toEqual([
      "一、新增警情",
      "二、损失与止付返还",
      "三、突出的时空与类别",
      "四、系列变化",
      "五、团伙动态",
      "六、重复出现的号码、账户与网址",
      "七、预警与处置",
      "八、关注项变动",
      "九、研判决定",
      "十、任务",
      "十一、研判意见",
      "十二、下步工作",
      "方法说明",
    ]);
    const text = JSON.stringify(brief.sections);
    // How it was tested stands at the end, not among what leaders read.
    expect(JSON.stringify(brief.sections.slice(0, -1))).not.toMatch(/负二项|Benjamini|Garwood/);
    expect(JSON.stringify(brief.sections.at(-1))).toContain("负二项");
    for (const part of ["确认 1 项", "期末未完成 1 项", "调取收款账户流水", "W-1", "本期新增 1 项"]) expect(text).toContain(part);
    const alerts = (await ask("review.listAlerts", { state: "all" })).items.reduce((sum, { facts }) => sum + facts, 0);
    expect(sentencesOf(brief).find(({ figures }) => figures?.["watches"] !== undefined)?.figures).toMatchObject({
      watches: 1,
      facts: alerts,
      new: alerts,
    });
  }, 60_000);

  it("keeps the unit's words when figures are made anew, also of a sentence whose rows changed", async () => {
    const { id } = await ask("brief.open", november);
    expect((await ask("brief.open", november)).id).toBe(id);
    const [first, , , told] = sentencesOf(await read(november));
    await ask("review.changeReport", { id, change: { change: "rewrite", sentence: first!.key, text: "本月警情总体平稳。" } });
    await ask("review.changeReport", { id, change: { change: "rewrite", sentence: told!.key, text: "接报数较平。" } });
    await ask("review.changeReport", { id, change: { change: "edit", place: "assessment", text: "重点打击刷单返利。" } });
    const [source] = (await ask("import.listSources", {})).filter(({ name }) => name.startsWith("昨夜警情"));
    await ask("import.removeSource", { sourceId: source!.id, reason: "重新导入" });
    const after = await read(november);
    const [rewritten, , , toldAfter] = sentencesOf(after);
    expect(rewritten).toMatchObject({ key: first!.key, text: "本月警情总体平稳。" });
    expect(toldAfter).toMatchObject({ key: told!.key, text: "接报数较平。" });
    expect(rewritten!.original).not.toBe(first!.text);
    expect(after).toMatchObject({ report: id, leftOver: [], uncited: 0 });
    expect(JSON.stringify(after.sections)).toContain("重点打击刷单返利。");
  }, 60_000);

  it("has a head that is proposed, written, kept over a refresh, and taken by what leaves", async () => {
    const headNow = async (days: typeof november | typeof october) => (await read(days)).head;
    expect(await headNow(october)).toMatchObject({ unit: "", issue: "第1期", issued: "2026-11-23", notice: "" });
    await ask("review.nameUnit", { unit: "云津市反诈中心" });
    const { id } = await ask("brief.open", october);
    const head = { issue: "〔2026〕10号", drafted: "钱警官", notice: "内部资料 注意保管" };
    await ask("review.changeReport", { id, change: { change: "head", head } });
    expect(await headNow(october)).toEqual({
      ...head,
      unit: "云津市反诈中心",
      issued: "2026-11-23",
      approved: "",
      proposed: ["issued", "approved"],
    });
    expect(await headNow(november)).toMatchObject({ ...head, issue: "〔2026〕11号" });
    await ask("brief.export", { ...november, format: "docx" });
    expect((await headNow(november)).proposed).toEqual([]);
    expect((await read({ from: "2026-12-01", to: "2026-12-31" })).head.issue).toBe("〔2026〕12号");
  }, 120_000);

  it("leaves as a document, as slides whose XML is whole, and as a bundle, with the kept words", async () => {
    const bytes = async (format: "docx" | "pptx" | "pdf") =>
      Buffer.from((await ask("brief.export", { ...november, format })).base64, "base64");
    const docx = strFromU8(unzipSync(await bytes("docx"))["word/document.xml"]!).replaceAll(/<[^>]+>/g, "");
    expect(docx).toContain("月会商 2026-11");
    expect(docx).toContain("本月警情总体平稳。");
    expect(docx.trim()).toMatch(
      /^内部资料 注意保管月会商 2026-11〔2026〕11号云津市反诈中心2026年11月23日编稿：钱警官.*提要本月警情总体平稳。/s,
    );
    // Who drafted it is named; only the approval is still signed by hand.
    expect(docx).toMatch(/审签：_{8}/);
    expect(docx).not.toMatch(/编稿：_/);
    const slides = Object.entries(unzipSync(await bytes("pptx"))).filter(([name]) => /slides\/slide\d+\.xml$/.test(name));
    expect(slides.length).toBeGreaterThan(6);
    for (const [, xml] of slides) {
      const parser = new SaxesParser();
      parser.on("error", (error) => expect.fail(error.message));
      parser.write(strFromU8(xml)).close();
    }
    const words = slides.map(([, xml]) => strFromU8(xml)).join("");
    expect(words).toContain("本月警情总体平稳。");
    expect(words).toContain("<a:tbl>");
    for (const part of ["〔2026〕11号 · 云津市反诈中心 · 2026年11月23日", "编稿：钱警官", "提要"]) expect(words).toContain(part);
    expect(slides.filter(([, xml]) => strFromU8(xml).includes("内部资料 注意保管"))).toHaveLength(slides.length);
    expect((await bytes("pdf")).subarray(0, 4).toString()).toBe("%PDF");
  }, 120_000);

  it("shows nobody in a masked session, under the same keys", async () => {
    const [open, masked] = [await read(october), await read(october, true)];
    expect(findPersonal(JSON.stringify(masked.sections), readPersonal(at("w.caseweave")))).toEqual([]);
    expect(sentencesOf(masked).map(({ key }) => key)).toEqual(sentencesOf(open).map(({ key }) => key));
  }, 60_000);

  it("refuses what is no period, and says so of a day without anything", async () => {
    await expect(read({ from: "2026-11-30", to: "2026-11-01" })).rejects.toMatchObject({ code: "bad-request" });
    await expect(read({ from: "2026-11-31", to: "2026-12-01" })).rejects.toMatchObject({ code: "bad-request" });
    const empty = await read({ from: "2020-01-01", to: "2020-01-01" });
    expect(empty).toMatchObject({ uncited: 0, heading: "日分析 2020-01-01" });
    expect(JSON.stringify(empty.sections)).toContain("本期没有接报案件");
  }, 60_000);
});

describe("the command", () => {
  it("prints the briefing, writes it, and says which periods there are", async () => {
    await engine.close();
    const ws = at("w.caseweave");
    const { code, out } = await runHere(["brief", ws, "--month", "2026-10", "--json"]);
    const brief = JSON.parse(out) as BriefDocument;
    expect([code, brief.period, brief.heading]).toEqual([0, { ...october, span: "month" }, "月会商 2026-10"]);
    const week = JSON.parse((await runHere(["brief", ws, "--week", "2026-11-18", "--json"])).out) as BriefDocument;
    expect(week.period).toEqual({ from: "2026-11-16", to: "2026-11-22", span: "week" });
    const written = await runHere(["brief", ws, "--day", "2026-11-22", "--out", at("日分析.docx"), "--json"]);
    expect([written.code, JSON.parse(written.out)]).toEqual([0, expect.objectContaining({ isMasked: true })]);
    const named = ["--issue", "第326期", "--drafted", "赵警官", "--approved", "", "--issued", "2026-11-23"];
    const day = JSON.parse((await runHere(["brief", ws, "--day", "2026-11-22", ...named, "--json"])).out) as BriefDocument;
    expect(day.head).toMatchObject({ issue: "第326期", drafted: "赵警官", approved: "", issued: "2026-11-23" });
    const next = JSON.parse((await runHere(["brief", ws, "--day", "2026-11-23", "--json"])).out) as BriefDocument;
    expect(next.head).toMatchObject({ issue: "第327期", drafted: "赵警官", approved: "" });
    const back = JSON.parse((await runHere(["brief", ws, "--day", "2026-11-22", "--issue", "auto", "--json"])).out) as BriefDocument;
    expect(back.head).toMatchObject({ issue: "第1期", drafted: "赵警官" });
    for (const wrong of [
      [],
      ["--day", "2026-11-22", "--issued", "23.11."],
      ["--day", "2026-11-22", "--week", "2026-11-22"],
      ["--month", "2026-13"],
      ["--from", "2026-11-01"],
      ["--day", "gestern"],
    ])
      expect((await runHere(["brief", ws, ...wrong])).code).toBe(2);
  }, 120_000);
});
