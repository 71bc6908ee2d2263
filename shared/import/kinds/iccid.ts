// Numbers of SIM cards (ITU-T E.118): 89, country, issuer, 19 or 20 signs, Luhn at the end; China is 8986.
import { passesLuhn } from "./checkDigits.ts";
import { type Cleaned, defineKind, type Facts, refuse } from "./kind.ts";
import { compareDigits } from "./likeness.ts";
import { tidyNumber } from "./tidy.ts";

const carriers: Readonly<Record<string, string>> = {
  "00": "中国移动",
  "02": "中国移动",
  "04": "中国移动",
  "07": "中国移动",
  "01": "中国联通",
  "06": "中国联通",
  "09": "中国联通",
  "03": "中国电信",
  "11": "中国电信",
  "15": "中国广电",
};

/** Some issuers print letters, or leave the check digit out: a doubt, since many real cards do so. */
function cleanIccid(text: string): Cleaned {
  const iccid = tidyNumber(text).toUpperCase();
  if (iccid === "") return refuse("empty");
  if (!/^[0-9A-F]+$/.test(iccid)) return refuse("characters");
  if (iccid.length !== 19 && iccid.length !== 20) return refuse("length");
  if (!iccid.startsWith("89")) return refuse("prefix-unknown");
  return /^\d+$/.test(iccid) && passesLuhn(iccid) ? { value: iccid } : { value: iccid, doubt: "check-digit" };
}

export const iccid = defineKind({
  id: "iccid",
  entityKind: "device",
  clean: cleanIccid,
  specificity: (text) => (text.startsWith("8986") ? 0.96 : 0.5),
  facts: (text): Facts => {
    const number = tidyNumber(text);
    const carrier = carriers[number.slice(4, 6)];
    return number.startsWith("8986") && carrier !== undefined ? { carrier } : {};
  },
  compare: compareDigits,
  rarityBits: 31,
});
