// The district (区、县、县级市、旗) that an address or a unit's name tells.
import { cleanAddressText, readAddress } from "../../import/kinds/address.ts";

/** Suffixes, the longer first. */
const endings = ["新区", "自治县", "自治旗", "区", "县", "旗", "市"] as const;

/** `云津市青石县文汇路34号` → 青石县; a county-level city where no district follows; "" where there is none. */
export function districtOfAddress(text: string): string {
  const clean = cleanAddressText(text);
  const { district, city } = readAddress(clean);
  const [name, suffixes] = district === undefined ? [city, ["市"]] : [district, endings];
  if (name === undefined) return "";
  const suffix = suffixes.find((one) => clean.includes(name + one)) ?? "";
  return name + suffix;
}

/** `云津市公安局东渡区分局建设派出所` → 东渡区; `青石县公安局` → 青石县. */
export function districtOfUnit(text: string): string {
  const clean = cleanAddressText(text);
  const [head = "", tail = ""] = clean.split("公安局");
  const inTail = /^([\p{Script=Han}]{1,7}?(?:新区|自治县|自治旗|区|县|旗))/u.exec(tail)?.[1];
  return inTail ?? districtOfAddress(head);
}
