// Errors as people read them: the sentence of the code, and an identification that can be copied to whoever helps.
import type { ErrorCode, WireError } from "../../shared/errors.ts";
import type { Translate } from "./index.ts";

/** Every code has its sentence under `error.<code>`; the architecture tests check that. */
const errorKeyOf = (code: ErrorCode): string => `error.${code}`;

export const errorSentence = (t: Translate, { code, details }: WireError): string => t(errorKeyOf(code), { ...details });

export const printErrorId = ({ code, details }: WireError): string => {
  const facts = Object.entries(details).map(
    ([name, value]) => `${name}=${typeof value === "object" ? JSON.stringify(value) : String(value)}`,
  );
  return [code, ...facts].join(" · ");
};
