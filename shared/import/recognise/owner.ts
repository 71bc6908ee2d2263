// Whose statement or call record it is, where only the lines above the heading or the file's name say so.
import type { Mapping } from "../mapping.ts";
import { accountInName, phoneInName } from "./banner.ts";

/** Owner of a statement that stands above the heading or in the file's name only. */
export function withOwner(mapping: Mapping, banner: ReadonlyMap<string, string>, fileName: string): Mapping {
  const mapped = new Set(Object.values(mapping.columns).flat());
  const { "own.account": _account, "own.name": _name, "own.phone": _phone, ...kept } = mapping.constants ?? {};
  const constants: Record<string, string> = { ...kept };
  const isStatement = mapping.rowKind === "transfer" && !mapped.has("from.account") && !mapped.has("to.account");
  if (isStatement && !mapped.has("own.account"))
    putConstant(constants, "own.account", ownAccount(banner, fileName, mapped.has("own.card")));
  if (isStatement && !mapped.has("own.name")) putConstant(constants, "own.name", banner.get("own.name") ?? "");
  const isCall =
    (mapping.rowKind === "call" || mapping.rowKind === "message") &&
    !mapped.has("own.phone") &&
    !(mapped.has("caller") && mapped.has("callee"));
  if (isCall) putConstant(constants, "own.phone", banner.get("own.phone") ?? phoneInName(fileName));
  const { constants: _, ...rest } = mapping;
  return Object.keys(constants).length > 0 ? { ...rest, constants } : rest;
}

/** Account that the lines above the heading or the name of the file state; "" where neither does. */
export function ownAccount(banner: ReadonlyMap<string, string>, fileName: string, hasCards: boolean): string {
  const stated = banner.get("own.account")?.split(/[\s,，;；]/)[0] ?? "";
  if (/[\dA-Za-z@*]{4,}/.test(stated)) return stated;
  return hasCards ? "" : (banner.get("lone.number") ?? accountInName(fileName));
}

function putConstant(constants: Record<string, string>, target: string, value: string): void {
  if (value !== "") constants[target] = value;
}
