// Reports: every statement leads to file, sheet, row and column of the files as they lie on disk (AU12); a bundle shows any changed byte (AU13);
// what is masked stays masked; the unit's own words survive a new writing.
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { writeDemoFiles } from "../../../electron/engine/demo/index.ts";
import { createEngine, type Engine } from "../../../electron/engine/engine.ts";
import { verifyBundle } from "../../../electron/engine/review/report/bundle.ts";
import { readEdits } from "../../../electron/engine/review/writeExport/docx/readEdits.ts";
import { openWorkspaceFile } from "../../../electron/engine/store/sqlite/open.ts";
import { readRawRows, readSource } from "../../../electron/engine/store/sqlite/tables/source.ts";
import { seededRandom } from "../../../shared/random.ts";
import type { ExportedFile } from "../../../shared/review/exportCalls.ts";
import type { CitedSource } from "../../../shared/review/paper/citation.ts";
import type { ReportKind } from "../../../shared/review/reportKinds.ts";
import type { CallName, Input, Result } from "../../../shared/rpc/contract.ts";
import { findPersonal, readPersonal } from "../../personalData.ts";
import { freshFolder } from "../folder.ts";

const at = freshFolder("all");
let engine: Engine;
let series: readonly string[] = [];
let phones: readonly string[] = [];

const signal = new AbortController().signal;

async function ask<Name extends CallName>(name: Name, params: Input<Name>, isMasked = false): Promise<Result<Name>> {
  return (await engine.dispatch(name, params, { signal, isMasked, report: () => {} })) as Result<Name>;
}

const bytesOf = ({ base64 }: ExportedFile): Buffer => Buffer.from(base64, "base64");

beforeAll(async () => {
  const demo = await writeDemoFiles(at("files"), { scale: 0.08, seed: 7 });
  engine = await createEngine({ workspacePath: at("demo.caseweave"), user: "tester" });
  await ask("import.storeFiles", { paths: demo.files.map((name) => at(`files/${name}`)) });
  await ask("link.runLinkage", {});
  await ask("group.runSeries", {});
  series = (await ask("group.listSeries", { sort: "loss" })).series.slice(0, 4).map((one) => one.series);
  phones = (await ask("trace.listNumbers", { top: 4 })).lines.map(({ phone }) => phone);
}, 180_000);
afterAll(() => engine.close());

interface Statement {
  readonly text: string;
  readonly evidence: readonly { source: number; row: number; column: string | null; cell: string; rowHash: string }[];
}

async function bundleOf(kind: ReportKind, subject: string, isMasked = false): Promise<Buffer | null> {
  try {
    return bytesOf(await ask("review.writeReport", { kind, subject, format: "zip" }, isMasked));
  } catch (error) {
    if ((error as { code?: string }).code === "trace-no-seeds") return null;
    throw error;
  }
}

const partOf = <T>(bundle: Uint8Array, name: string): T => JSON.parse(strFromU8(unzipSync(bundle)[name]!)) as T;

const subjects = (): readonly (readonly [ReportKind, string])[] => [
  ...series.flatMap((id) => (["merge", "ring", "money"] as const).map((kind) => [kind, `series:${id}`] as const)),
  ...phones.map((phone) => ["calls", phone] as const),
];

describe("statements", () => {
  it("trace to file hash, sheet, row and column: 1,000 sampled citations of four kinds of report (AU12)", async () => {
    const citations: { evidence: Statement["evidence"][number]; source: CitedSource }[] = [];
    for (const [kind, subject] of subjects()) {
      const bundle = await bundleOf(kind, subject);
      if (bundle === null) continue;
      const sources = new Map(partOf<CitedSource[]>(bundle, "sources.json").map((one) => [one.id, one]));
      const statements = partOf<Statement[]>(bundle, "statements.json");
      expect(statements.filter(({ evidence }) => evidence.length === 0)).toEqual([]);
      for (const evidence of statements.flatMap((one) => one.evidence)) citations.push({ evidence, source: sources.get(evidence.source)! });
    }
    expect(citations.length).toBeGreaterThan(1000);
    const random = seededRandom(12);
    const sample = Array.from({ length: 1000 }, () => citations[Math.floor(random() * citations.length)]!);
    const db = openWorkspaceFile(at("demo.caseweave"), { readOnly: true });
    const hashes = new Map<string, string>();
    const wrong = sample.filter(({ evidence, source }) => {
      const record = readSource(db, evidence.source)!;
      const path = at(`files/${record.name}`);
      const hash = hashes.get(path) ?? hashOnDisk(path);
      hashes.set(path, hash);
      const column = (JSON.parse(record.headings) as string[]).indexOf(evidence.column ?? "");
      const cell = readRawRows(db, evidence.source, evidence.row, 1)[0]?.cells[column];
      return !(
        source.sha256 === record.sha256 &&
        (hash === "" || hash === source.sha256) &&
        column >= 0 &&
        cell === evidence.cell &&
        cell !== ""
      );
    });
    db.close();
    expect(wrong).toEqual([]);
  }, 300_000);
});

