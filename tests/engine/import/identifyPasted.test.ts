// A pasted text: every identifier in it with its verdict, and what the workspace knows about it.
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { identifyPasted } from "../../../electron/engine/import/identifyPasted.ts";
import type { Connection } from "../../../electron/engine/store/sqlite/database.ts";
import { openWorkspaceFile } from "../../../electron/engine/store/sqlite/open.ts";
import { openMasker } from "../../../shared/review/masker.ts";
import { aCase, addSource, aPerson } from "../../builders.ts";

let db: Connection;
beforeEach(() => {
  db = openWorkspaceFile(":memory:");
  addSource(db, "cases", [
    aPerson({ key: "11010519491231002X", name: "何某芳" }),
    aCase({ number: "A3301020261103", suspect: "11010519491231002X" }),
  ]);
});
afterEach(() => db.close());

const identify = (text: string) => identifyPasted(db, { text, strict: false, today: 20_260_601 }, openMasker);

describe("a pasted text", () => {
  it("tells for each identifier what it is, why it is invalid, and the entity and cases that the workspace has", () => {
    const text = "嫌疑人11010519491231002X用手机13800138000联系，自称证件110105194912310021\n车架号1M8GDM9AXKP042789";
    const items = identify(text);
    expect(items.map(({ text: found, kind, valid, reason }) => [found, kind, valid, reason])).toEqual([
      ["11010519491231002X", "identity-number", true, null],
      ["13800138000", "mobile", true, null],
      ["110105194912310021", "identity-number", false, "check-digit"],
      ["1M8GDM9AXKP042789", "vin", false, "check-digit"],
    ]);
    expect(items.map(({ start, end }) => text.slice(start, end))).toEqual(items.map((item) => item.text));
    expect(items[0]?.known).toMatchObject({ entity: "person:11010519491231002X", cases: ["A3301020261103"], caseCount: 1 });
    expect(items.slice(1).map(({ known }) => known)).toEqual([null, null, null]);
  });

  it("reads the cells of a row one by one, and one value with its brackets whole", () => {
    expect(identify("13800138000\t91350100M000100Y43").map(({ kind }) => kind)).toEqual(["mobile", "credit-code"]);
    expect(identify("A123456(3)").map(({ kind, normal }) => [kind, normal])).toEqual([["hk-id", "A123456(3)"]]);
  });

  it("tells no birth date of a number that is shown masked", () => {
    const masker = { ...openMasker, label: (_kind: string, label: string) => "*".repeat(label.length) };
    const [item] = identifyPasted(db, { text: "11010519491231002X", strict: false, today: 20_260_601 }, masker);
    expect(item?.text).toBe("*".repeat(18));
    expect(item?.facts).not.toHaveProperty("birthDate");
    expect(identify("11010519491231002X")[0]?.facts).toHaveProperty("birthDate", "1949-12-31");
  });

  it("finds nothing in words and sums", () => {
    expect(identify("12:30:00 转账备注 5000.00，共3笔，在网上认识")).toEqual([]);
  });

  it("lists who is named, places and days of a report, with how sure, and masks them as labels", () => {
    const text =
      "2026年3月5日，报案人王小明在浙江省杭州市西湖区文三路88号3幢502室被骗；嫌疑人李强，户籍地河南省周口市，现住阳光小区3幢；2026-03-06报警，客服95588。";
    const items = identify(text);
    expect(items.map(({ text: found, kind }) => [found, kind])).toEqual([
      ["2026年3月5日", "date"],
      ["王小明", "person-name"],
      ["浙江省杭州市西湖区文三路88号3幢502室", "address"],
      ["李强", "person-name"],
      ["阳光小区3幢", "address"],
      ["2026-03-06", "date"],
      ["95588", "service-number"],
    ]);
    expect(items.map(({ start, end }) => text.slice(start, end))).toEqual(items.map((item) => item.text));
    expect(items[0]).toMatchObject({ normal: "2026-03-05", entityKind: null, confidence: 0.9, known: null });
    expect(items[2]!.confidence).toBeGreaterThan(items[4]!.confidence);
    expect(items.map(({ rarityBits }) => rarityBits > 0)).toEqual([true, true, true, true, true, true, false]);
    const masker = { ...openMasker, label: (kind: string, label: string) => `${kind}:${"*".repeat(label.length)}` };
    const shown = identifyPasted(db, { text, strict: false, today: 20_260_601 }, masker);
    expect(shown.filter(({ kind }) => kind === "person-name").map(({ text: found, facts }) => [found, facts])).toEqual([
      ["person:***", {}],
      ["person:**", {}],
    ]);
    expect(shown.find(({ kind }) => kind === "address")).toMatchObject({ text: `place:${"*".repeat(21)}`, facts: {} });
  });
});
