// IP addresses, v4 and v6 (normal form RFC 5952).
import { type Cleaned, defineKind, type Facts, isClean, refuse } from "./kind.ts";
import { compareEqual } from "./likeness.ts";
import { tidyText } from "./tidy.ts";

/** Four numbers 0–255; leading zeros go. A port behind a colon goes too. */
function readIpV4(text: string): string | null {
  const match = /^(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})(?::\d{1,5})?$/.exec(text);
  const parts = match?.slice(1).map(Number);
  return parts?.every((part) => part <= 255) ? parts.join(".") : null;
}

function groupsOf(side: string): number[] | null {
  if (side === "") return [];
  const groups = side.split(":");
  return groups.every((group) => /^[0-9a-f]{1,4}$/i.test(group)) ? groups.map((group) => Number.parseInt(group, 16)) : null;
}

/** Eight groups with `::` filled up; an IPv4 tail becomes two groups. */
function expandIpV6(text: string): number[] | null {
  const tail = /^(.*:)(\d{1,3}(?:\.\d{1,3}){3})$/.exec(text);
  if (tail) {
    const v4 = readIpV4(tail[2]!)?.split(".").map(Number);
    if (!v4) return null;
    return expandIpV6(`${tail[1]}${(v4[0]! * 256 + v4[1]!).toString(16)}:${(v4[2]! * 256 + v4[3]!).toString(16)}`);
  }
  const sides = text.split("::");
  if (sides.length > 2) return null;
  const [head, rest] = [groupsOf(sides[0]!), groupsOf(sides[1] ?? "")];
  if (head === null || rest === null) return null;
  const missing = 8 - head.length - rest.length;
  if (sides.length === 1 ? missing !== 0 : missing < 1) return null;
  return [...head, ...new Array<number>(sides.length === 1 ? 0 : missing).fill(0), ...rest];
}

/** RFC 5952: lower case, no leading zeros, the longest run of zeros (first of equals) as `::`. */
function readIpV6(text: string): string | null {
  const groups = expandIpV6(text.replace(/^\[|\](?::\d+)?$|%.*$/g, ""));
  if (groups === null) return null;
  const words = groups.map((group) => group.toString(16));
  let [start, length] = [-1, 1];
  for (let i = 0; i < 8; i++) {
    let run = 0;
    while (i + run < 8 && groups[i + run] === 0) run++;
    if (run > length) [start, length] = [i, run];
  }
  if (start < 0) return words.join(":");
  return `${words.slice(0, start).join(":")}::${words.slice(start + length).join(":")}`;
}

function cleanIp(text: string): Cleaned {
  const tidy = tidyText(text);
  if (tidy === "") return refuse("empty");
  const address = tidy.includes(":") && !tidy.includes(".") ? readIpV6(tidy) : (readIpV4(tidy) ?? readIpV6(tidy));
  if (address !== null) return { value: address };
  return refuse(/^[\d.]+$/.test(tidy) ? "out-of-range" : "form");
}

/** Private, loopback, link-local and carrier NAT (RFC 1918, 6598, 3927, 4193): many hosts share them. */
const isSharedIp = (address: string): boolean =>
  /^(?:10\.|127\.|169\.254\.|192\.168\.|172\.(?:1[6-9]|2\d|3[01])\.|100\.(?:6[4-9]|[7-9]\d|1[01]\d|12[0-7])\.|0\.|::1$|f[cd]|fe[89ab])/.test(
    address,
  );

function factsOfIp(text: string): Facts {
  const cleaned = cleanIp(text);
  if (!isClean(cleaned)) return {};
  return { version: cleaned.value.includes(":") ? "6" : "4", scope: isSharedIp(cleaned.value) ? "shared" : "public" };
}

export const ip = defineKind({
  id: "ip",
  entityKind: "netid",
  clean: cleanIp,
  specificity: 0.96,
  facts: factsOfIp,
  compare: compareEqual,
  rarityBits: (address) => (isSharedIp(address) ? 0 : 26),
});
