// Domain names, also out of a whole web address.
import { type Cleaned, defineKind, refuse } from "./kind.ts";
import { compareDigits } from "./likeness.ts";
import { refang, urlForm } from "./url.ts";

/** The host of an address by itself; `www.` is kept, a subdomain is a fact of its own. */
function cleanDomain(text: string): Cleaned {
  const match = urlForm.exec(refang(text));
  const name = match?.[2]?.toLowerCase();
  if (name === undefined) return refuse(text.trim() === "" ? "empty" : "form");
  return /^[\d.]+$|^\[/.test(name) ? refuse("form") : { value: name };
}

export const domain = defineKind({
  id: "domain",
  entityKind: "netid",
  clean: cleanDomain,
  specificity: (text) => (text.includes("/") ? 0.3 : /[a-z]$/i.test(text) ? 0.8 : 0.2),
  compare: compareDigits,
  rarityBits: 28,
});
