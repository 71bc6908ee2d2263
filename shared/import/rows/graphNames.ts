// Kinds and keys of entities that a file names freely.
import { findKind } from "../kinds/index.ts";
import { isClean } from "../kinds/kind.ts";

/** First label, in words parted by hyphens: `PhoneCall` → `phone-call`; `thing` where none is told. */
export function entityKindOf(label: string): string {
  const first =
    label
      .split(/[;:|]/)
      .find((part) => part.trim() !== "")
      ?.trim() ?? "";
  const kind = first
    .replace(/([a-z0-9])([A-Z])/g, "$1-$2")
    .replace(/[\s_]+/g, "-")
    .toLowerCase();
  return kind === "" ? "thing" : kind;
}

const cleaning: Readonly<Record<string, string>> = { phone: "mobile", vehicle: "plate" };

/** Keys of phones and vehicles in their normal form where they pass their check; all others as the file names them. */
export function cleanKey(kind: string, key: string): string {
  const id = cleaning[kind];
  if (id === undefined) return key;
  const cleaned = findKind(id)!.clean(key);
  return isClean(cleaned) ? cleaned.value : key;
}
