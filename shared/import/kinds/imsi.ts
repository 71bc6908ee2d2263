// Subscriber numbers on SIM cards (ITU-T E.212): country 460 is China, the next two digits the network.
import { type Cleaned, defineKind, type Facts, refuse } from "./kind.ts";
import { compareDigits } from "./likeness.ts";
import { refuseDigits } from "./refuseDigits.ts";
import { isDigits, tidyNumber } from "./tidy.ts";

const digitsOf = (text: string): string => tidyNumber(text).replaceAll("/", "");

const chinaNetworks: Readonly<Record<string, string>> = {
  "00": "中国移动",
  "02": "中国移动",
  "04": "中国移动",
  "07": "中国移动",
  "08": "中国移动",
  "13": "中国移动",
  "01": "中国联通",
  "06": "中国联通",
  "09": "中国联通",
  "03": "中国电信",
  "05": "中国电信",
  "11": "中国电信",
  "12": "中国电信",
  "15": "中国广电",
  "20": "中国铁通",
};

function cleanImsi(text: string): Cleaned {
  const imsi = digitsOf(text);
  if (!isDigits(imsi) || imsi.length !== 15) return refuseDigits(imsi);
  if (!/^[2-79]/.test(imsi)) return refuse("prefix-unknown");
  return imsi.startsWith("460") ? { value: imsi } : { value: imsi, doubt: "prefix-unknown" };
}

export const imsi = defineKind({
  id: "imsi",
  entityKind: "device",
  clean: cleanImsi,
  specificity: (text) => (text.startsWith("460") ? 0.85 : 0.1),
  facts: (text): Facts => {
    const carrier = chinaNetworks[digitsOf(text).slice(3, 5)];
    return digitsOf(text).startsWith("460") && carrier ? { carrier } : {};
  },
  compare: compareDigits,
  rarityBits: 31,
});
