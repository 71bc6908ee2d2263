// A server of this machine whose certificate nobody vouches for, as a unit's own Neo4j shows itself; it keeps what it is told and says nothing.
import type { AddressInfo } from "node:net";
import { createServer } from "node:tls";
import { makeSelfSigned } from "../selfSigned.ts";

export interface EncryptedServer {
  readonly uri: string;
  readonly certificate: string;
  readonly fingerprint: string;
  /** What came in over connections that trusted it. */
  heard(): Buffer;
  close(): Promise<void>;
}

export async function startEncryptedServer(): Promise<EncryptedServer> {
  const { certificate, key, fingerprint } = makeSelfSigned(new Date());
  const told: Buffer[] = [];
  const server = createServer({ cert: certificate, key }, (socket) => {
    // Who only looks at the certificate goes away in the middle of a sentence.
    socket.on("error", () => socket.destroy());
    socket.on("data", (data) => {
      told.push(data);
      socket.end();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    uri: `bolt+s://localhost:${(server.address() as AddressInfo).port}`,
    certificate,
    fingerprint,
    heard: () => Buffer.concat(told),
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}
