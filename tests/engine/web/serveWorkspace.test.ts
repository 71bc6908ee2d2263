// The web shell as a whole: a real workspace behind the real server, one line printed, everything closed again.
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { createEngine } from "../../../electron/engine/engine.ts";
import { serveWorkspace } from "../../../electron/web/main.ts";
import { openHttpChannel } from "../../../renderer/rpc/httpChannel.ts";
import { connectClient } from "../../../shared/rpc/client.ts";

const folder = mkdtempSync(join(tmpdir(), "caseweave-serve-"));
const workspacePath = join(folder, "case.caseweave");
const rendererFolder = join(folder, "pages");
mkdirSync(rendererFolder);
writeFileSync(join(rendererFolder, "index.html"), "<!doctype html>");
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function enterAt(address: string): Promise<typeof fetch> {
  const response = await fetch(address);
  const cookie = (response.headers.get("set-cookie") ?? "").split(";", 1)[0] ?? "";
  return (input, init = {}) =>
    fetch(input, { ...init, headers: { ...(init.headers as Record<string, string>), cookie, origin: new URL(address).origin } });
}

test("a workspace is served: one line with the address, calls answered, errors typed, all closed", async () => {
  const lines: string[] = [];
  const served = await serveWorkspace({ workspacePath, rendererFolder, open: false, print: (line) => void lines.push(line) });
  expect(lines.length).toBe(1);
  expect(lines[0]).toContain(served.address);
  expect(served.address).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/enter\?code=[\w-]{43}$/);

  const client = connectClient(await openHttpChannel({ base: new URL(served.address).origin, fetch: await enterAt(served.address) }));
  expect((await client.call("workspace.readInfo", {})).path).toBe(workspacePath);
  await expect(client.call("workspace.searchEntities", { words: 1 as never })).rejects.toMatchObject({ code: "bad-request" });
  await expect(client.call("no.such" as "workspace.readInfo", {})).rejects.toMatchObject({ code: "unknown-call" });

  const closed = new Promise<void>((resolve) => client.onClose(resolve));
  await served.close();
  await closed;
  await expect(fetch(new URL(served.address).origin)).rejects.toThrow();
  expect(readdirSync(folder).filter((name) => name.startsWith("case.caseweave"))).toEqual(["case.caseweave"]);
});

test("wrong tokens and codes are counted in the audit", async () => {
  const path = join(folder, "guarded.caseweave");
  const served = await serveWorkspace({ workspacePath: path, rendererFolder, open: false, print: () => undefined });
  const { origin, port } = new URL(served.address);
  expect((await fetch(`${origin}/`, { headers: { cookie: `caseweave-${port}=guess` } })).status).toBe(401);
  expect((await fetch(`${origin}/enter?code=guess`)).status).toBe(401);
  await served.close();
  const engine = await createEngine({ workspacePath: path });
  const context = { signal: new AbortController().signal, report: () => undefined };
  const entries = (await engine.dispatch("audit.listEntries", { limit: 50 }, context)) as { detail: Record<string, number> }[];
  await engine.close();
  expect(entries.reduce((sum, { detail }) => sum + (detail["web.refused"] ?? 0), 0)).toBe(2);
});

test("a workspace that another process holds is refused by name, and nothing stays listening", async () => {
  const holder = await createEngine({ workspacePath });
  await expect(serveWorkspace({ workspacePath, rendererFolder, open: false, print: () => undefined })).rejects.toMatchObject({
    code: "workspace-held",
  });
  await holder.close();
});

test("a port that is taken is refused and leaves the workspace free", async () => {
  const first = await serveWorkspace({
    workspacePath: join(folder, "first.caseweave"),
    rendererFolder,
    open: false,
    print: () => undefined,
  });
  const port = Number(new URL(first.address).port);
  await expect(serveWorkspace({ workspacePath, rendererFolder, port, open: false, print: () => undefined })).rejects.toMatchObject({
    code: "port-taken",
    details: { port },
  });
  await (await createEngine({ workspacePath })).close();
  await first.close();
});

test("without built pages it says what to do", async () => {
  const missing = join(folder, "missing");
  await expect(serveWorkspace({ workspacePath, rendererFolder: missing, open: false, print: () => undefined })).rejects.toMatchObject({
    code: "not-built",
  });
});
