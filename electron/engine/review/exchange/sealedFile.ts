// The file that travels: one line that says how it is sealed, the packed content (encrypted with a passphrase or plain), and the hash of every byte before.
// The hash tells damage from a wrong passphrase; whoever can reckon a new hash is still stopped by the cipher's own tag.
import { createCipheriv, createDecipheriv, createHash, createHmac, randomBytes, scryptSync, timingSafeEqual } from "node:crypto";
import { deflateRawSync, inflateRawSync } from "node:zlib";
import { z } from "zod";
import { CaseweaveError } from "../../../../shared/errors.ts";
import { exchangeFormat, exchangeVersion, maxPayloadBytes } from "../../../../shared/review/exchange/format.ts";

/** scrypt (RFC 7914): 2^15 · 8 · 128 bytes = 32 MB and a tenth of a second a guess. */
const cost = { N: 32_768, r: 8, p: 1 } as const;
const scryptMemory = 128 * cost.N * cost.r * 2;
const [saltBytes, nonceBytes, keyBytes, tagBytes, sealBytes] = [16, 12, 32, 16, 32] as const;
const maxHeadBytes = 2_048;
/** A file above is not opened at all. */
export const maxFileBytes = 256 * 1024 * 1024;

const hex = (bytes: number) => z.string().regex(new RegExp(`^[0-9a-f]{${bytes * 2}}$`));
const headSchema = z.strictObject({
  format: z.literal(exchangeFormat),
  version: z.int().min(1),
  cipher: z.enum(["aes-256-gcm", "none"]),
  /** scrypt with N 32768, r 8, p 1. */
  salt: hex(saltBytes).nullable(),
  nonce: hex(nonceBytes).nullable(),
  /** Of the passphrase: a wrong one is told before anything is decrypted. */
  check: hex(16).nullable(),
  /** Bytes of the content, unpacked. */
  size: z.int().min(0).max(maxPayloadBytes),
});
type Head = z.infer<typeof headSchema>;

const hashOf = (bytes: Uint8Array): Buffer => createHash("sha256").update(bytes).digest();

interface Keys {
  readonly key: Buffer;
  readonly check: string;
}

/** What a passphrase becomes: a key, and a value that says whether it is the right passphrase. */
function deriveKeys(passphrase: string, salt: Uint8Array): Keys {
  const both = scryptSync(passphrase.normalize("NFC"), salt, keyBytes * 2, { ...cost, maxmem: scryptMemory });
  const check = createHmac("sha256", both.subarray(keyBytes)).update(`${exchangeFormat} passphrase`).digest("hex").slice(0, 32);
  return { key: both.subarray(0, keyBytes), check };
}

/** Key of the hashes that identifiers travel as: the same for the same passphrase, so that both units can reckon them. */
export function deriveHashKey(passphrase: string): Buffer {
  return scryptSync(passphrase.normalize("NFC"), `${exchangeFormat} identifiers`, keyBytes, { ...cost, maxmem: scryptMemory });
}

export const keyedHash = (key: Buffer, kind: string, value: string): string =>
  createHmac("sha256", key).update(`${kind}:${value}`).digest("hex");

/** `random`: salt and nonce, so that a test can hold them still. */
export function sealFile(content: Uint8Array, passphrase: string | null, random: (bytes: number) => Buffer = randomBytes): Buffer {
  if (content.length > maxPayloadBytes) throw new CaseweaveError("bundle-too-large", { size: content.length, most: maxPayloadBytes });
  const packed = deflateRawSync(content);
  const [salt, nonce] = [random(saltBytes), random(nonceBytes)];
  const keys = passphrase === null ? null : deriveKeys(passphrase, salt);
  const head: Head = {
    format: exchangeFormat,
    version: exchangeVersion,
    cipher: keys ? "aes-256-gcm" : "none",
    salt: keys ? salt.toString("hex") : null,
    nonce: keys ? nonce.toString("hex") : null,
    check: keys?.check ?? null,
    size: content.length,
  };
  const line = Buffer.from(`${JSON.stringify(head)}\n`);
  const body = keys ? encrypt(packed, keys.key, nonce, line) : packed;
  const file = Buffer.concat([line, body]);
  return Buffer.concat([file, hashOf(file)]);
}

