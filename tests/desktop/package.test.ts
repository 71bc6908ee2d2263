// The desktop package: electron-builder accepts the configuration, packs what it says around a stand-in for Electron's program,
// flips the fuses, and what it packed starts under plain Node with the recording electron (issue: desktop package).
import { execFileSync, spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { FuseState, FuseV1Options, getCurrentFuseWire } from "@electron/fuses";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { ensureBuilt } from "../../scripts/build.ts";
import { root } from "./packaging.ts";

const folder = mkdtempSync(join(tmpdir(), "caseweave-package-"));
const unpacked = join(folder, "release/linux-unpacked");
const program = join(folder, "app");
let files: readonly string[] = [];

const storeLibraries = ["better-sqlite3", "better-sqlite3-multiple-ciphers"];
/** What exports draw with, and what those need: they read files beside themselves, so they stay packages. */
const drawingLibraries = (
  "@expo-google-fonts @napi-rs @noble @swc argparse base64-js brotli clone dfa fast-deep-equal fflate fontkit fontverter harfbuzzjs " +
  "linebreak p-limit pako pdfkit png-js restructure subset-font tiny-inflate unicode-properties unicode-trie wawoff2 woff2sfnt-sfnt2woff yocto-queue"
).split(" ");

/** As much of an Electron distribution as packing needs: a program with a fuse wire in it. */
function writeStandIn(place: string): void {
  for (const name of ["locales", "resources"]) mkdirSync(join(place, name), { recursive: true });
  for (const name of ["LICENSE", "LICENSES.chromium.html", "version", "locales/zh-CN.pak", "locales/en-US.pak", "locales/de.pak"])
    writeFileSync(join(place, name), "");
  const wire = Buffer.concat([Buffer.from("dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX"), Buffer.from([1, 9]), Buffer.from("111111111")]);
  writeFileSync(join(place, "electron"), wire, { mode: 0o755 });
}

function pack(...options: string[]) {
  const builder = join(root, "node_modules/electron-builder/cli.js");
  const fixed = [
    "--linux",
    "dir",
    "--x64",
    "--config",
    "electron-builder.yml",
    `-c.electronDist=${folder}/electron`,
    `-c.directories.output=${folder}/release`,
  ];
  return spawnSync(process.execPath, [builder, ...fixed, ...options], { cwd: root, encoding: "utf8" });
}

beforeAll(async () => {
  await ensureBuilt("renderer");
  await ensureBuilt("desktop");
  writeStandIn(join(folder, "electron"));
  const packed = pack();
  expect(packed.status, packed.stdout + packed.stderr).toBe(0);
  const asar = createRequire(createRequire(import.meta.url).resolve("electron-builder"))("@electron/asar") as {
    extractAll(archive: string, folder: string): void;
  };
  asar.extractAll(join(unpacked, "resources/app.asar"), program);
  files = readdirSync(program, { recursive: true, encoding: "utf8" });
}, 180_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test("electron-builder refuses a key that its schema does not know, so accepting ours means something", () => {
  const packed = pack("-c.noSuchKey=1");
  expect(packed.status).not.toBe(0);
  expect(packed.stdout + packed.stderr).toContain("noSuchKey");
});

describe("what is packed", () => {
  test("every program, the pages and the native modules of the target platform", () => {
    const natives = ["better-sqlite3", "better-sqlite3-multiple-ciphers"].map((name) => `node_modules/${name}/prebuilds/linux-x64.node`);
    const programs = ["main.js", "host.js", "childMain.js", "cli.js", "preload.cjs"].map((name) => `dist/desktop/${name}`);
    for (const path of ["package.json", "dist/renderer/index.html", ...programs, ...natives]) expect(files, path).toContain(path);
  });

  test("no other library, no foreign binary, no source", () => {
    const packages = new Set(files.filter((path) => path.startsWith("node_modules/")).map((path) => path.split("/")[1]));
    expect([...packages].sort()).toEqual([...storeLibraries, ...drawingLibraries].sort());
    expect(files.filter((path) => path.endsWith(".node")).length).toBe(storeLibraries.length + 1);
    expect(files.filter((path) => /\.(ts|tsx|map|md|c|cpp|hpp|gyp)$/.test(path))).toEqual([]);
    expect(files.filter((path) => /^(shared|electron|renderer|tests|scripts)\//.test(path))).toEqual([]);
  });

  test("native modules lie outside the archive, where the system can load them", () => {
    for (const name of ["better-sqlite3", "better-sqlite3-multiple-ciphers"]) {
      expect(existsSync(join(unpacked, `resources/app.asar.unpacked/node_modules/${name}/prebuilds/linux-x64.node`)), name).toBe(true);
    }
  });

  test("of Electron's languages only ours", () => {
    expect(readdirSync(join(unpacked, "locales")).sort()).toEqual(["en-US.pak", "zh-CN.pak"]);
  });
});

test("the fuses are flipped in the program (EL9 on the stand-in)", async () => {
  const wire = await getCurrentFuseWire(join(unpacked, "caseweave"));
  const off = [
    FuseV1Options.RunAsNode,
    FuseV1Options.EnableNodeOptionsEnvironmentVariable,
    FuseV1Options.EnableNodeCliInspectArguments,
    FuseV1Options.GrantFileProtocolExtraPrivileges,
  ];
  const on = [FuseV1Options.EnableCookieEncryption, FuseV1Options.EnableEmbeddedAsarIntegrityValidation, FuseV1Options.OnlyLoadAppFromAsar];
  expect(off.map((fuse) => wire[fuse])).toEqual(off.map(() => FuseState.DISABLE));
  expect(on.map((fuse) => wire[fuse])).toEqual(on.map(() => FuseState.ENABLE));
});

test("it starts: the window shows app://, the engine answers over its port, jobs run in children, and a dead engine comes back", () => {
  const workspacePath = join(folder, "案件.caseweave");
  const output = execFileSync(
    process.execPath,
    [join(root, "tests/desktop/startPacked.ts"), join(program, "dist/desktop/main.js"), workspacePath],
    {
      encoding: "utf8",
      timeout: 60_000,
    },
  );
  expect(JSON.parse(output.trim().split("\n").at(-1) ?? "")).toEqual({
    title: "串并研判工作台",
    url: "app://caseweave/",
    path: workspacePath,
    pathAfterDeath: workspacePath,
    job: expect.objectContaining({ sheets: [] }),
    processes: [
      { name: "caseweave-engine", file: "host.js" },
      { name: "caseweave-job", file: "childMain.js" },
      { name: "caseweave-engine", file: "host.js" },
    ],
    errors: [],
  });
});
