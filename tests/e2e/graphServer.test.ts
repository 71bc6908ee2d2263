// A Neo4j server that nobody vouches for, in the browser: nobody logs in, its fingerprint is shown, and one click trusts exactly the certificate that was compared.
import { readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { browserPath } from "../browser.ts";
import { type EncryptedServer, startEncryptedServer } from "./encryptedServer.ts";
import { GraphServerPage } from "./pages/GraphServerPage.ts";
import { createWorkbench, type Opened, type Workbench } from "./workbench.ts";

const reason = browserPath() === null ? "no Chromium on this machine" : null;
if (reason) console.warn(`skipped tests/e2e/graphServer.test.ts: ${reason}`);

const patience = 30_000;
const password = "never-sent-57";
/** How every conversation in Bolt begins. */
const greeting = Buffer.from("6060b017", "hex");

describe.skipIf(reason !== null)("a graph server with a certificate of its own", () => {
  let bench: Workbench;
  let opened: Opened;
  let server: EncryptedServer;
  let dialog: GraphServerPage;

  beforeAll(async () => {
    bench = await createWorkbench();
    server = await startEncryptedServer();
    opened = await bench.open();
    dialog = new GraphServerPage(opened);
  }, 120_000);
  afterAll(async () => {
    await bench?.close();
    await server?.close();
  });

  it("shows whose certificate it is, and that nothing was sent", async () => {
    await dialog.test(server.uri, password);
    await dialog.trust.waitFor({ timeout: patience });
    await dialog.trust.getByText("CN=localhost", { exact: true }).waitFor();
    await dialog.trust.getByText(server.fingerprint, { exact: true }).waitFor();
    await opened.page.getByText(opened.say("graph.trust.unsent")).waitFor();
    expect(server.heard()).toEqual(Buffer.alloc(0));
  }, 120_000);

  it("trusts that certificate and no other once somebody says so, and speaks to the server with it", async () => {
    await dialog.accept.click();
    await expect.poll(() => dialog.certificate.inputValue(), { timeout: patience }).toMatch(/my-neo4j-[0-9a-f]{12}\.pem$/);
    const kept = await dialog.certificate.inputValue();
    expect(readFileSync(kept, "utf8")).toBe(server.certificate);
    await expect.poll(() => server.heard().subarray(0, greeting.length), { timeout: patience }).toEqual(greeting);
    // It hangs up after the greeting: it can be trusted, but it is no Neo4j.
    await opened.page.getByRole("dialog").getByRole("alert").waitFor({ timeout: patience });
    await dialog.trust.waitFor({ state: "detached", timeout: patience });
    expect(server.heard().includes(password)).toBe(false);
  }, 120_000);

  it("complains of nothing", () => expect(bench.complaints).toEqual([]));
});
