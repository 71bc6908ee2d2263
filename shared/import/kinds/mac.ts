// MAC addresses of network cards and access points; normal form 00:1A:2B:3C:4D:5E.
import { type Cleaned, defineKind, refuse } from "./kind.ts";
import { compareDigits } from "./likeness.ts";
import { tidyText } from "./tidy.ts";

function cleanMac(text: string): Cleaned {
  const tidy = tidyText(text).toUpperCase();
  const hex = tidy.replace(/[\s:.-]/g, "");
  if (hex === "") return refuse("empty");
  if (!/^[0-9A-F]+$/.test(hex)) return refuse("characters");
  if (hex.length !== 12) return refuse("length");
  if (/^0{12}$|^F{12}$/.test(hex)) return refuse("out-of-range");
  return { value: hex.match(/../g)!.join(":") };
}

export const mac = defineKind({
  id: "mac",
  entityKind: "device",
  clean: cleanMac,
  specificity: (text) => (/[:.]/.test(text) ? 0.97 : /[A-F]/i.test(text) ? 0.4 : 0.02),
  compare: compareDigits,
  rarityBits: 33,
});
