// Reports that are composed: words kept, sections left out, rings with their roles, the unit's own template; sign-off and what was held true on a day.
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { SaxesParser } from "saxes";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { writeDemoFiles } from "../../../electron/engine/demo/index.ts";
import { createEngine, type Engine } from "../../../electron/engine/engine.ts";
import { verifyBundle } from "../../../electron/engine/review/report/bundle.ts";
import { openWorkspaceFile } from "../../../electron/engine/store/sqlite/open.ts";
import { readRawRows, readSource } from "../../../electron/engine/store/sqlite/tables/source.ts";
import type { ShownSentence } from "../../../shared/review/reportCalls.ts";
import type { CallName, Input, Result } from "../../../shared/rpc/contract.ts";
import { findPersonal, readPersonal } from "../../personalData.ts";
import { freshFolder } from "../folder.ts";

const at = freshFolder("all");
const signal = new AbortController().signal;
let engine: Engine;
let now = Date.parse("2026-11-20T09:00:00+08:00");
let series = "";
let ring = "";

async function ask<Name extends CallName>(name: Name, params: Input<Name>, isMasked = false): Promise<Result<Name>> {
  return (await engine.dispatch(name, params, { signal, isMasked, report: () => {} })) as Result<Name>;
}

beforeAll(async () => {
  const demo = await writeDemoFiles(at("files"), { scale: 0.05, seed: 5 });
  engine = await createEngine({ workspacePath: at("demo.caseweave"), user: "analyst-zhao", clock: () => now });
  await ask("import.storeFiles", { paths: demo.files.map((name) => at(`files/${name}`)) });
  await ask("link.runLinkage", {});
  await ask("group.runSeries", {});
  await ask("group.findRings", {});
  series = (await ask("group.listSeries", {})).series[0]!.series;
  ring = (await ask("group.listRings", {})).rings[0]!.ring;
}, 120_000);
afterAll(() => engine.close());

const begin = async (kind: "merge" | "ring" | "money", subject: string) =>
  (await ask("review.createReport", { kind, subject, name: "意见书" })).id;
const compose = (id: string, isMasked = false) => ask("review.composeReport", { id }, isMasked);
const sentencesOf = (report: Result<"review.composeReport">): readonly ShownSentence[] =>
  report.sections.flatMap(({ blocks }) => blocks.flatMap((block) => ("sentences" in block ? block.sentences : [])));
const textOf = (docx: Uint8Array) => strFromU8(unzipSync(docx)["word/document.xml"]!).replaceAll(/<[^>]+>/g, "");
const bytesOf = ({ base64 }: { readonly base64: string }) => Buffer.from(base64, "base64");

