// Both cases side by side: what they share has the sign of what compares it; what they share and weighs nothing says why.
import { writeFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { identifierRows } from "../../../electron/engine/link/compareSides.ts";
import type { PairExplanation } from "../../../shared/link/calls.ts";
import { features } from "../../../shared/link/features/index.ts";
import { freshFolder } from "../folder.ts";
import { openEngine } from "../import/openEngine.ts";

const at = freshFolder();
const two = (n: number) => String(n).padStart(2, "0");

/** Cases that have nothing in common but what is said. */
const caseLine = (n: number, brief: string, phone = ""): string =>
  `A34000020260${two(n)}01,2026-0${1 + (n % 9)}-${two(1 + (n % 27))} 1${n % 10}:00,刷单返利,${1000 * (n + 1)},${phone},${brief}`;

describe("two cases side by side", () => {
  let opened: Awaited<ReturnType<typeof openEngine>>;
  const number = (n: number) => `A34000020260${two(n)}01`;
  const explain = (a: number, b: number) => opened.call("link.explainPair", { a: number(a), b: number(b) }) as Promise<PairExplanation>;

  beforeAll(async () => {
    const lines = Array.from({ length: 24 }, (_, n) => {
      if (n < 2) return caseLine(n, "对方发来网址 shua88.top 让其做任务，后联系不上对方");
      if (n < 4) return caseLine(n, "对方用来电95588自称客服，要求其转账", "95588");
      return caseLine(n, `对方发来网址 site${n}.top 让其做任务，对方用1380000${String(1000 + n)}联系`);
    });
    writeFileSync(at("cases.csv"), ["案件编号,发案时间,案件类别,损失金额,嫌疑人电话,简要案情", ...lines].join("\n"));
    opened = await openEngine(at("w.caseweave"));
    await opened.call("import.storeFiles", { paths: [at("cases.csv")] } as never);
    await opened.call("link.runLinkage", {} as never);
  }, 60_000);
  afterAll(() => opened.close());

  it("takes every sign from features that there are", () => {
    const known = new Set(features.map(({ id }) => id));
    for (const row of identifierRows) {
      expect(row.features.length).toBeGreaterThan(0);
      for (const feature of row.features) expect(known).toContain(feature);
    }
  });

  it("marks a domain that both have as evidence", async () => {
    const { sides } = await explain(0, 1);
    const netids = sides.find(({ row }) => row === "netids")!;
    expect(netids.a).toContain("shua88.top");
    expect(netids).toMatchObject({ sign: "+", silent: [] });
  });

  it("says of a public number that both have once why it weighs nothing, though column and brief both name it", async () => {
    const { sides } = await explain(2, 3);
    const phones = sides.find(({ row }) => row === "phones")!;
    expect(phones.sign).toBe("~");
    expect(phones.silent).toEqual([{ entity: "phone:95588", label: "95588", reason: "public-number", cases: 2 }]);
  });

  it("says nothing where nothing is shared", async () => {
    const { sides } = await explain(10, 11);
    for (const { silent } of sides) expect(silent).toEqual([]);
  });
});
