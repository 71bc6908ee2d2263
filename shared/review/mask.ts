// Masking for screens, presentations and exports: enough stays to tell two apart, never a whole number or name.

const stars = (count: number): string => "*".repeat(Math.max(1, count));

const keepEnds = (text: string, head: number, tail: number): string =>
  text.length <= head + tail
    ? stars(text.length)
    : `${text.slice(0, head)}${stars(Math.min(4, text.length - head - tail))}${text.slice(text.length - tail)}`;

/** 138****5678; a landline or short number keeps its last two. */
export function maskPhone(number: string): string {
  const digits = number.replace(/\D/g, "");
  if (/^(86)?1\d{10}$/.test(digits)) return keepEnds(digits.slice(-11), 3, 4);
  return digits.length <= 5 ? number : keepEnds(digits, 3, 2);
}

/** Bank and last four: 6217 **** 0412. */
export function maskCard(number: string): string {
  const plain = number.replace(/\s/g, "");
  return plain.length < 9 ? keepEnds(plain, 1, 2) : `${plain.slice(0, 4)} **** ${plain.slice(-4)}`;
}

/** First three and last four of a resident identity number. */
export const maskIdentity = (number: string): string => keepEnds(number, 3, 4);

/** Surname and one star for each further character; a Latin name keeps its first letter. */
export function maskName(name: string): string {
  if (/^\p{Script=Han}/u.test(name)) return `${name.slice(0, 1)}${stars(Math.min(2, name.length - 1))}`;
  return `${name.slice(0, 1)}${stars(3)}`;
}

export const maskPlate = (plate: string): string => keepEnds(plate, 2, 2);

const maskers: Readonly<Record<string, (label: string) => string>> = {
  phone: maskPhone,
  account: (label) => (/\d{6}/.test(label) ? maskCard(label) : maskName(label)),
  person: (label) => (/^\d{15,17}[\dXx]?$/.test(label) ? maskIdentity(label) : maskName(label)),
  device: (label) => keepEnds(label, 2, 4),
  vehicle: maskPlate,
  netid: (label) => (/^[\w.+-]+$/.test(label) && !label.includes(".") ? keepEnds(label, 2, 2) : label),
};

/** The label of an entity as it may be shown: cases, places, organisations and domains stay readable. */
export function maskLabel(kind: string, label: string): string {
  return maskers[kind]?.(label) ?? label;
}

/** Long numbers inside free text: mobiles, identity numbers and cards. */
export function maskText(text: string): string {
  return text
    .replace(/(?<![\dA-Za-z])\d{17}[\dXx](?![\dA-Za-z])/g, maskIdentity)
    .replace(/(?<![\dA-Za-z])(?:\d{15,19})(?!\d)/g, maskCard)
    .replace(/(?<![\dA-Za-z])1[3-9]\d{9}(?!\d)/g, maskPhone);
}

const nameAttributes = new Set(["account.holder", "person.name"]);

/** An attribute of an entity, told by its code. */
export function maskAttribute(name: string, value: string): string {
  return nameAttributes.has(name) ? maskName(value) : maskText(value);
}

/** A text that was cut: a number that lost its end at the cut is no longer one by its shape, so what is left of it goes too. */
export function maskExcerpt(text: string): string {
  return maskText(text.replace(/\d{5,}(?=…?$)/, "****").replace(/(?<=^…?)\d{5,}/, "****"));
}

/** Cells of a raw row joined by " · ", without headings: a name is told by the sex or the identity number after it. */
export function maskJoinedCells(text: string): string {
  const whole = text.replace(/\d{5,}(?=…$)/, "****");
  return maskText(whole.replace(/(?<=^|· )\p{Script=Han}{2,4}(?= · (?:男|女|\d{15,17}[\dXx]))/gu, maskName));
}

/** A raw cell: names by their heading, numbers by their shape. */
export function maskCell(heading: string, cell: string): string {
  if (/姓名|户名|开户人|持卡人|机主|嫌疑人$|受害人$|报案人$|事主$|name/i.test(heading) && !/\d/.test(cell) && cell !== "")
    return maskName(cell);
  return maskText(cell);
}
