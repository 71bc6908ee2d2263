// Storyboards: steps that outlive a restart, words that a masked window cannot overwrite with stars, slides with shapes, connectors, notes and sources.
import { writeFileSync } from "node:fs";
import { strFromU8, unzipSync } from "fflate";
import { SaxesParser } from "saxes";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { writeDemoFiles } from "../../../electron/engine/demo/index.ts";
import { createEngine, type Engine } from "../../../electron/engine/engine.ts";
import { draftScenes } from "../../../renderer/state/takeScene.ts";
import type { CallName, Input, Result } from "../../../shared/rpc/contract.ts";
import { findPersonal, readPersonal } from "../../personalData.ts";
import { freshFolder } from "../folder.ts";

const at = freshFolder("all");
const signal = new AbortController().signal;
let engine: Engine;
let series = "";
let board = "";

async function ask<Name extends CallName>(name: Name, params: Input<Name>, isMasked = false): Promise<Result<Name>> {
  return (await engine.dispatch(name, params, { signal, isMasked, report: () => {} })) as Result<Name>;
}

const start = async () => {
  engine = await createEngine({
    workspacePath: at("demo.caseweave"),
    user: "analyst-zhao",
    clock: () => Date.parse("2026-11-23T09:06:00+08:00"),
  });
};

const words = {
  scene: { day: (month: number, day: number) => `${month} 月 ${day} 日`, tenThousand: "万", mask: (_kind: string, label: string) => label },
  all: (count: number) => `${count} 起案件，一个系列`,
  allLine: () => "损失合计",
  shared: ({
    kind,
    subtype,
    nth,
    cases,
  }: {
    readonly kind: string;
    readonly subtype: string;
    readonly nth: number;
    readonly cases: number;
  }) => `第 ${nth} 个${kind}${subtype}连起 ${cases} 案`,
  sharedLine: () => "依据",
  without: "如果没有",
  withoutLine: "逐条停用",
  next: "下一步",
  nextLine: "查证",
};

beforeAll(async () => {
  const demo = await writeDemoFiles(at("files"), { scale: 0.03, seed: 5 });
  await start();
  await ask("import.storeFiles", { paths: demo.files.map((name) => at(`files/${name}`)) });
  await ask("link.runLinkage", {});
  await ask("group.runSeries", {});
  series = (await ask("group.listSeries", {})).series[0]!.series;
  const detail = await ask("group.readSeries", { series });
  const scenes = [...draftScenes(detail, await ask("chart.openSubject", { subject: `series:${series}` }), words)];
  board = (await ask("review.createStoryboard", { name: "周五会商", subject: `series:${series}` })).id;
  await ask("review.changeStoryboard", { id: board, change: { step: "add", scenes, at: null } });
}, 120_000);
afterAll(() => engine.close());

const captions = async () => (await ask("review.readStoryboard", { id: board })).board.scenes.map(({ caption }) => caption);
const step = (change: Input<"review.changeStoryboard">["change"]) => ask("review.changeStoryboard", { id: board, change });

it("calls no two scenes of a draft alike", async () => {
  const all = await captions();
  expect(all.length).toBeGreaterThan(4);
  expect(new Set(all).size).toBe(all.length);
});

describe("steps", () => {
  it("are taken back and done again, also after a restart; a new one ends what was taken back", async () => {
    const first = await captions();
    await step({ step: "write", scene: "2", change: { caption: "甲" } });
    await step({ step: "move", scene: "2", to: 0 });
    await engine.close();
    await start();
    expect(await ask("review.readStoryboard", { id: board })).toMatchObject({ undo: "move", redo: null });
    await ask("review.undoStoryboard", { id: board, direction: "undo" });
    await ask("review.undoStoryboard", { id: board, direction: "undo" });
    expect(await captions()).toEqual(first);
    expect(await ask("review.readStoryboard", { id: board })).toMatchObject({ undo: "add", redo: "write" });
    await ask("review.undoStoryboard", { id: board, direction: "redo" });
    expect((await captions())[1]).toBe("甲");
    await step({ step: "remove", scene: "1" });
    expect(await ask("review.readStoryboard", { id: board })).toMatchObject({ undo: "remove", redo: null });
    for (let i = 0; i < 2; i++) await ask("review.undoStoryboard", { id: board, direction: "undo" });
    expect(await captions()).toEqual(first);
  });

  it("refuse a scene and a storyboard that are not there, and name them", async () => {
    await expect(step({ step: "remove", scene: "77" })).rejects.toMatchObject({ code: "scene-unknown", details: { scene: "77" } });
    await expect(ask("review.readStoryboard", { id: "B-9" })).rejects.toMatchObject({ code: "storyboard-unknown", details: { id: "B-9" } });
    const empty = await ask("review.createStoryboard", { name: "空" });
    await expect(ask("review.exportStoryboard", { id: empty.id, format: "pptx" })).rejects.toThrow("storyboard-empty");
    await ask("review.deleteStoryboard", { id: empty.id });
    expect((await ask("review.listStoryboards", {})).map(({ id }) => id)).toEqual([board]);
  });
});

