// Bundles that nobody should trust: cut off, changed, foreign, from the future, packed to burst, full of claims. Each is refused with a clear sentence and changes nothing.
import { createHash } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { deflateRawSync } from "node:zlib";
import { beforeAll, describe, expect, it } from "vitest";
import { unpackContent } from "../../../electron/engine/review/exchange/container.ts";
import { openFile, sealFile } from "../../../electron/engine/review/exchange/sealedFile.ts";
import { CaseweaveError } from "../../../shared/errors.ts";
import type { BundleRow, BundleSource } from "../../../shared/review/exchange/format.ts";
import { exchangeVersion } from "../../../shared/review/exchange/format.ts";
import { freshFolder } from "../folder.ts";
import { runCli } from "../import/cli.ts";
import { type OpenEngine, openEngine } from "../import/openEngine.ts";
import { aBundle, contentOf } from "./bundles.ts";
import { factsOf } from "./exchangeUnits.ts";

const at = freshFolder("all");
const passphrase = "口令 一二三";
let engine: OpenEngine;
let good: Buffer;

const origin = "0".repeat(32);
const aSource = (more: Partial<BundleSource> = {}): BundleSource => ({
  origin,
  keyOrigin: origin,
  unit: "邻市",
  name: "案件.csv",
  sheet: null,
  entry: null,
  size: 1,
  sha256: "ab",
  encoding: "utf-8",
  headerRow: 1,
  headings: ["案件编号"],
  rowKind: "case",
  layout: "case-1",
  mapping: { name: "case-1", rowKind: "case", columns: { 案件编号: "case.number" } },
  told: "000001790000000 邻市 000000001",
  stored: 1,
  entities: [["case", "A9", "A9", 1]],
  coverage: [],
  ...more,
});
const aRow = (more: Partial<BundleRow> = {}): BundleRow => ({
  source: 0,
  row: 1,
  cells: ["A9"],
  attributes: [[0, "case.type", "刷单返利", "column"]],
  links: [],
  events: [],
  ...more,
});

beforeAll(async () => {
  engine = await openEngine(at("attacked.caseweave"));
  good = aBundle({ sources: [aSource()], rows: [aRow()] }, passphrase);
});

/** The code of the refusal where the file is opened, which everything that takes a bundle does first. */
function opening(bytes: Uint8Array, password: string | null = passphrase): string {
  try {
    unpackContent(openFile(bytes, password));
    return "opened";
  } catch (error) {
    return error instanceof CaseweaveError ? error.code : String(error);
  }
}

/** The same through the engine; the workspace says the same before and after, and has no source. */
async function refusal(bytes: Uint8Array, password: string | null = passphrase): Promise<string> {
  const path = at("attack.cwx");
  writeFileSync(path, bytes);
  const before = factsOf(at("attacked.caseweave"));
  const told = await engine.call("review.importBundle", { path, password }).then(
    () => "merged",
    (error: { code: string }) => error.code,
  );
  expect(factsOf(at("attacked.caseweave"))).toEqual(before);
  expect(await engine.call("import.listSources", {})).toEqual([]);
  return told;
}

const sealAgain = (bytes: Uint8Array): Buffer => {
  const body = bytes.subarray(0, -32);
  return Buffer.concat([body, createHash("sha256").update(body).digest()]);
};

describe("a file that was harmed on the way", () => {
  it("is refused wherever one byte was changed", { timeout: 240_000 }, async () => {
    const codes = new Set<string>();
    for (let place = 0; place < good.length; place += Math.max(1, Math.floor(good.length / 5))) {
      const flipped = Buffer.from(good);
      flipped[place]! ^= 0x41;
      codes.add(await refusal(flipped));
    }
    expect([...codes].sort()).toEqual(["bundle-damaged", "bundle-foreign"]);
  });

  it("is refused with one byte changed anywhere, before a passphrase is even tried", () => {
    for (let place = 0; place < good.length; place += 1) {
      const flipped = Buffer.from(good);
      flipped[place]! ^= 0x01;
      expect(() => openFile(flipped, "gar kein")).toThrow(/bundle-(damaged|foreign)/);
    }
  });

  it("is refused when it was cut off", { timeout: 240_000 }, async () => {
    const ends = [0, 1, 30, 200, good.length - 33, good.length - 1];
    expect(await refusal(good.subarray(0, 200))).toBe("bundle-damaged");
    expect(ends.map((end) => opening(good.subarray(0, end)))).toEqual([
      "bundle-foreign",
      "bundle-foreign",
      "bundle-damaged",
      "bundle-damaged",
      "bundle-damaged",
      "bundle-damaged",
    ]);
  });

  it("is refused when somebody changed it and reckoned a new hash: the cipher's own tag does not fit", { timeout: 240_000 }, async () => {
    const flipped = Buffer.from(good);
    flipped[good.length - 60]! ^= 0x01;
    expect(await refusal(sealAgain(flipped))).toBe("bundle-damaged");
  });
});

describe("a passphrase", () => {
  it("that is wrong is told from a file that is damaged", { timeout: 240_000 }, async () => {
    expect(await refusal(good, "口令 一二四")).toBe("bundle-passphrase-wrong");
    expect(await refusal(good, null)).toBe("bundle-passphrase-missing");
  });

  it("is the same in every spelling of its signs", () => {
    const file = sealFile(contentOf({}), "café");
    expect(openFile(file, "café").length).toBeGreaterThan(0);
  });
});

