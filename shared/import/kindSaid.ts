// What a number is said to be by the word before it, or by all of it but its check digit; chance lets one identity number in thirty pass for a credit code.
import { isNearIdentity } from "./kinds/identityNumber.ts";

interface Said {
  readonly before: RegExp;
  readonly form: RegExp;
  readonly kind: string;
}

const reach = 16;
const between = "[^\\dA-Za-z,，。;；]{0,6}$";

const said: readonly Said[] = [
  { before: new RegExp(`(?:身份证|身份号码|公民身份)${between}`, "u"), form: /^\d{14,18}[\dXx]?$/, kind: "identity-number" },
  { before: new RegExp(`(?:信用代码|税号|纳税人识别号|营业执照)${between}`, "u"), form: /^[0-9A-Za-z]{15,20}$/, kind: "credit-code" },
];

/** The kind, null where nothing says it. */
export function kindSaid(number: string, before: string): string | null {
  const near = before.slice(-reach);
  const word = said.find((one) => one.before.test(near) && one.form.test(number));
  if (word !== undefined) return word.kind;
  return isNearIdentity(number) ? "identity-number" : null;
}
