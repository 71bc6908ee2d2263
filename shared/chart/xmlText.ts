// XML written by hand: escaping, attributes, elements, short numbers.

const entities: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&apos;" };

/** Escapes markup and drops the control characters that XML 1.0 does not allow. */
export function escapeXml(text: string): string {
  const allowed = [...text.toWellFormed()].filter((letter) => isAllowed(letter.codePointAt(0)!)).join("");
  return allowed.replace(/[&<>"']/g, (letter) => entities[letter]!);
}

const isAllowed = (code: number): boolean => code === 9 || code === 10 || code === 13 || (code >= 32 && code !== 0xfffe && code !== 0xffff);

export type XmlAttributes = Readonly<Record<string, string | number | undefined>>;

export const attributes = (values: XmlAttributes): string =>
  Object.entries(values)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => `${name}="${escapeXml(String(value))}"`)
    .join(" ");

export function element(name: string, values: XmlAttributes, inside = ""): string {
  const head = [name, attributes(values)].filter((part) => part !== "").join(" ");
  return inside === "" ? `<${head}/>` : `<${head}>${inside}</${name}>`;
}

export const number = (value: number): number => Math.round(value * 100) / 100;
