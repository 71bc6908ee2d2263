// A server with a certificate of its own: reached with that certificate pinned, and with nothing else (N9).
import { spawnSync } from "node:child_process";
import { X509Certificate } from "node:crypto";
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";
import { checkServer } from "../../../../electron/engine/store/neo4j/checkServer.ts";
import { openWorkspaceFile } from "../../../../electron/engine/store/sqlite/open.ts";
import { makeKeys, startServer } from "../../../../scripts/neo4j/server.ts";
import { addSource, aTransfer } from "../../../builders.ts";
import { openEngine } from "../../import/openEngine.ts";
import { expectEmptyServer } from "./odd.ts";

const main = fileURLToPath(new URL("../../../../electron/cli/main.ts", import.meta.url));

/** What nobody vouches for is shown with its fingerprint; once a person says yes to it, the file beside the workspace is trusted. */
async function expectShown(uri: string, certificate: string, path: string): Promise<void> {
  const engine = await openEngine(path);
  const own = new X509Certificate(readFileSync(certificate));
  const refused = await engine.call("workspace.testServer", { uri, password: "never-sent-31" }).catch((error: unknown) => error);
  expect(refused).toMatchObject({ code: "neo4j-not-trusted", details: { uri, subject: "CN=localhost", fingerprint: own.fingerprint256 } });
  expect(JSON.stringify(refused)).not.toContain("never-sent-31");
  const another = own.fingerprint256.replaceAll(/^../g, own.fingerprint256.startsWith("00") ? "01" : "00");
  await expect(engine.call("workspace.trustServer", { uri, fingerprint: another })).rejects.toMatchObject({
    code: "neo4j-certificate-changed",
  });
  expect(readdirSync(dirname(path)).filter((name) => name.startsWith("shown-neo4j"))).toEqual([]);
  const trusted = await engine.call("workspace.trustServer", { uri, fingerprint: own.fingerprint256 });
  expect((await engine.call("workspace.testServer", { uri, ...trusted })).version).toMatch(/^5\./);
  await engine.close();
}

export function pinnedSuite(at: (name: string) => string): void {
  it("trusts a self-signed server by its certificate file, and no other one, in the engine and from the command line (N9)", async () => {
    const [keys, others] = [at("keys"), at("other-keys")];
    makeKeys(others);
    const server = await startServer(at("pinned-home"), { heap: "512m", keys });
    try {
      const [certificate, foreign] = [join(keys, "own.crt"), join(others, "own.crt")];
      const address = { uri: `bolt+s://127.0.0.1:${server.port}`, user: "neo4j", password: "", database: null };
      const codeOf = (more: object) =>
        checkServer({ ...address, ...more }).then(
          ({ version }) => version,
          ({ code }: { code: string }) => code,
        );
      expect(await codeOf({ certificate })).toMatch(/^5\./);
      expect(await codeOf({ uri: `neo4j+ssc://localhost:${server.port}`, certificate })).toMatch(/^5\./);
      expect(await codeOf({ certificate: foreign })).toBe("neo4j-not-trusted");
      expect(await codeOf({})).toBe("neo4j-not-trusted");
      expect(await codeOf({ uri: `bolt://127.0.0.1:${server.port}` })).toMatch(/neo4j-(failed|unreachable)/);
      await expectShown(address.uri, certificate, at("shown.caseweave"));
      await expectEmptyServer(address.uri, certificate, at("empty-server.caseweave"));
      const workspace = at("pinned.caseweave");
      const connection = openWorkspaceFile(workspace);
      addSource(connection, "ledger", [aTransfer()]);
      connection.close();
      const run = (...args: readonly string[]) =>
        JSON.parse(spawnSync(process.execPath, [main, ...args, "--json"], { encoding: "utf8", input: "\n" }).stdout);
      expect(run("neo4j", "push", workspace, "--uri", address.uri, "--certificate", certificate)).toMatchObject({ nodes: 2, links: 1 });
      // The certificate is remembered with the connection, the password is not.
      expect(run("path", workspace, "account:1001", "account:2002", "--graph", "neo4j")).toMatchObject({ length: 1 });
      expect(run("neo4j", "check", workspace, "--uri", address.uri, "--certificate", foreign).error.code).toBe("neo4j-not-trusted");
      mkdirSync(at("wrong"), { recursive: true });
      writeFileSync(at("wrong/key.pem"), readFileSync(join(keys, "private.key")));
      expect(run("neo4j", "check", workspace, "--uri", address.uri, "--certificate", at("wrong/key.pem")).error.code).toBe(
        "certificate-invalid",
      );
    } finally {
      await server.stop();
    }
  }, 600_000);
}
