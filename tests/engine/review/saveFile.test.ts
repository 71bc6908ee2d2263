// A file that leaves is written whole or not at all: killed in the middle, refused by the system, written over an older one.
import { spawn } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { expect, it } from "vitest";
import { saveBytes } from "../../../electron/cli/saveFile.ts";
import { freshFolder } from "../folder.ts";

const at = freshFolder();

it("writes over an older file and leaves nothing beside it", () => {
  writeFileSync(at("a.docx"), "old");
  saveBytes(at("a.docx"), Buffer.from("new"));
  expect(readFileSync(at("a.docx"), "utf8")).toBe("new");
  expect(readdirSync(at("")).filter((name) => name.startsWith("."))).toEqual([]);
});

it("leaves the older file when the system refuses, and says which file and why", () => {
  mkdirSync(at("folder.docx"));
  expect(() => saveBytes(at("folder.docx"), Buffer.from("new"))).toThrow(/file-not-written.*folder\.docx/);
  expect(() => saveBytes(at("missing/a.docx"), Buffer.from("new"))).toThrow(/file-not-written.*ENOENT/);
  expect(readdirSync(at("")).filter((name) => name.endsWith("caseweave-part"))).toEqual([]);
});

it("is absent, old or complete after a kill at any moment, and the next writing clears what was left (DS11)", async () => {
  const code = `import { saveBytes } from ${JSON.stringify(new URL("../../../electron/cli/saveFile.ts", import.meta.url).href)};
    process.send("ready"); for (let i = 0; ; i++) saveBytes(process.argv[1], Buffer.alloc(4_000_000, i % 2 === 0 ? "a" : "b"));`;
  const target = at("big.pdf");
  for (let round = 0; round < 12; round++) {
    const child = spawn(process.execPath, ["--input-type=module", "-e", code, target], { stdio: ["ignore", "ignore", "inherit", "ipc"] });
    await new Promise((resolve) => child.once("message", resolve));
    await new Promise((resolve) => setTimeout(resolve, 3 + round * 7));
    const ended = new Promise((resolve) => child.once("exit", resolve));
    child.kill("SIGKILL");
    await ended;
    if (!existsSync(target)) continue;
    const bytes = readFileSync(target);
    expect([bytes.length, new Set(bytes).size]).toEqual([4_000_000, 1]);
  }
  saveBytes(target, Buffer.from("whole"));
  expect(readFileSync(target, "utf8")).toBe("whole");
  expect(readdirSync(at("")).filter((name) => name.endsWith("caseweave-part"))).toEqual([]);
}, 60_000);
