// Opening a workspace file: safety settings every time, refusals that change no byte, damage that never crashes.
import { createHash } from "node:crypto";
import { copyFileSync, readdirSync, readFileSync, statSync, truncateSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import Database from "better-sqlite3";
import { describe, expect, it } from "vitest";
import type { Connection } from "../../../electron/engine/store/sqlite/database.ts";
import { openWorkspaceFile, safetyPragmas } from "../../../electron/engine/store/sqlite/open.ts";
import { sql } from "../../../electron/engine/store/sqlite/sql.ts";
import { writeMeta } from "../../../electron/engine/store/sqlite/tables/meta.ts";
import { CaseweaveError } from "../../../shared/errors.ts";
import { seededRandom } from "../../../shared/random.ts";
import { freshFolder } from "../folder.ts";

const at = freshFolder();

const readSettings = (connection: Connection) =>
  Object.fromEntries(
    ["journal_mode", ...Object.keys(safetyPragmas)].map((name) => [
      name,
      Object.values((connection.pragma(name) as Record<string, unknown>[])[0]!)[0],
    ]),
  );

const expected = {
  journal_mode: "wal",
  synchronous: 2,
  foreign_keys: 1,
  trusted_schema: 0,
  cell_size_check: 1,
  mmap_size: 0,
  temp_store: 2,
  busy_timeout: 5000,
};

const hashOf = (path: string) => createHash("sha256").update(readFileSync(path)).digest("hex");

function refusal(work: () => unknown): string {
  try {
    work();
  } catch (error) {
    return error instanceof CaseweaveError ? error.code : `not ours: ${String(error)}`;
  }
  return "opened";
}

function makeWorkspace(path: string, key: string | null = null, rows = 200): void {
  const connection = openWorkspaceFile(path, { key });
  connection.write((db) => {
    for (let i = 0; i < rows; i++) writeMeta(db, `key ${i}`, "value ".repeat(40));
  });
  connection.close();
}

describe.each([
  ["a plain workspace", null],
  ["an encrypted workspace", "字 it's a passphrase"],
])("the safety settings of %s", (_kind, key) => {
  it("hold on creation, at every reopening and on a read-only connection", () => {
    const path = at("a.caseweave");
    const seen = [];
    for (const readOnly of [false, false, true, false]) {
      const connection = openWorkspaceFile(path, { key, readOnly });
      seen.push(readSettings(connection));
      connection.close();
    }
    expect(seen).toEqual([expected, expected, expected, expected]);
  });
});

describe("a file that is not for us", () => {
  it("is refused when a newer version wrote it, and stays as it was to the byte", () => {
    const path = at("newer.caseweave");
    makeWorkspace(path);
    const newer = new Database(path);
    newer.pragma("user_version=99990");
    newer.close();
    const before = hashOf(path);
    expect(refusal(() => openWorkspaceFile(path))).toBe("workspace-newer");
    expect(refusal(() => openWorkspaceFile(path, { readOnly: true }))).toBe("workspace-newer");
    expect(hashOf(path)).toBe(before);
    expect(readdirSync(dirname(path)).filter((name) => name.startsWith("newer"))).toEqual(["newer.caseweave"]);
  });

  it("leaves nothing beside a newer one that is encrypted", () => {
    const path = at("sealed.caseweave");
    makeWorkspace(path, "right");
    const connection = openWorkspaceFile(path, { key: "right" });
    connection.pragma("user_version=99990");
    connection.close();
    expect(refusal(() => openWorkspaceFile(path, { key: "right" }))).toBe("workspace-newer");
    expect(readdirSync(dirname(path)).filter((name) => name.startsWith("sealed"))).toEqual(["sealed.caseweave"]);
  });

  it("is refused when another program's database, and keeps its journal mode", () => {
    const path = at("other.db");
    const other = new Database(path);
    other.exec("CREATE TABLE notes (text)");
    other.close();
    const before = hashOf(path);
    expect(refusal(() => openWorkspaceFile(path))).toBe("not-a-workspace");
    expect(hashOf(path)).toBe(before);
  });

  it("is refused when it is text", () => {
    const path = at("text.caseweave");
    writeFileSync(path, "交易时间,金额\n".repeat(200));
    expect(refusal(() => openWorkspaceFile(path))).toBe("not-a-workspace");
  });

  it("is refused with a wrong passphrase or with none, and opens with the right one", () => {
    const path = at("secret.caseweave");
    makeWorkspace(path, "right");
    expect(refusal(() => openWorkspaceFile(path, { key: "wrong" }))).toBe("workspace-key-wrong");
    expect(refusal(() => openWorkspaceFile(path))).toBe("not-a-workspace");
    expect(refusal(() => openWorkspaceFile(path, { key: "right" }).close())).toBe("opened");
  });

  it("is missing when it is to be read only, and made anew when it is empty and may be written", () => {
    const path = at("empty.caseweave");
    writeFileSync(path, "");
    expect(refusal(() => openWorkspaceFile(path, { readOnly: true }))).toBe("workspace-missing");
    expect(refusal(() => openWorkspaceFile(at("none.caseweave"), { readOnly: true }))).toBe("workspace-missing");
    openWorkspaceFile(path).close();
    expect(refusal(() => openWorkspaceFile(path, { readOnly: true }).close())).toBe("opened");
  });

  it("of an earlier version is brought up to date by opening it, and cannot be only read before", () => {
    const path = at("older.caseweave");
    openWorkspaceFile(path).close();
    const driver = new Database(path);
    driver.pragma("user_version=10");
    driver.close();
    expect(refusal(() => openWorkspaceFile(path, { readOnly: true }).close())).toBe("workspace-older");
  });
});

/** What a user meets after damage: it opens and answers, or it says damaged (or no longer ours). Anything else is a crash in the making. */
const fair = new Set(["opened", "workspace-damaged", "not-a-workspace", "workspace-newer"]);

function openAndRead(path: string): void {
  const connection = openWorkspaceFile(path);
  try {
    connection.all(sql`SELECT * FROM meta`);
    connection.all(sql`SELECT * FROM v_event`);
  } catch (error) {
    if (!String((error as { code?: string }).code).startsWith("SQLITE_")) throw error;
  } finally {
    connection.close();
  }
}

describe("a damaged workspace", () => {
  it("opens or says so after 1 to 8 flipped bytes, 150 times", () => {
    const whole = at("whole.caseweave");
    makeWorkspace(whole);
    const random = seededRandom(7);
    const bytes = readFileSync(whole);
    const outcomes = Array.from({ length: 150 }, (_, i) => {
      const path = at(`flipped${i}.caseweave`);
      const copy = Buffer.from(bytes);
      const reach = i % 3 === 0 ? 200 : copy.length;
      for (let n = 0; n <= random() * 8; n++) copy[Math.floor(random() * reach)]! ^= 1 << Math.floor(random() * 8);
      writeFileSync(path, copy);
      return refusal(() => openAndRead(path));
    });
    expect(outcomes.filter((outcome) => !fair.has(outcome))).toEqual([]);
    expect(outcomes).toContain("opened");
  });

  it("opens or says so when cut short, 40 times", () => {
    const whole = at("whole.caseweave");
    makeWorkspace(whole);
    const { size } = statSync(whole);
    const outcomes = Array.from({ length: 40 }, (_, i) => {
      const path = at(`cut${i}.caseweave`);
      copyFileSync(whole, path);
      truncateSync(path, Math.max(1, Math.floor((size * (i + 0.37)) / 41)));
      return refusal(() => openAndRead(path));
    });
    expect(outcomes.filter((outcome) => !fair.has(outcome))).toEqual([]);
    expect(outcomes).toContain("workspace-damaged");
  });
});
