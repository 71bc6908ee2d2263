// Web addresses: host in lower case with punycode kept, path and query as written.
import { hostForm } from "./host.ts";
import { type Cleaned, defineKind, refuse } from "./kind.ts";
import { compareEqual } from "./likeness.ts";
import { tidyText } from "./tidy.ts";

export const urlForm = new RegExp(
  `^(?:([a-z][a-z0-9+.-]*)://(?:[^\\s/@]*@)?)?(${hostForm}|\\d{1,3}(?:\\.\\d{1,3}){3}|\\[[0-9a-f:.]+\\])\\.?(?::(\\d{1,5}))?([/?#].*)?$`,
  "i",
);
const defaultPorts: Readonly<Record<string, string>> = { http: "80", https: "443", ftp: "21" };

/** Defanged spellings of reports and chats: hxxp, [.], (.), 。 and 点 before letters. */
export const refang = (text: string): string =>
  tidyText(text)
    .replace(/^hxxp/i, "http")
    .replace(/\[\.\]|\(\.\)|(?<=[a-z0-9])[。点](?=[a-z])/gi, ".");

/** Host in lower case, punycode kept; default port and a bare `/` go, path and query stay as written. */
function cleanUrl(text: string): Cleaned {
  const tidy = refang(text);
  const match = urlForm.exec(tidy);
  if (match === null) return refuse(tidy === "" ? "empty" : "form");
  const [, scheme, name, port, rest] = match;
  const isDefaultPort = port === undefined || defaultPorts[scheme?.toLowerCase() ?? "http"] === port;
  const start = scheme === undefined ? "" : `${scheme.toLowerCase()}://`;
  return { value: `${start}${name!.toLowerCase()}${isDefaultPort ? "" : `:${port}`}${rest === "/" ? "" : (rest ?? "")}` };
}

export const url = defineKind({
  id: "url",
  entityKind: "netid",
  clean: cleanUrl,
  specificity: (text) => (text.includes("/") ? 0.9 : 0.3),
  compare: compareEqual,
  rarityBits: 28,
});
