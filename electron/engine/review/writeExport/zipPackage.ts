// Parts into a zip whose bytes depend on the parts alone: fixed order, fixed time (Office files and bundles).
import { strToU8, zipSync } from "fflate";

export type PackageParts = Readonly<Record<string, string | Uint8Array>>;

/** The earliest time that a zip can state: nothing about when it was written leaves with it. */
const noTime = new Date(1980, 0, 1);

export function zipPackage(parts: PackageParts, level: 0 | 6 = 6): Uint8Array {
  const files = Object.entries(parts).map(([name, content]) => [
    name,
    [typeof content === "string" ? strToU8(content) : content, { level, mtime: noTime }],
  ]);
  return zipSync(Object.fromEntries(files));
}
