// What an entity is called in lists: an account by its number, for many accounts share a holder.
// The only file of the renderer that reads keys out of references: those come unmasked, so what is shown of one is masked here.
import { parseEntityRef } from "../../shared/model/entity.ts";
import { gatherStars, maskLabel } from "../../shared/review/mask.ts";
import { usePreferences } from "../state/preferences.ts";

const isNumbered = (ref: string): boolean => /^account:\d{9,}$/.test(ref);

/** Kind of a reference, for its glyph. */
export const shownKind = (ref: string): string => parseEntityRef(ref).kind;

/** The key of a reference as it may be shown. */
export function shownKey(ref: string, isMasked = usePreferences.getState().isMasked): string {
  const { kind, key } = parseEntityRef(ref);
  return isMasked ? gatherStars(maskLabel(kind, key)) : key;
}

/** The number of an account, else the label. */
export const entityName = (ref: string, label: string, isMasked?: boolean): string => (isNumbered(ref) ? shownKey(ref, isMasked) : label);

/** The last four of the identity number of a person, which masking leaves: it tells two of the same masked name apart; empty for others. */
export const personTail = (ref: string): string => (/^person:\d{14,17}([\dXx])$/.test(ref) ? ref.slice(-4) : "");

/** The holder of an account, where the label is one. */
export function holderOf(ref: string, label: string): string {
  return entityName(ref, label) === label ? "" : label;
}

/** The subject of the pair of two cases, for the address of the pair. */
export const pairOfRefs = (a: string, b: string): string => [parseEntityRef(a).key, parseEntityRef(b).key].sort().join("|");