it("shows nobody in a masked session, and a step there leaves what it could not see", async () => {
  const phone = readPersonal(at("demo.caseweave")).find((one) => /^1\d{10}$/.test(one))!;
  await step({ step: "write", scene: "1", change: { caption: `号码 ${phone}` } });
  const masked = await ask("review.readStoryboard", { id: board }, true);
  expect(masked.board.scenes[0]!.caption).toBe(`号码 ${phone.slice(0, 3)}****${phone.slice(-4)}`);
  expect(masked.board.scenes[1]!.highlights).toEqual((await ask("review.readStoryboard", { id: board })).board.scenes[1]!.highlights);
  await engine.dispatch(
    "review.changeStoryboard",
    { id: board, change: { step: "arrange", scene: "1", change: { seconds: 60 } } },
    { signal, isMasked: true, report: () => {} },
  );
  expect((await captions())[0]).toBe(`号码 ${phone}`);
});

describe("slides", () => {
  const partsOf = async (isMasked: boolean) => {
    const file = await ask("review.exportStoryboard", { id: board, format: "pptx" }, isMasked);
    return {
      file,
      parts: Object.fromEntries(
        Object.entries(unzipSync(Buffer.from(file.base64, "base64"))).map(([name, bytes]) => [name, strFromU8(bytes)]),
      ),
    };
  };

  it("are well-formed, one a scene, the same bytes twice", async () => {
    const { file, parts } = await partsOf(false);
    const { scenes } = await ask("review.readStoryboard", { id: board });
    expect(file).toMatchObject({ count: scenes, file: "周五会商.pptx" });
    for (const [name, xml] of Object.entries(parts)) {
      const parser = new SaxesParser({ xmlns: true });
      parser.on("error", (error) => {
        throw new Error(`${name}: ${error.message}`);
      });
      parser.write(xml).close();
    }
    expect(Object.keys(parts).filter((name) => /^ppt\/slides\/slide\d+\.xml$/.test(name))).toHaveLength(scenes);
    // Everything that is referred to is in the package.
    for (const [name, xml] of Object.entries(parts).filter(([path]) => path.endsWith(".rels")))
      for (const [, target] of xml.matchAll(/Target="([^"]+)"/g)) {
        const folder = name.replace(/_rels\/[^/]+$/, "");
        expect(Object.keys(parts)).toContain(new URL(target!, `file:///${folder}`).pathname.slice(1));
      }
  });

  it("hold shapes with unique numbers, connectors that name the shapes they join, labels as text", async () => {
    const { parts } = await partsOf(false);
    const slide = parts["ppt/slides/slide1.xml"]!;
    const ids = [...slide.matchAll(/<p:cNvPr id="(\d+)"/g)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
    const ends = [...slide.matchAll(/<a:(?:st|end)Cxn id="(\d+)"/g)].map(([, id]) => id!);
    expect(ends.length).toBeGreaterThan(4);
    expect(ends.filter((id) => !ids.includes(id))).toEqual([]);
    expect(slide).toMatch(/<a:t>\d+ 月 \d+ 日<\/a:t>/);
    expect(slide).toMatch(/<a:t>来源：\[\d+\]/);
    expect(slide).not.toContain("<p:pic>");
  });

  it("carry the notes of the speaker", async () => {
    await step({ step: "write", scene: "2", change: { notes: "先说卡\n再说号码" } });
    const { parts } = await partsOf(false);
    expect(parts["ppt/notesSlides/notesSlide2.xml"]).toMatch(/先说卡.*<\/a:p><a:p>.*再说号码/);
  });

  it("of a masked session hold nobody in clear, as PPTX and as PDF", async () => {
    const personal = readPersonal(at("demo.caseweave"));
    const { parts } = await partsOf(true);
    expect(findPersonal(Object.values(parts).join("\n"), personal)).toEqual([]);
    const pdf = await ask("review.exportStoryboard", { id: board, format: "pdf", isDark: true }, true);
    expect(pdf.isMasked).toBe(true);
    writeFileSync(at("board.pdf"), Buffer.from(pdf.base64, "base64"));
    const pages = Buffer.from(pdf.base64, "base64")
      .toString("latin1")
      .match(/\/Type \/Page\b(?!s)/g);
    expect(pages).toHaveLength(pdf.count);
  });
});

it("minutes from the stage stay, in order, and a later one answers", async () => {
  const question = await ask("review.recordMinute", { kind: "question", text: "机主是谁", board, scene: "2", subject: `series:${series}` });
  const answer = await ask("review.recordMinute", { kind: "decision", text: "已调证", board, answers: question.id });
  const [last, first] = await ask("review.listMinutes", { board });
  expect(last).toMatchObject({ id: answer.id, answers: question.id, answeredBy: null, by: "analyst-zhao", boardName: "周五会商" });
  expect(first).toMatchObject({ id: question.id, scene: "2", answeredBy: answer.id, at: "2026-11-23T09:06:00+08:00" });
  await expect(ask("review.recordMinute", { kind: "question", text: "查", board })).rejects.toThrow("bad-request");
  await expect(ask("review.recordMinute", { kind: "decision", text: "查证", board, answers: 99 })).rejects.toMatchObject({
    code: "minute-unknown",
    details: { id: 99 },
  });
  const audited = await ask("audit.listEntries", { limit: 20 });
  expect(audited.filter(({ action }) => action === "review.recordMinute").length).toBe(2);
});