describe("a composed report", () => {
  it("keeps the unit's words and rewritten sentences over a refresh, with their rows, in file and bundle", async () => {
    const id = await begin("merge", `series:${series}`);
    const sentence = sentencesOf(await compose(id))[0]!;
    await ask("review.changeReport", { id, change: { change: "rewrite", sentence: sentence.key, text: "本系列案件概况如下。" } });
    await ask("review.changeReport", { id, change: { change: "edit", place: "next", text: "并案侦查" } });
    await ask("review.changeReport", { id, change: { change: "section", section: 3, isOff: true } });
    const opened = await compose(id);
    expect(sentencesOf(opened)[0]).toMatchObject({ text: "本系列案件概况如下。", original: sentence.text, citations: sentence.citations });
    expect(opened).toMatchObject({ uncited: 0, leftOver: [] });
    const asked = { kind: "merge", subject: `series:${series}`, report: id } as const;
    const text = textOf(bytesOf(await ask("review.writeReport", { ...asked, format: "docx" })));
    expect(text).toContain("本系列案件概况如下。");
    expect(text).toContain("并案侦查");
    expect(text).not.toContain("反向证据与排除");
    expect(text).toContain("三、未查证事项");
    const bundle = bytesOf(await ask("review.writeReport", { ...asked, format: "zip" }));
    expect(verifyBundle(bundle, null)).toMatchObject({ intact: true });
    for (let i = 0; i < 120; i++) {
      const changed = Buffer.from(bundle);
      const place = Math.floor((i / 120) * bundle.length);
      changed[place] = changed[place]! ^ 1;
      expect(verifyBundle(changed, null).intact).toBe(false);
    }
  }, 120_000);

  it("shows nobody in a masked session, and its keys are those of an open one", async () => {
    const id = await begin("merge", `series:${series}`);
    const [open, masked] = [await compose(id), await compose(id, true)];
    expect(
      findPersonal(
        JSON.stringify(
          masked.sections.map(({ blocks }) =>
            blocks.map((block) => ("base64" in block ? Buffer.from(block.base64, "base64").toString() : block)),
          ),
        ),
        readPersonal(at("demo.caseweave")),
      ),
    ).toEqual([]);
    expect(sentencesOf(masked).map(({ key }) => key)).toEqual(sentencesOf(open).map(({ key }) => key));
  }, 60_000);

  it("of a ring tells its people by role with why; every statement of every ring and series leads back to its cells", async () => {
    const reports = [await compose(await begin("ring", `ring:${ring}`))];
    expect(reports[0]!.sections.map(({ title }) => title).join()).toContain("成员与角色");
    expect(sentencesOf(reports[0]!).length).toBeGreaterThan(5);
    for (const one of (await ask("group.listRings", {})).rings.slice(1))
      reports.push(await compose(await begin("ring", `ring:${one.ring}`)));
    for (const one of (await ask("group.listSeries", {})).series) reports.push(await compose(await begin("merge", `series:${one.series}`)));
    reports.push(await compose(await begin("money", `series:${series}`)));
    const sampled = reports.flatMap(sentencesOf);
    expect(sampled.length).toBeGreaterThan(250);
    // What says nothing is no ground: it is named in a line of its own.
    expect(sampled.filter(({ text }) => /[±+−-]?0\.0 比特/.test(text))).toEqual([]);
    const blocks = JSON.stringify(reports.map(({ sections }) => sections));
    expect(blocks).toContain("比对过而不说明问题的：");
    const db = openWorkspaceFile(at("demo.caseweave"), { readOnly: true });
    const wrong = sampled.flatMap(({ text, citations }) => {
      if (citations.length === 0) return [`uncited: ${text}`];
      return citations.flatMap(({ sourceId, row, sha256, column, cell }) => {
        const source = readSource(db, sourceId);
        const cells = readRawRows(db, sourceId, row, 1)[0]?.cells;
        if (source?.sha256 !== sha256 || cells === undefined) return [`${text}: ${sourceId}:${row}`];
        return column === null || cells.includes(cell) ? [] : [`${text}: ${column} ${cell}`];
      });
    });
    db.close();
    expect(wrong).toEqual([]);
  }, 180_000);
});

/** A document of a unit with its own style names, a note of its own, and a placeholder that Word has cut in two. */
function aTemplate(body: string): string {
  const w = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
  const line = (text: string) => `<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`;
  const head = `<w:p><w:r><w:t>云津市公安局 {{ti</w:t></w:r><w:r><w:t>tle}}</w:t></w:r></w:p>`;
  const parts = {
    "[Content_Types].xml":
      '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
    "word/document.xml": `<?xml version="1.0"?><w:document ${w}><w:body>${head}${body.split("|").map(line).join("")}<w:sectPr><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:left="1500" w:right="1500" w:top="1000" w:bottom="1000"/></w:sectPr></w:body></w:document>`,
    "word/styles.xml": `<?xml version="1.0"?><w:styles ${w}><w:style w:type="paragraph" w:styleId="a1"><w:name w:val="heading 1"/></w:style></w:styles>`,
    "word/footnotes.xml": `<?xml version="1.0"?><w:footnotes ${w}><w:footnote w:id="4"><w:p/></w:footnote></w:footnotes>`,
  };
  return Buffer.from(zipSync(Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, strToU8(text)])))).toString("base64");
}

