// The certificate file that a connection trusts: read and checked here, so that a wrong file is told by its name and not as a server that cannot be reached.
import { X509Certificate } from "node:crypto";
import { readFileSync } from "node:fs";
import { basename } from "node:path";
import { CaseweaveError } from "../../../../shared/errors.ts";

/** Throws `file-missing`, `file-unreadable` or `certificate-invalid`. */
export function requireCertificate(path: string): void {
  const file = basename(path);
  let text: string;
  try {
    text = readFileSync(path, "utf8");
  } catch (error) {
    const reason = String((error as NodeJS.ErrnoException).code);
    throw new CaseweaveError(reason === "ENOENT" ? "file-missing" : "file-unreadable", { file, path, reason });
  }
  try {
    const { validTo } = new X509Certificate(text);
    if (Date.parse(validTo) < Date.now()) throw new CaseweaveError("certificate-expired", { file, until: validTo });
  } catch (error) {
    if (error instanceof CaseweaveError) throw error;
    throw new CaseweaveError("certificate-invalid", { file });
  }
}
