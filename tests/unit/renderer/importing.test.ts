// Decisions about sheets on their way in: targets changed by hand, and one review carried over to the sheets alike.
import { describe, expect, it } from "vitest";
import { alikeSheets, decidedLike, isReady, newSheet, withTargets } from "../../../renderer/state/importing.ts";
import { withOpenDoubts } from "../../../renderer/state/openDoubts.ts";
import { changesOf } from "../../../renderer/views/import/rejectRepair.ts";
import type { RejectItem, SheetPreview } from "../../../shared/import/calls.ts";
import type { Mapping } from "../../../shared/import/mapping.ts";

const mapping: Mapping = {
  name: "m",
  rowKind: "transfer",
  columns: { a: "time", b: "amount" },
  constants: { direction: "neutral", currency: "CNY" },
};

describe("targets changed by hand", () => {
  it("take the place of what a constant said for want of a column", () => {
    expect(withTargets(mapping, "c", ["direction"])).toEqual({
      ...mapping,
      columns: { ...mapping.columns, c: "direction" },
      constants: { currency: "CNY" },
    });
    expect(withTargets(mapping, "b", ["debit"]).constants).toEqual({ currency: "CNY" });
    expect(withTargets(mapping, "c", ["memo"]).constants).toEqual(mapping.constants);
    expect(withTargets(mapping, "b", []).columns).toEqual({ a: "time" });
  });
});

const preview = (file: string, headings: readonly string[], owner: string): SheetPreview => ({
  file,
  entry: null,
  source: file,
  sheet: null,
  shownEntry: null,
  shownSheet: null,
  size: 1,
  sha256: file,
  encoding: "utf-8",
  headerRow: 3,
  headings,
  layout: "transfer-0000",
  confidence: 0.3,
  sure: false,
  balances: [],
  doubts: [{ code: "unsure", column: "", values: {}, blocking: true }],
  mapping: { ...mapping, format: { headerRow: 3 }, constants: { "own.account": owner } },
  columns: [],
  rows: [],
  rowCount: 1,
  alreadyImported: null,
});

describe("a mapping that was tried", () => {
  it("leaves open what was asked and not answered, until a target answers it", () => {
    const asked = { code: "target-missing", column: "", values: { target: "time / time.date" }, blocking: true };
    const before = { ...preview("a.csv", ["a", "b", "c"], "1"), doubts: [asked, { ...asked, code: "unsure", values: {} }] };
    const tried = { ...before, doubts: [], sure: true, confidence: 1 };
    const codes = (columns: Mapping["columns"]) =>
      withOpenDoubts({ ...tried, mapping: { ...tried.mapping, columns } }, before).doubts.map(({ code }) => code);
    expect(codes({ b: "amount" })).toEqual(["target-missing", "unsure"]);
    expect(codes({ a: "time.date" })).toEqual(["unsure"]);
    expect(withOpenDoubts(tried, before)).toMatchObject({ sure: false, confidence: 0.3 });
  });
});

describe("a repaired reject", () => {
  it("sends only the cells that differ from what was shown, so that masked ones stay as the source has them", () => {
    const item: RejectItem = {
      sourceId: 1,
      row: 2,
      verdict: "rejected",
      reason: "amount-invalid",
      column: "金额",
      cell: "6o",
      cells: ["6230****0037", "6o", ""],
    };
    const headings = ["账号", "金额", "备注"];
    expect(changesOf(item, headings, { 1: "60" })).toEqual([{ column: 1, text: "60" }]);
    expect(changesOf({ ...item, column: "" }, headings, { [-1]: "6230****0037\t60\tx" })).toEqual([
      { column: 1, text: "60" },
      { column: 2, text: "x" },
    ]);
  });
});

describe("one review for sheets alike", () => {
  it("carries mapping and decisions to sheets with the same headings, and leaves owner and place of the heading", () => {
    const [first, second, other] = [preview("1", ["a", "b"], "A"), preview("2", ["a", "b"], "B"), preview("3", ["b", "a"], "C")].map(
      newSheet,
    );
    const reviewed = {
      ...first!,
      preview: { ...first!.preview, headerRow: 1, mapping: { ...mapping, columns: { a: "time", b: "debit" } } },
      settled: ["unsure|"],
      isCorrected: true,
    };
    expect(alikeSheets([reviewed, second!, other!], reviewed)).toEqual([second]);
    const decided = decidedLike(second!, reviewed);
    expect(decided.preview.mapping).toEqual({
      ...mapping,
      columns: { a: "time", b: "debit" },
      format: { headerRow: 3 },
      constants: { direction: "neutral", currency: "CNY", "own.account": "B" },
    });
    expect([isReady(second!), isReady(decided), decided.isCorrected, decided.isStale]).toEqual([false, true, true, true]);
  });
});
