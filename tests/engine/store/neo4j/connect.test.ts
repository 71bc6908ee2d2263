// Neo4j servers that refuse, stay silent or are reached unsafely: a plain error, no password in it.
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type Server } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, expect, it } from "vitest";
import { checkServer } from "../../../../electron/engine/store/neo4j/checkServer.ts";

const servers: Server[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) server.close();
});

const password = "not-to-be-seen-42";
const address = (uri: string) => ({ uri, user: "neo4j", password, database: null });

async function listen(onConnection: (socket: import("node:net").Socket) => void): Promise<number> {
  const server = createServer(onConnection);
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return (server.address() as { port: number }).port;
}

async function failureOf(uri: string, certificate: string | null = null): Promise<{ code: string; text: string }> {
  const error = await checkServer({ ...address(uri), certificate }).then(
    () => expect.fail("connected"),
    (failure: { code: string; message: string }) => failure,
  );
  return { code: error.code, text: `${error.message} ${JSON.stringify(error)}` };
}

it("tells that a closed port cannot be reached", async () => {
  expect((await failureOf("bolt://127.0.0.1:1")).code).toBe("neo4j-unreachable");
});

it("tells that a server which answers with garbage cannot be reached", async () => {
  const port = await listen((socket) => socket.end("HTTP/1.1 400 Bad Request\r\n\r\n"));
  expect((await failureOf(`bolt://127.0.0.1:${port}`)).code).toBe("neo4j-unreachable");
});

it("makes no unencrypted connection off this machine", async () => {
  expect((await failureOf("bolt://db.example:7687")).code).toBe("neo4j-unsafe");
});

it("refuses what is no Neo4j address", async () => {
  for (const uri of ["http://127.0.0.1", "bolt://", "bolt://user:secret@127.0.0.1", "bolt://127.0.0.1:7687/?x=1"])
    expect((await failureOf(uri)).code).toBe("neo4j-address-wrong");
  expect((await failureOf("bolt://user:secret@127.0.0.1")).text).not.toContain("secret");
});

it("keeps the password out of errors", async () => {
  expect((await failureOf("bolt://127.0.0.1:1")).text).not.toContain(password);
});

it("makes no connection off this machine to a server that proves nothing, and takes no file that is no certificate", async () => {
  expect((await failureOf("bolt+ssc://db.example:7687")).code).toBe("neo4j-unproved");
  expect((await failureOf("bolt://127.0.0.1:1", "server.pem")).code).toBe("neo4j-certificate-unused");
  expect((await failureOf("bolt+s://db.example:7687", "/nowhere/server.pem")).code).toBe("file-missing");
  const folder = mkdtempSync(join(tmpdir(), "caseweave-pem-"));
  writeFileSync(join(folder, "server.pem"), "-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----\n");
  expect((await failureOf("bolt+s://db.example:7687", join(folder, "server.pem"))).code).toBe("certificate-invalid");
  rmSync(folder, { recursive: true, force: true });
});
