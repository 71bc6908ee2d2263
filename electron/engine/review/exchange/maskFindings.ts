// What was found, as it leaves masked: case numbers, figures and states stay, whoever and whatever it names goes by a keyed hash and a masked label – also in the title,
// which is often somebody's name.
import type { BundleFinding, RingFound, SeriesFound } from "../../../../shared/review/exchange/finding.ts";
import { maskLabel } from "../../../../shared/review/mask.ts";
import type { Masker } from "../../../../shared/review/masker.ts";
import { maskedKey } from "./recognise.ts";

interface Named {
  readonly entity: string;
  readonly kind: string;
  readonly label: string;
}

type Mask = <One extends Named>(one: One) => One;

/** A record without a number goes by its sheet, a case by its number; of everything else the key stays here. */
export function maskRef(ref: string, hashKey: Buffer): string {
  const colon = ref.indexOf(":");
  const [kind, key] = [ref.slice(0, colon), ref.slice(colon + 1)];
  return kind === "case" || /^@[0-9a-f]{32}#/.test(key) ? ref : `${kind}:${maskedKey(hashKey, kind, key)}`;
}

export function maskFinding(finding: BundleFinding, masker: Masker, hashKey: Buffer): BundleFinding {
  const told = new Map<string, string>();
  const mask: Mask = (one) => {
    const label = masker.label(one.kind, one.label);
    told.set(one.label, label);
    return { ...one, entity: maskRef(one.entity, hashKey), label: [maskedNumber(one), label].filter(Boolean).join(" ") };
  };
  const { found } = finding;
  const masked = found.kind === "series" ? maskSeries(found, masker, hashKey, mask) : maskRing(found, mask);
  // The longest first: a name may be part of another one.
  const names = [...told].filter(([label]) => label !== "").sort(([a], [b]) => b.length - a.length);
  const title = names.reduce((text, [label, shown]) => text.replaceAll(label, shown), finding.title);
  return { ...finding, title: masker.text(title), found: masked };
}

/** Beside the name of its holder the number as a masked screen has it: many accounts are one man's. */
function maskedNumber({ entity, kind, label }: Named): string {
  const key = entity.slice(entity.indexOf(":") + 1);
  const shown = key === label || key.startsWith("@") ? key : maskLabel(kind, key);
  return shown === key ? "" : shown;
}

function maskSeries(found: SeriesFound, masker: Masker, hashKey: Buffer, mask: Mask): SeriesFound {
  const { splitBy } = found;
  return {
    ...found,
    shared: found.shared.map(mask),
    splitBy: splitBy && {
      ...splitBy,
      entity: maskRef(splitBy.entity, hashKey),
      label: masker.label(splitBy.entity.slice(0, splitBy.entity.indexOf(":")), splitBy.label),
    },
    takenOut: found.takenOut.map((one) => ({ ...one, reason: masker.text(one.reason) })),
  };
}

const maskRing = (found: RingFound, mask: Mask): RingFound => ({
  ...found,
  roles: found.roles.map((one) => ({ ...one, named: one.named.map(mask) })),
  members: found.members.map((one) => ({
    ...mask(one),
    why: { ...one.why, named: one.why.named.map(mask) },
    also: one.also.map(mask),
  })),
  shared: found.shared.map(mask),
  sellers: found.sellers.map((one) => ({ ...mask(one), sold: one.sold.map(mask) })),
});
