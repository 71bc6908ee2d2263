// `demo --files`: says every file that it wrote, last night's reports and the truth among them.
import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, it } from "vitest";
import { runHere } from "../workspace/runHere.ts";

const folder = mkdtempSync(join(tmpdir(), "caseweave-demo-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

it("names what stands in the folder, no more and no less", async () => {
  const { code, out } = await runHere(["demo", "--files", folder, "--scale", "0.05"]);
  const { files, map, truth } = JSON.parse(out) as { files: string[]; map: string; truth: string };
  expect(code).toBe(0);
  expect([...files, map, truth].sort()).toEqual(readdirSync(folder).sort());
  expect(files.some((name) => name.startsWith("昨夜警情"))).toBe(true);
});
