// What an entity is called in lists: an account by its number, for many accounts share a holder.
// The only file of the renderer that reads keys out of references: those come unmasked, so what is shown of one is masked here.
import { type Numbered, parseEntityRef } from "../../shared/model/entity.ts";
import { gatherStars, maskLabel } from "../../shared/review/mask.ts";
import { usePreferences } from "../state/preferences.ts";
import type { Translate } from "./index.ts";

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

/** What names an entity; an account that has several numbers carries them all. */
export interface ShownEntity extends Numbered {
  readonly entity: string;
  readonly label: string;
}

/** An account by the number by which it is called everywhere, whichever of its numbers a row names; else as `entityName`. */
export const nameOf = ({ entity, label, numbers = [] }: ShownEntity): string =>
  numbers[0] === undefined ? entityName(entity, label) : gatherStars(numbers[0]);

/** The cards of an account that is called by another number, as text; empty for anything else. */
export const cardsOf = (t: Translate, { numbers = [] }: Numbered): string =>
  numbers
    .slice(1)
    .map((card) => t("trace.save.cardOf", { card: gatherStars(card) }))
    .join(" ");

/** All numbers of an account, for who points at it. */
export const numbersTitle = (t: Translate, { numbers = [] }: Numbered): string | undefined =>
  numbers.length < 2 ? undefined : t("chart.inspector.numbers", { numbers: numbers.map(gatherStars).join(t("report.cite.comma")) });

/** The last four of the identity number of a person, which masking leaves: it tells two of the same masked name apart; empty for others. */
export const personTail = (ref: string): string => (/^person:\d{14,17}([\dXx])$/.test(ref) ? ref.slice(-4) : "");

/** The holder of an account, where the label is one. */
export function holderOf(ref: string, label: string): string {
  return entityName(ref, label) === label ? "" : label;
}

/** The subject of the pair of two cases, for the address of the pair. */
export const pairOfRefs = (a: string, b: string): string => [parseEntityRef(a).key, parseEntityRef(b).key].sort().join("|");
