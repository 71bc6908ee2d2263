// A report is no deed: a sheet that tells only when cases were reported gives no evidence of time, and every list names the time as what it is.
import { writeFileSync } from "node:fs";
import { strFromU8, unzipSync } from "fflate";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { freshFolder } from "../folder.ts";
import { openEngine } from "../import/openEngine.ts";

const at = freshFolder();
const two = (n: number) => String(n).padStart(2, "0");
const number = (n: number) => `A34000020260${two(n)}01`;

/** The first five share a payee and are reported in the small hours, months apart. */
const lineOf = (n: number): string => {
  const isOfSeries = n < 5;
  const day = `2026-0${1 + (n % 9)}-${two(1 + ((n * 5) % 27))}`;
  const payee = isOfSeries ? "6222021234567890128" : `622202${String(7_000_000_000_000 + n * 7919)}`;
  return `${number(n)},${day} ${isOfSeries ? "03:30" : "15:10"},刷单返利,${1000 * (n + 1)},${payee}`;
};

describe.each([
  ["报案时间", "reported"],
  ["立案时间", "filed"],
  ["发案时间", "occurred"],
] as const)("a sheet with %s only", (heading, kind) => {
  let opened: Awaited<ReturnType<typeof openEngine>>;
  let series = "";
  const explain = (a: number, b: number) => opened.call("link.explainPair", { a: number(a), b: number(b) });

  beforeAll(async () => {
    const lines = Array.from({ length: 30 }, (_, n) => lineOf(n));
    writeFileSync(at(`${kind}.csv`), [`案件编号,${heading},案件类别,损失金额,嫌疑人账号`, ...lines].join("\n"));
    opened = await openEngine(at(`${kind}.caseweave`));
    await opened.call("import.storeFiles", { paths: [at(`${kind}.csv`)] });
    await opened.call("link.runLinkage", {});
    await opened.call("group.runSeries", {});
    series = (await opened.call("group.listSeries", {})).series[0]!.series;
  }, 60_000);
  afterAll(() => opened.close());

  const isOccurred = kind === "occurred";

  it("has evidence of time only where it tells when the cases happened", async () => {
    const { score } = await explain(0, 1);
    const bars = [...score.evidence, ...score.counter].filter(({ feature }) => ["time", "hour", "weekday"].includes(feature));
    const told = bars.filter(({ level }) => level !== "missing").map(({ feature }) => feature);
    expect(told.sort()).toEqual(isOccurred ? ["hour", "time", "weekday"] : []);
    expect(bars.filter(({ level, bits }) => level === "missing" && bits !== 0)).toEqual([]);
  });

  it("names the time in the pair, the overview and the series", async () => {
    const { sides } = await explain(0, 1);
    const rows = sides.filter(({ row }) => ["time", "reported", "filed"].includes(row));
    expect(rows).toMatchObject([{ row: isOccurred ? "time" : kind, a: "2026-01-01 03:30", b: "2026-02-06 03:30" }]);
    const { newCases } = await opened.call("workspace.readOverview", {});
    expect(new Set(newCases.map(({ atKind }) => atKind))).toEqual(new Set([kind]));
    const { members, firstAt } = await opened.call("group.readSeries", { series });
    expect(members[0]).toMatchObject({ at: "2026-01-01T03:30:00+08:00", atKind: kind });
    expect(firstAt).toBe("2026-01-01T03:30:00+08:00");
  });

  it("names the time in the opinion and holds nothing against it there", async () => {
    const { base64 } = await opened.call("review.writeReport", { kind: "merge", subject: `series:${series}`, format: "docx" });
    const text = strFromU8(unzipSync(Buffer.from(base64, "base64"))["word/document.xml"]!).replace(/<[^>]+>/g, "");
    const word = { reported: "报案 2026-01-01 03:30", filed: "立案 2026-01-01 03:30", occurred: "2026-01-01 03:30" }[kind];
    expect(text).toContain(word);
    expect(text.includes("报案 2026") || text.includes("立案 2026")).toBe(!isOccurred);
    expect(text.includes("未载明的按报案或立案时间")).toBe(!isOccurred);
  });
});
