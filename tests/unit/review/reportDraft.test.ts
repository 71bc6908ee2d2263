// A draft changes by one thing at a time; what is taken back leaves no trace; words find their sentences after figures have changed.
import { expect, it } from "vitest";
import { composeSections, leftOver, printedBlocks, sentencesIn } from "../../../electron/engine/review/report/composed.ts";
import { openMasker } from "../../../shared/review/masker.ts";
import type { Block } from "../../../shared/review/paper/paper.ts";
import { applyReportChange, type ReportDraft, reportDraftSchema } from "../../../shared/review/reportDraft.ts";

const fresh: ReportDraft = reportDraftSchema.parse({ version: 1, kind: "merge", subject: "series:S-1" });
const row = (n: number) => ({ sourceId: 1, row: n, source: "a.csv", sheet: null, sha256: "00", column: "金额", cell: "" });
const blocks = (sum: string): Block[] => [
  { kind: "facts", lines: ["头"] },
  { kind: "heading", level: 1, text: "一、基本情况" },
  {
    kind: "paragraph",
    sentences: [
      { text: `损失 ${sum}`, citations: [row(1)] },
      { text: "同一行另一句", citations: [row(1)] },
    ],
  },
  { kind: "heading", level: 1, text: "二、依据" },
  { kind: "points", items: [{ text: "账户相同", citations: [row(2), row(3)] }] },
  { kind: "editable", id: "next", prompt: "建议", text: "" },
  { kind: "heading", level: 1, text: "三、损失" },
];

it("takes sections in and out, edits and rewritings back", () => {
  const off = applyReportChange(fresh, { change: "section", section: 2, isOff: true });
  expect(off.off).toEqual([2]);
  expect(applyReportChange(off, { change: "section", section: 2, isOff: false })).toEqual(fresh);
  const edited = applyReportChange(fresh, { change: "edit", place: "next", text: "并案" });
  expect(edited.edits).toEqual({ next: "并案" });
  expect(applyReportChange(edited, { change: "edit", place: "next", text: " " })).toEqual(fresh);
});

it("numbers what prints anew, and leaves out what is off", () => {
  const sections = composeSections(blocks("1"), { ...fresh, off: [2] }, openMasker);
  expect(printedBlocks(sections).flatMap((block) => (block.kind === "heading" ? [block.text] : []))).toEqual(["一、基本情况", "二、损失"]);
});

it("keeps other words for a sentence when a figure in it changed, and says what it was", () => {
  const before = composeSections(blocks("1.00"), fresh, openMasker);
  const [first, second] = [...before[1]!.sentences.values()].flat();
  expect(first!.key).not.toBe(second!.key);
  const draft = applyReportChange(fresh, { change: "rewrite", sentence: first!.key, text: "九名被害人共损失如下" });
  const after = composeSections(blocks("2.00"), draft, openMasker);
  const paragraph = after[1]!.blocks.find(({ kind }) => kind === "paragraph")!;
  expect(sentencesIn(paragraph).map(({ text }) => text)).toEqual(["九名被害人共损失如下", "同一行另一句"]);
  expect([...after[1]!.sentences.values()].flat()[0]).toMatchObject({ original: "损失 2.00", citations: [row(1)] });
});

it("says what was written for places that are no longer there", () => {
  const draft = { ...fresh, edits: { next: "并案", gone: "旧建议" }, rewrites: { nokey: "旧句" } };
  expect(leftOver(draft, composeSections(blocks("1"), draft, openMasker))).toEqual(["旧建议", "旧句"]);
});
