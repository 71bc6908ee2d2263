// How one value is masked: enough stays to tell two apart, and every character keeps its place, so that marks of hits stay true.
import { isOrganisationName, isPersonName } from "../import/kinds/name.ts";
import { isPublicEntity, isServiceNumber } from "../link/publicEntities.ts";

const isSign = (character: string): boolean => /[\p{L}\p{N}]/u.test(character);

/** Letters and digits but the first `head` and the last `tail` become stars; of a short text at most a third stays at each end. */
function starMiddle(text: string, head: number, tail: number): string {
  const characters = [...text];
  const count = characters.filter(isSign).length;
  const most = count > head + tail ? Number.POSITIVE_INFINITY : Math.floor(count / 3);
  const [first, last] = [Math.min(head, most), count - Math.min(tail, most)];
  let at = -1;
  return characters
    .map((character) => {
      if (!isSign(character)) return character;
      at++;
      return at < first || at >= last ? character : "*".repeat(character.length);
    })
    .join("");
}

/** 138****5678; of a landline the last two; numbers of public services stay. */
export function maskPhone(number: string): string {
  const digits = number.replace(/\D/g, "");
  if (isServiceNumber(digits)) return number;
  if (!/^(86|0086)?1\d{10}$/.test(digits)) return starMiddle(number, 3, 2);
  return starMiddle(number, digits.length - 8, 4);
}

/** First and last four. */
export const maskCard = (number: string): string => starMiddle(number, 4, 4);

/** First three and last four of a resident identity number. */
export const maskIdentity = (number: string): string => starMiddle(number, 3, 4);

/** The first character of a name; an organisation's name stays. */
export function maskName(name: string): string {
  return isOrganisationName(name) ? name : starMiddle(name, 1, 0).replace(/^\*/, name[0] ?? "");
}

export const maskPlate = (plate: string): string => starMiddle(plate, 2, 2);
export const maskDevice = (number: string): string => starMiddle(number, 2, 4);

/** House, stair and room are starred; the road stays. */
export const maskAddress = (address: string): string => address.replace(/\d/g, "*");

/** QQ, WeChat, e-mail and IP addresses; domains, pages and names of apps are evidence and stay. */
export function maskNetid(label: string): string {
  const at = label.indexOf("@");
  if (at > 0) return `${starMiddle(label.slice(0, at), 1, 1)}${label.slice(at)}`;
  const network = /^\d{1,3}\.\d{1,3}\./.exec(label)?.[0];
  if (network !== undefined) return `${network}${label.slice(network.length).replace(/\d/g, "*")}`;
  if (/^[0-9a-f]{0,4}(:[0-9a-f]{0,4}){3,7}$/i.test(label)) return starMiddle(label, 4, 0);
  return /^[\w+-]+$/.test(label) ? starMiddle(label, 2, 2) : label;
}

const maskAccount = (label: string): string =>
  /\d{6}/.test(label) ? maskCard(label) : isOrganisationName(label) ? label : maskName(label);
const maskPerson = (label: string): string => (/^\d{6}/.test(label) ? maskIdentity(label) : maskName(label));

/** Kind of an entity → how its label is masked. */
const maskers: Readonly<Record<string, (label: string) => string>> = {
  phone: maskPhone,
  account: maskAccount,
  person: maskPerson,
  device: maskDevice,
  vehicle: maskPlate,
  netid: maskNetid,
};

/** The label of an entity as it may be shown: cases, organisations, domains and public services stay readable. Masked twice is masked once. */
export function maskLabel(kind: string, label: string): string {
  if (label.includes("*") || isPublicEntity(kind, label, label)) return label;
  return maskers[kind]?.(label) ?? label;
}

/** Long runs of stars say no more than four; the telling tail stays in sight. Only where no places in the text are told. */
export const gatherStars = (text: string): string => text.replace(/\*{5,}/g, "****");

/** What stands in a column or attribute of a kind of value (`shared/import/targets`). Kinds that are not named hold no whole personal value. */
const valueMaskers: Readonly<Record<string, (text: string) => string>> = {
  name: maskName,
  account: (text) => maskLabel("account", text),
  phone: maskPhone,
  "identity-number": maskIdentity,
  netid: maskNetid,
  plate: maskPlate,
  device: maskDevice,
  imei: maskDevice,
  imsi: maskDevice,
  mac: maskDevice,
  ip: maskNetid,
};

/** A whole value of a known kind; null where the kind says nothing and the text must be searched. */
export function maskValueOf(valueKind: string, text: string): string | null {
  const masker = valueMaskers[valueKind];
  if (masker === undefined) return null;
  // Several names in a cell, or an account beside a name: each on its own.
  return text.replace(/[^,，;；、/\n\t]+/g, (part) => (part.includes("*") ? part : masker(part)));
}

/** A text that is nothing but somebody's name, as its form tells. */
export const isBareName = (text: string): boolean => isPersonName(text) && !isOrganisationName(text);
