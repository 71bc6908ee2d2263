// A pack file: read, its hash proved, checked to the last path. Throws before anything of it is believed.
import { createHash } from "node:crypto";
import { sortedJson } from "../../../../shared/audit/entry.ts";
import { CaseweaveError } from "../../../../shared/errors.ts";
import { problemsOf } from "../../../../shared/problems.ts";
import { checkPack } from "../../../../shared/review/pack/checkPack.ts";
import { findJsonTrap } from "../../../../shared/review/pack/jsonTraps.ts";
import { longestPack, longestTest, type Pack, packFormat, packSchema, packVersion } from "../../../../shared/review/pack/pack.ts";
import { checkArguments } from "./checkArguments.ts";

export type UnsealedPack = Omit<Pack, "hash">;

/** SHA-256 of the canonical text: JSON with sorted keys and without blanks, all but the hash itself. */
export const hashOfPack = ({ hash: _hash, ...rest }: Readonly<Record<string, unknown>>): string =>
  createHash("sha256").update(sortedJson(rest)).digest("hex");

/** As it is written: two blanks an indent, so that people read it. */
export const packText = (pack: Pack): string => `${JSON.stringify(pack, null, 2)}\n`;

export const sealPack = (pack: UnsealedPack): Pack => ({ ...pack, hash: hashOfPack(pack) });

const unreadable = (details: Record<string, unknown>, cause?: unknown): CaseweaveError =>
  new CaseweaveError("pack-unreadable", details, { cause });

function parseText(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw unreadable({ reasonKey: "pack.reason.json", line: lineOf(text, (error as Error).message) }, error);
  }
}

/** Where the parser says that it stopped; else the text ended too early. */
function lineOf(text: string, message: string): number {
  const position = /position (\d+)/.exec(message)?.[1];
  return text.slice(0, position === undefined ? text.length : Number(position)).split("\n").length;
}

export function parseJson(given: string): Record<string, unknown> {
  if (given.length > longestPack) throw unreadable({ reasonKey: "pack.reason.long", most: longestPack });
  const text = given.replace(/^\uFEFF/, "");
  const value = parseText(text);
  const trap = findJsonTrap(text);
  if (trap) throw unreadable({ ...trap });
  const isOurs = typeof value === "object" && value !== null && (value as Record<string, unknown>)["format"] === packFormat;
  if (!isOurs) throw unreadable({ reasonKey: "pack.reason.format" });
  return value as Record<string, unknown>;
}

/** The form and all that it names; the hash is not looked at. */
export function readForm(value: Record<string, unknown>): Pack {
  const parsed = packSchema.safeParse(value);
  if (!parsed.success) throw unreadable({ problems: problemsOf(parsed.error.issues, value) });
  const pack = parsed.data;
  const size = pack.test?.sheets.reduce((sum, { text }) => sum + text.length, 0) ?? 0;
  if (size > longestTest) throw unreadable({ reasonKey: "pack.reason.testLong", most: longestTest });
  checkPack(pack);
  checkArguments(pack);
  return pack;
}

export function checkVersion(value: Record<string, unknown>): void {
  const { version } = value;
  if (typeof version === "number" && version > packVersion) throw new CaseweaveError("pack-newer", { version, known: packVersion });
}

export function readPackText(text: string): Pack {
  const value = parseJson(text);
  checkVersion(value);
  const found = hashOfPack(value);
  if (found !== value["hash"])
    throw new CaseweaveError("pack-changed", { stated: String(value["hash"] ?? "").slice(0, 12), found: found.slice(0, 12) });
  return readForm(value);
}