function encrypt(packed: Uint8Array, key: Uint8Array, nonce: Uint8Array, line: Uint8Array): Buffer {
  const cipher = createCipheriv("aes-256-gcm", key, nonce, { authTagLength: tagBytes });
  cipher.setAAD(line);
  return Buffer.concat([cipher.update(packed), cipher.final(), cipher.getAuthTag()]);
}

/** Nothing else begins so. */
const opening = Buffer.from(`{"format":"${exchangeFormat}"`);

export interface SealedHead {
  readonly version: number;
  readonly isEncrypted: boolean;
}

interface Parts extends SealedHead {
  readonly head: Head;
  readonly line: Uint8Array;
  readonly body: Uint8Array;
}

/** Reads the head and checks the seal; nothing is decrypted or unpacked yet. */
function takeApart(file: Uint8Array): Parts {
  if (!opening.equals(file.subarray(0, opening.length))) throw new CaseweaveError("bundle-foreign");
  const end = file.subarray(0, maxHeadBytes).indexOf(0x0a);
  const sealed = file.subarray(0, Math.max(0, file.length - sealBytes));
  if (end < 0 || sealed.length <= end || !timingSafeEqual(hashOf(sealed), file.subarray(sealed.length))) throw damaged("seal");
  const line = file.subarray(0, end + 1);
  const told = parseJson(line);
  const version = z.looseObject({ version: z.int() }).safeParse(told);
  if (version.success && version.data.version > exchangeVersion)
    throw new CaseweaveError("bundle-newer", { version: version.data.version, known: exchangeVersion });
  const head = headSchema.safeParse(told);
  if (!head.success) throw damaged("head");
  const { cipher } = head.data;
  return { head: head.data, line, body: sealed.subarray(end + 1), version: head.data.version, isEncrypted: cipher !== "none" };
}

export function readSealedHead(file: Uint8Array): SealedHead {
  const { version, isEncrypted } = takeApart(file);
  return { version, isEncrypted };
}

function parseJson(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(Buffer.from(bytes).toString("utf8"));
  } catch {
    throw damaged("head");
  }
}

export const damaged = (what: string): CaseweaveError => new CaseweaveError("bundle-damaged", { what });

/** The content. Throws `bundle-foreign`, `bundle-damaged`, `bundle-newer`, `bundle-passphrase-missing` or `bundle-passphrase-wrong`. */
export function openFile(file: Uint8Array, passphrase: string | null): Buffer {
  const { head, line, body } = takeApart(file);
  const packed = head.cipher === "none" ? body : decrypt(head, line, body, passphrase);
  return unpack(packed, head.size);
}

function decrypt({ salt, nonce, check }: Head, line: Uint8Array, body: Uint8Array, passphrase: string | null): Buffer {
  if (salt === null || nonce === null || check === null || body.length < tagBytes) throw damaged("head");
  if (passphrase === null || passphrase === "") throw new CaseweaveError("bundle-passphrase-missing");
  const keys = deriveKeys(passphrase, Buffer.from(salt, "hex"));
  if (!timingSafeEqual(Buffer.from(keys.check), Buffer.from(check))) throw new CaseweaveError("bundle-passphrase-wrong");
  const decipher = createDecipheriv("aes-256-gcm", keys.key, Buffer.from(nonce, "hex"), { authTagLength: tagBytes });
  decipher.setAAD(line);
  decipher.setAuthTag(body.subarray(body.length - tagBytes));
  try {
    return Buffer.concat([decipher.update(body.subarray(0, body.length - tagBytes)), decipher.final()]);
  } catch (error) {
    throw new CaseweaveError("bundle-damaged", { what: "tag" }, { cause: error });
  }
}

/** Never more than the head says: what is packed to burst is not unpacked. */
function unpack(packed: Uint8Array, size: number): Buffer {
  let content: Buffer;
  try {
    content = inflateRawSync(packed, { maxOutputLength: Math.max(1, size) });
  } catch (error) {
    throw new CaseweaveError("bundle-damaged", { what: "content" }, { cause: error });
  }
  if (content.length !== size) throw damaged("size");
  return content;
}
