// What was planted about homes, hotels and cafés stands in the demo's files and is found by the command line.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type DemoTruth, writeDemoFiles } from "../../../electron/engine/demo/index.ts";
import { openWorkspaceFile } from "../../../electron/engine/store/sqlite/open.ts";
import { readRawRows } from "../../../electron/engine/store/sqlite/tables/source.ts";
import type { ImportResult } from "../../../shared/import/calls.ts";
import type { AddressRun, PlacePeople } from "../../../shared/resolve/addressCalls.ts";
import type { StaysDocument } from "../../../shared/trace/stayCalls.ts";
import { runHere } from "../workspace/runHere.ts";

const folder = mkdtempSync(join(tmpdir(), "caseweave-homes-"));
const at = (name: string): string => join(folder, name);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

let truth: DemoTruth;
let path: string;
let files: readonly string[];
let run: AddressRun;

async function json<T>(...args: string[]): Promise<T> {
  const { code, out, complaint } = await runHere([...args, "--json"]);
  if (code !== 0) throw new Error(`${args.join(" ")}: ${out}${complaint}`);
  return JSON.parse(out) as T;
}

function readCells(workspace: string, source: number, row: number): readonly string[] {
  const db = openWorkspaceFile(workspace, { readOnly: true });
  try {
    return readRawRows(db, source, row, 1)[0]!.cells;
  } finally {
    db.close();
  }
}

describe("homes, hotels and cafés of the demo", () => {
  beforeAll(async () => {
    ({ files, truth } = await writeDemoFiles(at("files"), { scale: 0.3, seed: 1 }));
    path = at("homes.caseweave");
    const wanted = files.filter((name) => /^(标准地址|实有人口|旅馆住宿|网吧上网)/.test(name));
    expect(wanted).toHaveLength(4);
    await json("import", path, ...wanted.map((name) => join(at("files"), name)));
    run = await json<AddressRun>("addresses", "match", path);
  }, 120_000);

  it("matches nearly every home, however clerks wrote it", () => {
    const { sure, doubtful, none } = run.counts;
    expect(sure / (sure + doubtful + none)).toBeGreaterThan(0.6); // hotels and cafés have no address
    expect(sure).toBeGreaterThan(60);
  });

  it("finds the members of a ring who live in one building under different spellings", async () => {
    expect(truth.buildings.length).toBeGreaterThan(0);
    for (const { building, people } of truth.buildings) {
      const found = await json<PlacePeople>("addresses", "people", path, building);
      expect(found.level).toBe("building");
      expect(found.people.map(({ entity }) => entity)).toEqual(expect.arrayContaining([...people]));
      expect(new Set(found.people.map(({ written }) => written.label)).size).toBe(people.length);
    }
  }, 60_000);

  it("finds who sat side by side, first of all the company that each had", async () => {
    expect(truth.neighbours.length).toBeGreaterThan(0);
    for (const { a, b, times } of truth.neighbours) {
      const [first] = (await json<StaysDocument>("stays", path, "--person", a)).pairs;
      expect([first!.b, first!.nights.filter(({ closeness }) => closeness.some(({ kind }) => kind === "next-seat")).length]).toEqual([
        b,
        times,
      ]);
    }
  }, 60_000);

  it("tells on import that a watched person took a room or a seat, and beside whom, with the rows", async () => {
    const own = at("watched.caseweave");
    const file = (start: string) => files.find((name) => name.startsWith(start))!;
    const bring = async (start: string) => (await json<ImportResult>("import", own, join(at("files"), file(start)))).alerts;
    await json("import", own, join(at("files"), file("实有人口")));
    const [guest, sitter] = [truth.roommates[0]!, truth.neighbours[0]!];
    for (const { a } of [guest, sitter]) await json("watch", "add", own, a, "--reason", "在逃人员");
    for (const [start, { a, b }, code] of [
      ["旅馆住宿", guest, "shared-room"],
      ["网吧上网", sitter, "next-seat"],
    ] as const) {
      const found = (await bring(start)).filter(({ newest }) => newest[0]!.entity === a);
      expect(found.map((alert) => alert.code)).toEqual(expect.arrayContaining(["stay", code]));
      const { newest } = found.find((alert) => alert.code === code)!;
      expect(newest.map(({ other }) => other)).toContain(b);
      for (const { code: told, source, sourceId, row, entity, other } of found.flatMap((alert) => alert.newest)) {
        expect(source).toBe(file(start));
        const keys = (told === "stay" ? [entity] : [entity, other!]).map((ref) => ref.slice("person:".length));
        expect(
          readCells(own, sourceId, row).some((cell) => keys.includes(cell)),
          `${told} ${row}`,
        ).toBe(true);
      }
      expect(await bring(start)).toEqual([]);
    }
  }, 120_000);

  it("finds who shared rooms", async () => {
    expect(truth.roommates.length).toBeGreaterThan(0);
    for (const { a, b, times } of truth.roommates.slice(0, 5)) {
      const { pairs } = await json<StaysDocument>("stays", path, "--person", a);
      const pair = pairs.find((one) => one.b === b)!;
      expect(pair.nights.filter(({ closeness }) => closeness.some(({ kind }) => kind === "same-room")).length).toBe(times);
      expect(pair.bits).toBeGreaterThan(10);
    }
  }, 60_000);
});
