// Keeps a server's certificate beside the workspace, once a person has compared its fingerprint with what the administrator says.
import { writeFileSync } from "node:fs";
import { basename, dirname, extname, join } from "node:path";
import { CaseweaveError } from "../../../shared/errors.ts";
import type { TrustedCertificate } from "../../../shared/workspace/graphCalls.ts";
import { requireSafe } from "../store/neo4j/connect.ts";
import { readPeerCertificate } from "../store/neo4j/peerCertificate.ts";

/** Throws `neo4j-unreachable`, and `neo4j-certificate-changed` when the server shows another one now. */
export async function trustServer(workspacePath: string, uri: string, fingerprint: string): Promise<TrustedCertificate> {
  // As with a certificate: that the address is of Neo4j and encrypted.
  requireSafe(uri, "shown");
  const shown = await readPeerCertificate(uri);
  if (shown === null) throw new CaseweaveError("neo4j-unreachable", { uri, reason: "TLS" });
  if (shown.fingerprint !== fingerprint) throw new CaseweaveError("neo4j-certificate-changed", { uri, fingerprint: shown.fingerprint });
  const stem = basename(workspacePath, extname(workspacePath));
  const certificate = join(dirname(workspacePath), `${stem}-neo4j-${fingerprint.replaceAll(":", "").slice(0, 12).toLowerCase()}.pem`);
  writeFileSync(certificate, shown.pem);
  return { certificate };
}
