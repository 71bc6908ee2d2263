// The certificate that a server shows, looked at before anybody trusts it: nothing is sent, nobody logs in.
import { X509Certificate } from "node:crypto";
import { isIP } from "node:net";
import { connect } from "node:tls";

export interface PeerCertificate {
  readonly subject: string;
  /** Last day, ISO. */
  readonly until: string;
  /** SHA-256, in pairs. */
  readonly fingerprint: string;
  readonly pem: string;
}

const lookMilliseconds = 4000;
const boltPort = 7687;

/** null: the server shows none, or cannot be reached. */
export async function readPeerCertificate(uri: string): Promise<PeerCertificate | null> {
  const [, host, port] = /^[a-z0-9+]+:\/\/(\[[^\]]+\]|[^:/?#]+)(?::(\d+))?/.exec(uri) ?? [];
  if (host === undefined) return null;
  const name = host.replaceAll(/[[\]]/g, "");
  return await new Promise((resolve) => {
    const socket = connect({
      host: name,
      port: Number(port ?? boltPort),
      ...(isIP(name) === 0 ? { servername: name } : {}),
      // It is looked at, not trusted: the connection ends here.
      rejectUnauthorized: false,
    });
    const end = (found: PeerCertificate | null) => {
      socket.destroy();
      resolve(found);
    };
    socket.setTimeout(lookMilliseconds, () => end(null));
    socket.once("error", () => end(null));
    socket.once("secureConnect", () => {
      const { raw } = socket.getPeerCertificate();
      end(raw === undefined ? null : describe(new X509Certificate(raw)));
    });
  });
}

const describe = (certificate: X509Certificate): PeerCertificate => ({
  subject: certificate.subject.split("\n").join(", "),
  until: new Date(certificate.validTo).toISOString().slice(0, 10),
  fingerprint: certificate.fingerprint256,
  pem: certificate.toString(),
});
