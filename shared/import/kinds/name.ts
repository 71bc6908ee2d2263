// Names of persons and organisations: blanks inside Chinese names go, the interpunct of minority names is one sign.
import table from "../../../resources/tables/surnames.json" with { type: "json" };
import { tidyText } from "./tidy.ts";

const singleSurnames = new Set(table.single);
const compoundSurnames = new Set(table.compound.split(" "));
const organisationWords =
  /公司|银行|有限|集团|中心|商行|商店|超市|餐厅|酒店|宾馆|医院|学校|大学|局$|所$|厂$|店$|社$|部$|支付|网络|科技|信用社|合作社|工作室|委员会|协会|财付通|支付宝|银联|平台|备付金|清算/;
const chinese = /^[\p{Script=Han}·*]+$/u;

/** Longer texts are no names: they are only freed of spelling noise. */
const longestName = 256;

/** The name as it is compared and shown. Latin names keep single blanks and their case. */
export function cleanName(text: string): string {
  const plain = tidyText(text);
  if (plain.length > longestName) return plain;
  const tidy = plain.replace(/[•・‧∙●.．](?=\p{Script=Han})/gu, "·");
  const joined = tidy.replace(/(?<=[\p{Script=Han}·*])\s+(?=[\p{Script=Han}·*])/gu, "");
  return joined.replace(/\s+/g, " ");
}

/** `张*`, `*三`: a name of which a part is hidden. */
export const isMaskedName = (name: string): boolean => name.includes("*") || /^\p{Script=Han}某+$/u.test(name);

export const isOrganisationName = (name: string): boolean => name.length >= 4 && organisationWords.test(name);

/** True for what reads as a Chinese personal name: 2–4 characters with a known surname, or an interpunct. */
export function isPersonName(text: string): boolean {
  const name = cleanName(text);
  if (!chinese.test(name) || organisationWords.test(name)) return false;
  if (name.includes("·")) return name.length >= 3 && name.length <= 20;
  if (name.length < 2 || name.length > 4) return false;
  return surnameOf(name) !== "";
}

/** The surname of a Chinese name, "" where it is not known. */
export function surnameOf(name: string): string {
  const two = name.slice(0, 2);
  if (name.length > 2 && compoundSurnames.has(two)) return two;
  return singleSurnames.has(name[0] ?? "") ? name[0]! : "";
}