describe("a file that is no bundle of this version", () => {
  it("is foreign, or from a newer program", { timeout: 240_000 }, async () => {
    expect(await refusal(Buffer.from("PK\u0003\u0004 something else"))).toBe("bundle-foreign");
    expect(opening(Buffer.alloc(0))).toBe("bundle-foreign");
    const newer = Buffer.from(aBundle({}).toString("latin1").replace(`"version":${exchangeVersion}`, '"version":9'), "latin1");
    expect(await refusal(sealAgain(newer))).toBe("bundle-newer");
    expect(opening(sealFile(contentOf({}, {}, 9), passphrase))).toBe("bundle-newer");
  });
});

describe("content that claims what it must not", () => {
  const packed = (manifest: object, tail = ""): Buffer => Buffer.from(`${JSON.stringify(manifest)}\n${tail}`);
  const manifest = (parts: readonly object[]) => ({ ...(JSON.parse(contentOf({}).toString().split("\n")[0]!) as object), parts });
  const hash = (text: string) => createHash("sha256").update(text).digest("hex");

  it("more bytes than it says, packed a thousandfold", { timeout: 240_000 }, async () => {
    const burst = deflateRawSync(Buffer.alloc(64 * 1024 * 1024));
    const line = Buffer.from(
      `${JSON.stringify({ format: "caseweave-exchange", version: 1, cipher: "none", salt: null, nonce: null, check: null, size: 1000 })}\n`,
    );
    expect(await refusal(sealAgain(Buffer.concat([line, burst, Buffer.alloc(32)])), null)).toBe("bundle-damaged");
    const boast = Buffer.from(line.toString().replace('"size":1000', '"size":999999999999'));
    expect(opening(sealAgain(Buffer.concat([boast, burst, Buffer.alloc(32)])), null)).toBe("bundle-damaged");
  });

  it("parts under names that are paths, parts twice, parts that are not there", () => {
    const part = { name: "rows", bytes: 2, sha256: hash("[]") };
    const cases = [
      packed(manifest([{ ...part, name: "../../outside.json" }]), "[]"),
      packed(manifest([{ ...part, name: "/etc/passwd" }]), "[]"),
      packed(manifest([part, part]), "[][]"),
      packed(manifest([{ ...part, bytes: 900 }]), "[]"),
      packed(manifest([{ ...part, sha256: hash("other") }]), "[]"),
      packed(manifest([]), "left over"),
      packed({ ...manifest([]), more: 1 }),
      Buffer.from("no manifest"),
    ];
    for (const content of cases) expect(opening(sealFile(content, null), null)).toBe("bundle-damaged");
  });

  it("rows without a source, facts without an entity, a row twice, values of the wrong form", { timeout: 240_000 }, async () => {
    const broken: readonly [readonly BundleSource[], readonly BundleRow[]][] = [
      [[], [aRow()]],
      [[aSource()], [aRow({ source: 1 })]],
      [[aSource()], [aRow(), aRow()]],
      [[aSource()], [aRow({ attributes: [[5, "case.type", "x", "column"]] })]],
      [[aSource()], [aRow({ events: [["stay", [1, 2, 7, null, ""]]] })]],
      [[aSource()], [aRow({ row: 0 })]],
      [[aSource()], [aRow({ cells: [1 as unknown as string] })]],
      [[aSource()], [aRow({ events: [["transfer", ["x"]] as unknown as BundleRow["events"][number]] })]],
      [[aSource({ coverage: [[9, "call", 0, 1]] })], [aRow()]],
      [[aSource({ origin: "../x" })], [aRow()]],
    ];
    expect(opening(aBundle({ sources: [aSource()], rows: [aRow()] }), null)).toBe("opened");
    for (const [sources, rows] of broken) expect(opening(aBundle({ sources, rows }), null)).toBe("bundle-damaged");
    expect(await refusal(aBundle({ sources: [], rows: [aRow()] }, passphrase))).toBe("bundle-damaged");
  });

  it("a request, or masked values, are looked at and not merged", { timeout: 240_000 }, async () => {
    const request = { note: "", isHashed: false, items: [{ number: 1, kind: "phone", key: "13800138000", hash: null }] };
    expect(await refusal(aBundle({ request }, passphrase, { kind: "request" }))).toBe("bundle-is-request");
    expect(opening(aBundle({}, passphrase, { kind: "request" }))).toBe("bundle-damaged");
    expect(await refusal(aBundle({ sources: [aSource()], rows: [aRow()] }, passphrase, { isMasked: true }))).toBe("bundle-masked");
  });
});

it("says so in a sentence on the command line, with exit code 1 and no workspace left behind", { timeout: 240_000 }, async () => {
  writeFileSync(at("cut.cwx"), good.subarray(0, 300));
  writeFileSync(at("key"), passphrase);
  const outcome = await runCli(["bundle", "import", at("new.caseweave"), at("cut.cwx"), "--key-file", at("key"), "--json"]);
  expect(outcome.code).toBe(1);
  expect(JSON.parse(outcome.out)).toMatchObject({
    error: { code: "bundle-damaged", message: expect.stringContaining("库里没有改动") as string },
  });
  expect(() => readFileSync(at("new.caseweave"))).toThrow("ENOENT");
});

it("is merged when nothing is wrong with it", { timeout: 240_000 }, async () => {
  writeFileSync(at("good.cwx"), good);
  expect(await engine.call("review.importBundle", { path: at("good.cwx"), password: passphrase })).toMatchObject({ rows: 1 });
  await engine.close();
});
