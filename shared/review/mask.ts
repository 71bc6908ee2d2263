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

/** A raw cell: names by their heading, numbers by their shape. */
export function maskCell(heading: string, cell: string): string {
  if (/姓名|户名|开户人|持卡人|机主|嫌疑人$|受害人$|报案人$|事主$|name/i.test(heading) && !/\d/.test(cell) && cell !== "")
    return maskName(cell);
  return maskText(cell);
}
