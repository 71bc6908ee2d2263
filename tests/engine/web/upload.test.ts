// Dropped files in the web shell: kept under their own name in a private place, bounded by the disk, gone with the server.
import { existsSync, readFileSync, statSync } from "node:fs";
import { basename, dirname } from "node:path";
import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { safeName } from "../../../electron/web/upload.ts";
import { enter, type WebClient } from "../../contract/webClient.ts";
import { type OpenedShell, openShell } from "./openShell.ts";
import { sendRaw } from "./rawRequest.ts";

let shell: OpenedShell;
let client: WebClient;
beforeAll(async () => {
  shell = await openShell();
  client = await enter(shell.server);
});
afterAll(() => shell.server.close().catch(() => undefined));

async function upload(name: string, body: string): Promise<string> {
  const response = await client.fetch(`${shell.base}/upload?name=${encodeURIComponent(name)}`, { method: "POST", body });
  return ((await response.json()) as { path: string }).path;
}

test("a file keeps its name and content, readable by its owner only", async () => {
  const path = await upload("案件台账（2026）.xlsx", "内容");
  expect(basename(path)).toBe("案件台账（2026）.xlsx");
  expect(readFileSync(path, "utf8")).toBe("内容");
  expect(statSync(path).mode & 0o077).toBe(0);
  expect(statSync(dirname(path)).mode & 0o077).toBe(0);
});

test("two files of the same name do not meet", async () => {
  const [first, second] = [await upload("流水.csv", "1"), await upload("流水.csv", "2")];
  expect([readFileSync(first, "utf8"), readFileSync(second, "utf8")]).toEqual(["1", "2"]);
});

test("a name is never a path", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary", maxLength: 300 }), (name) => {
      const safe = safeName(name);
      return safe.length > 0 && safe.length <= 120 && safe !== "." && safe !== ".." && !/[/\\:]/.test(safe) && !safe.includes("\0");
    }),
    { numRuns: 2000 },
  );
  expect(["../../etc/passwd", "C:\\temp\\a.csv", "..", ""].map(safeName)).toEqual(["passwd", "a.csv", "file", "file"]);
  expect(safeName(`${"长".repeat(200)}.xlsx`)).toMatch(/^长{115}\.xlsx$/);
});

test("a file larger than the disk is refused before a byte is read", async () => {
  const head = [
    "POST /upload?name=big.csv HTTP/1.1",
    `Host: ${shell.server.authority}`,
    `Origin: ${shell.base}`,
    `Cookie: ${client.cookie}`,
  ];
  const answer = await sendRaw(shell.server.authority, [...head, "Content-Length: 9000000000000000", "", ""].join("\r\n"));
  expect(answer.status).toBe(400);
});

test("an upload broken off leaves nothing, and closing removes all", async () => {
  const path = await upload("a.csv", "1");
  await shell.server.close();
  expect(existsSync(dirname(dirname(path)))).toBe(false);
});
