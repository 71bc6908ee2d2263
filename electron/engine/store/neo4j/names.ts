// Names that may stand in a statement: a label, a type or a property cannot be a parameter, so only what passes here is ever written into one.
import { CaseweaveError } from "../../../../shared/errors.ts";

/** Reliability N1, and Chinese characters, which are letters to Cypher. Whatever else a server calls its labels stays unread, and the report says so. */
const safeName = /^[A-Za-z_\p{Script=Han}][A-Za-z0-9_\p{Script=Han}]{0,63}$/u;

declare const checked: unique symbol;
export type CypherName = string & { readonly [checked]: true };

export const isSafeName = (name: string): name is CypherName => safeName.test(name);

/** The name, when it is safe and one that the server itself told or we use ourselves. */
export function allowName(name: string, known: readonly string[]): CypherName {
  if (!isSafeName(name) || !known.includes(name)) throw new CaseweaveError("neo4j-name-refused", { name });
  return name;
}
