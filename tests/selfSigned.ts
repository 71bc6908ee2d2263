// A certificate that nobody vouches for, made anew for this machine: what a unit's own server shows. Written in DER (X.509, RFC 5280), as Node makes none.
import { generateKeyPairSync, randomBytes, sign, X509Certificate } from "node:crypto";

export interface SelfSigned {
  /** PEM. */
  readonly certificate: string;
  readonly key: string;
  /** SHA-256, in pairs. */
  readonly fingerprint: string;
}

function tagged(tag: number, ...parts: readonly Uint8Array[]): Buffer {
  const body = Buffer.concat(parts);
  const { length } = body;
  if (length < 0x80) return Buffer.concat([Buffer.from([tag, length]), body]);
  const head = length < 0x100 ? [tag, 0x81, length] : [tag, 0x82, length >> 8, length & 0xff];
  return Buffer.concat([Buffer.from(head), body]);
}

const sequence = (...parts: readonly Uint8Array[]) => tagged(0x30, ...parts);
const text = (tag: number, words: string) => tagged(tag, Buffer.from(words));
const identifier = (hex: string) => tagged(0x06, Buffer.from(hex, "hex"));
/** YYMMDDHHMMSSZ. */
const moment = (date: Date) => text(0x17, `${date.toISOString().slice(2, 19).replaceAll(/[-:T]/g, "")}Z`);

const ecdsaWithSha256 = sequence(identifier("2a8648ce3d040302"));
const commonName = identifier("550403");
const subjectAlternativeName = identifier("551d11");
const dayMilliseconds = 86_400_000;

/** Good for `localhost` and 127.0.0.1, from yesterday for thirty days. */
export function makeSelfSigned(now: Date): SelfSigned {
  const { privateKey, publicKey } = generateKeyPairSync("ec", { namedCurve: "prime256v1" });
  const name = sequence(tagged(0x31, sequence(commonName, text(0x0c, "localhost"))));
  const names = sequence(text(0x82, "localhost"), tagged(0x87, Buffer.from([127, 0, 0, 1])));
  const body = sequence(
    tagged(0xa0, tagged(0x02, Buffer.from([2]))),
    tagged(0x02, Buffer.concat([Buffer.from([1]), randomBytes(8)])),
    ecdsaWithSha256,
    name,
    sequence(moment(new Date(now.getTime() - dayMilliseconds)), moment(new Date(now.getTime() + 30 * dayMilliseconds))),
    name,
    publicKey.export({ type: "spki", format: "der" }),
    tagged(0xa3, sequence(sequence(subjectAlternativeName, tagged(0x04, names)))),
  );
  const signature = tagged(0x03, Buffer.from([0]), sign("sha256", body, privateKey));
  const made = new X509Certificate(sequence(body, ecdsaWithSha256, signature));
  return {
    certificate: made.toString(),
    key: privateKey.export({ type: "pkcs8", format: "pem" }).toString(),
    fingerprint: made.fingerprint256,
  };
}
