// A server that asks for a password: it is taken from a file or standard input, and found nowhere afterwards (N9).
import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";
import { openWorkspaceFile } from "../../../../electron/engine/store/sqlite/open.ts";
import type { Server } from "../../../../scripts/neo4j/server.ts";
import { addSource, aTransfer } from "../../../builders.ts";

const main = fileURLToPath(new URL("../../../../electron/cli/main.ts", import.meta.url));
export const password = "canary-Pa55-7f3e";

export function passwordSuite(at: (name: string) => string, server: () => Server): void {
  it("pushes with a password from a file, refuses a wrong one, and leaves it in no file, answer or message (N9)", async () => {
    const guarded = server();
    const workspace = at("guarded.caseweave");
    const connection = openWorkspaceFile(workspace);
    addSource(connection, "ledger", [aTransfer()]);
    connection.close();
    writeFileSync(at("password.txt"), `${password}\n`);
    const run = (args: readonly string[], file: string | null, input = "") =>
      spawnSync(process.execPath, [main, ...args, "--json"], {
        encoding: "utf8",
        input,
        env: { ...process.env, ...(file === null ? {} : { NEO4J_PASSWORD_FILE: file }) },
      });
    const address = ["--uri", guarded.uri, "--user", "neo4j"];
    const wrong = run(["neo4j", "push", workspace, ...address], null, "wrong-one\n");
    expect([wrong.status, JSON.parse(wrong.stdout).error.code]).toEqual([1, "neo4j-refused"]);
    const pushed = run(["neo4j", "push", workspace, ...address], at("password.txt"));
    expect([pushed.status, JSON.parse(pushed.stdout)]).toMatchObject([0, { nodes: 2, links: 1 }]);
    const path = run(["path", workspace, "account:1001", "account:2002", "--graph", "neo4j"], null, `${password}\n`);
    expect(JSON.parse(path.stdout)).toMatchObject({ length: 1, nodes: ["account:1001", "account:2002"] });
    const nobody = run(["path", workspace, "account:1001", "account:2002", "--graph", "neo4j"], null, "");
    expect(JSON.parse(nobody.stdout).error.code).toBe("neo4j-refused");
    const said = [wrong, pushed, path, nobody].map(({ stdout, stderr }) => stdout + stderr).join("\n");
    expect(said).not.toContain(password);
    const folder = join(workspace, "..");
    const files = readdirSync(folder).filter((name) => name.startsWith("guarded.caseweave"));
    expect(files.length).toBeGreaterThan(0);
    for (const name of files) expect(readFileSync(join(folder, name)).includes(password), name).toBe(false);
  }, 180_000);
}
