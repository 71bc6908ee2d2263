// An encrypted workspace in the desktop: the page is asked for the passphrase, a wrong one is asked again, a new workspace is offered one.
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openWorkspaceFile } from "../../electron/engine/store/sqlite/open.ts";
import { faultOf, questionOf } from "../../renderer/state/passphrase.ts";
import { ensureBuilt } from "../../scripts/build.ts";
import { root } from "./packaging.ts";

const folder = mkdtempSync(join(tmpdir(), "caseweave-sealed-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

beforeAll(async () => {
  await ensureBuilt("renderer");
  await ensureBuilt("desktop");
}, 180_000);

test("the built program asks, asks again, opens, and makes a new one that is encrypted", () => {
  const sealed = join(folder, "sealed.caseweave");
  openWorkspaceFile(sealed, { key: "right one" }).close();
  const output = execFileSync(
    process.execPath,
    [join(root, "tests/desktop/startSealed.ts"), join(root, "dist/desktop/main.js"), sealed, "right one"],
    { encoding: "utf8", timeout: 60_000 },
  );
  const question = { name: "sealed.caseweave", isNew: false, isWrong: false };
  expect(JSON.parse(output.trim().split("\n").at(-1) ?? "")).toEqual({
    first: question,
    again: question,
    wrong: { ...question, isWrong: true },
    opened: { encrypted: true, name: "sealed" },
    proposed: { name: "fresh.caseweave", isNew: true, isWrong: false },
    made: { encrypted: true, name: "fresh" },
    errors: [],
  });
  expect(readFileSync(join(folder, "fresh.caseweave")).toString("latin1", 0, 15)).not.toBe("SQLite format 3");
}, 90_000);

test("the page takes a question from the preload script's message only", () => {
  const asked = { name: "a.caseweave", isNew: false, isWrong: true };
  expect(questionOf({ type: "caseweave:passphrase", asked })).toEqual(asked);
  for (const other of [null, "caseweave:port", { type: "x", asked }, { type: "caseweave:passphrase", asked: { isNew: true } }])
    expect(questionOf(other)).toBeNull();
});

test("a new passphrase is eight characters at least and typed twice alike, or none at all", () => {
  expect(faultOf("", "")).toBeNull();
  expect(faultOf("short", "short")).toBe("frame.passphrase.short");
  expect(faultOf("long enough", "long enoufg")).toBe("frame.passphrase.differs");
  expect(faultOf("long enough", "long enough")).toBeNull();
});