/** "" for a file that lies inside a package. */
function hashOnDisk(path: string): string {
  try {
    return createHash("sha256").update(readFileSync(path)).digest("hex");
  } catch {
    return "";
  }
}

describe("a bundle", () => {
  it("verifies, also against its workspace, and fails after a change of any one byte (AU13)", async () => {
    const bundle = (await bundleOf("merge", `series:${series[0]}`))!;
    const db = openWorkspaceFile(at("demo.caseweave"), { readOnly: true });
    expect(verifyBundle(bundle, null)).toMatchObject({ intact: true, problems: [] });
    expect(verifyBundle(bundle, db)).toMatchObject({ intact: true, problems: [] });
    db.close();
    const random = seededRandom(3);
    const places = new Set([0, 1, bundle.length - 1, bundle.length - 64, bundle.length - 65, bundle.length - 66]);
    while (places.size < 400) places.add(Math.floor(random() * bundle.length));
    const passed = [...places].filter((place) => {
      const changed = Buffer.from(bundle);
      changed[place] = changed[place]! ^ (1 << Math.floor(random() * 8));
      return verifyBundle(changed, null).intact;
    });
    expect(passed).toEqual([]);
    expect(verifyBundle(bundle.subarray(0, -1), null).intact).toBe(false);
    expect(verifyBundle(Buffer.concat([bundle, Buffer.from("x")]), null).intact).toBe(false);
  }, 60_000);

  it("of a masked session holds nobody in clear, and still verifies", async () => {
    const personal = readPersonal(at("demo.caseweave"));
    for (const [kind, subject] of [
      ["merge", `series:${series[0]}`],
      ["ring", `series:${series[0]}`],
      ["calls", phones[0]!],
    ] as const) {
      const bundle = (await bundleOf(kind, subject, true))!;
      const { "report.docx": docx, "report.pdf": _pdf, ...parts } = unzipSync(bundle);
      const texts = [
        ...Object.values(parts),
        ...Object.entries(unzipSync(docx!)).flatMap(([name, part]) => (name.endsWith(".png") ? [] : [part])),
      ];
      expect(findPersonal(texts.map((part) => strFromU8(part)).join("\n"), personal)).toEqual([]);
      expect(verifyBundle(bundle, null).intact).toBe(true);
    }
  }, 60_000);
});

describe("a report that is written anew", () => {
  it("keeps the unit's own words, with signs and lines, and takes no hint for one", async () => {
    const question = { kind: "merge", subject: `series:${series[0]}`, format: "docx" } as const;
    const first = bytesOf(await ask("review.writeReport", question));
    expect(readEdits(first)).toEqual({});
    const parts = unzipSync(first);
    const document = strFromU8(parts["word/document.xml"]!);
    const typed = document
      .replace(/(<w:tag w:val="edit:next"\/>)<w:showingPlcHdr\/>/, "$1")
      .replace(
        /(<w:tag w:val="edit:next"\/><\/w:sdtPr><w:sdtContent>).*?(<\/w:sdtContent>)/,
        `$1<w:p w:rsidR="1"><w:r><w:t>并案 &lt;侦查&gt;</w:t></w:r><w:r><w:t xml:space="preserve"> 甲</w:t></w:r></w:p><w:p><w:r><w:t>乙</w:t></w:r></w:p>$2`,
      );
    const edited = zipSync({ ...parts, "word/document.xml": strToU8(typed) });
    expect(readEdits(edited)).toEqual({ next: "并案 <侦查> 甲\n乙" });
    const second = bytesOf(await ask("review.writeReport", { ...question, previous: Buffer.from(edited).toString("base64") }));
    expect(readEdits(second)).toEqual({ next: "并案 <侦查> 甲\n乙" });
  }, 60_000);

  it("refuses a file that is none of its own", async () => {
    const question = { kind: "merge", subject: `series:${series[0]}`, format: "docx" } as const;
    await expect(ask("review.writeReport", { ...question, previous: Buffer.from("nothing").toString("base64") })).rejects.toThrow(
      "report-unreadable",
    );
    await expect(ask("review.writeReport", { ...question, subject: "series:S-999" })).rejects.toThrow("series-unknown");
  });

  it("has the sections that a merge opinion must have, the scale of its words, and a vector figure", async () => {
    const docx = unzipSync(bytesOf(await ask("review.writeReport", { kind: "merge", subject: `series:${series[0]}`, format: "docx" })));
    const text = strFromU8(docx["word/document.xml"]!).replaceAll(/<[^>]+>/g, "");
    for (const part of [
      "一、案件基本情况",
      "二、串并依据",
      "≥ 6.6",
      "三、反向证据与排除",
      "未作为依据的属性",
      "四、未查证事项",
      "五、涉案损失",
      "六、团伙架构",
      "七、下一步工作建议",
      "附件：逐句出处",
      "SHA-256",
    ])
      expect(text).toContain(part);
    expect(Object.keys(docx)).toEqual(expect.arrayContaining(["word/media/figure1.svg", "word/media/figure1.png", "word/footnotes.xml"]));
  }, 60_000);
});
