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

/** All labels of a node that has several: the kind is the first of them only. */
export function labelsOf(text: string): readonly string[] {
  if (!text.includes(";")) return [];
  const labels = text
    .split(";")
    .map((part) => part.trim())
    .filter((part) => part !== "");
  return labels.length > 1 ? labels : [];
}

const cleaning: Readonly<Record<string, string>> = { phone: "mobile", vehicle: "plate", account: "account" };

/** Keys of phones and vehicles in their normal form where they pass their check; all others as the file names them. */
export function cleanKey(kind: string, key: string): string {
  const id = cleaning[kind];
  if (id === undefined) return key;
  const cleaned = findKind(id)!.clean(key);
  return isClean(cleaned) ? cleaned.value : key;
}
