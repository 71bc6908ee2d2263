// Errors as people read them: the sentence of the code, and an identification that can be copied to whoever helps.
import type { ErrorCode, WireError } from "../../shared/errors.ts";
import { errorBlanks } from "../../shared/reasons.ts";
import type { Translate } from "./index.ts";

/** Every code has its sentence under `error.<code>`; the architecture tests check that. */
const errorKeyOf = (code: ErrorCode): string => `error.${code}`;

/** What a program below us said is told in words of the catalogue. */
export function errorSentence(t: Translate, { code, details }: WireError): string {
  return t(
    errorKeyOf(code),
    errorBlanks((key, values) => t(key, values ?? {}), details),
  ).trim();
}

export const printErrorId = ({ code, details }: WireError): string => {
  const facts = Object.entries(details).map(
    ([name, value]) => `${name}=${typeof value === "object" ? JSON.stringify(value) : String(value)}`,
  );
  return [code, ...facts].join(" · ");
};