describe("a template of the unit", () => {
  const write = (body: string) =>
    ask("review.writeReport", { kind: "merge", subject: `series:${series}`, format: "docx", template: aTemplate(body) });

  it("is filled: words in a line, blocks in their place, its own styles and notes kept", async () => {
    const parts = unzipSync(bytesOf(await write("{{facts}}|{{section:1}}|本单位固定文字|{{section:2}}|{{signatures}}|{{appendix}}")));
    for (const [name, bytes] of Object.entries(parts).filter(([name]) => name.endsWith(".xml") || name.endsWith(".rels"))) {
      const parser = new SaxesParser({ xmlns: true });
      parser.on("error", (error) => {
        throw new Error(`${name}: ${error.message}`);
      });
      parser.write(strFromU8(bytes)).close();
    }
    const document = strFromU8(parts["word/document.xml"]!);
    const text = document.replaceAll(/<[^>]+>/g, "");
    expect(text).toContain("云津市公安局 串并案意见书");
    expect(text.indexOf("一、案件基本情况")).toBeLessThan(text.indexOf("本单位固定文字"));
    expect(text.indexOf("本单位固定文字")).toBeLessThan(text.indexOf("二、串并依据"));
    expect(text).not.toMatch(/\{\{|反向证据与排除/);
    expect(document).toContain('<w:pStyle w:val="a1"/>');
    const notes = [...document.matchAll(/<w:footnoteReference w:id="(\d+)"/g)].map(([, id]) => Number(id));
    expect(notes[0]).toBe(5);
    for (const id of notes) expect(strFromU8(parts["word/footnotes.xml"]!)).toContain(`<w:footnote w:id="${id}"`);
  }, 60_000);

  it("takes the head of a briefing by name, its summary as a piece, and leaves the names empty in other reports", async () => {
    const month = { from: "2026-10-01", to: "2026-10-31" } as const;
    const { id } = await ask("brief.open", month);
    await ask("review.changeReport", { id, change: { change: "head", head: { issue: "第7期", issued: "2026-11-03", drafted: "钱警官" } } });
    const textOf = (file: { base64: string }) => strFromU8(unzipSync(bytesOf(file))["word/document.xml"]!).replaceAll(/<[^>]+>/g, "");
    const lines = "{{issue}}（{{date}}）编稿{{drafted}}审签{{approved}}|{{summary}}|单位固定文字|{{section:1}}";
    const brief = textOf(await ask("brief.export", { ...month, format: "docx", template: aTemplate(lines) }));
    expect(brief).toMatch(/月会商 2026-10第7期（2026年11月3日）编稿钱警官审签提要本期接报案件 .*单位固定文字一、新增警情/s);
    expect(textOf(await write("{{issue}}（{{date}}）|{{summary}}|{{section:1}}"))).toMatch(/串并案意见书（）一、案件基本情况/);
  }, 60_000);

  it("with a name that is not known, without a place for the text, or that is no document, is refused by name", async () => {
    await expect(write("{{body}}|{{案号}}|{{nubmer}}")).rejects.toMatchObject({
      code: "template-placeholder",
      details: { names: "案号, nubmer" },
    });
    await expect(write("{{facts}}")).rejects.toMatchObject({ code: "template-empty" });
    const asked = { kind: "merge", subject: `series:${series}`, format: "docx", template: Buffer.from("x").toString("base64") } as const;
    await expect(ask("review.writeReport", asked)).rejects.toMatchObject({ code: "template-unreadable" });
  }, 60_000);
});

it("a sign-off keeps the members it saw, a later one supersedes it, and a day is told as it was", async () => {
  const { runId } = await ask("group.listSeries", {});
  now = Date.parse("2026-11-21T10:00:00+08:00");
  const sign = (verdict: "confirm" | "later", reason: string) =>
    ask("review.recordDecision", { subject: "signoff", a: series, b: String(runId), verdict, reason });
  await sign("later", "再查一天");
  now = Date.parse("2026-11-22T10:00:00+08:00");
  const { decision } = await sign("confirm", "并案侦查");
  const detail = await ask("group.readSeries", { series });
  expect(await ask("review.readSignOff", { series })).toMatchObject({
    decision,
    verdict: "confirm",
    by: "analyst-zhao",
    joined: [],
    gone: [],
    cases: [...detail.cases].sort(),
  });
  const listed = await ask("review.listDecisions", {});
  expect(listed.map(({ verdict, supersededBy }) => [verdict, supersededBy])).toEqual([
    ["confirm", null],
    ["later", decision],
  ]);
  await expect(
    ask("review.recordDecision", { subject: "signoff", a: series, b: "999", verdict: "confirm", reason: "并案" }),
  ).rejects.toThrow("series-unknown");
  expect(await ask("review.readAsOf", { day: "2026-11-19" })).toMatchObject({ seriesAt: null, series: [], rings: [], decisions: 0 });
  const signedOn = async (day: string) => (await ask("review.readAsOf", { day })).series.find((one) => one.series === series)?.signedOff;
  expect([await signedOn("2026-11-20"), await signedOn("2026-11-21"), await signedOn("2026-11-22")]).toEqual([null, "later", "confirm"]);
  const rings = (await ask("review.readAsOf", { day: "2026-11-20" })).rings.map((one) => one.ring);
  await ask("group.findRings", {});
  expect((await ask("review.readAsOf", { day: "2026-11-20" })).rings.map((one) => one.ring)).toEqual(rings);
}, 60_000);
