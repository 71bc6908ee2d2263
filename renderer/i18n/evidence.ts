// What evidence is called and what it says: code → key of the catalogue. A new feature needs its words here.

import type { EvidenceBar } from "../../shared/link/pairScore.ts";
import { featureKeys } from "../../shared/look/evidenceKeys.ts";
import type { Numbered } from "../../shared/model/entity.ts";
import { gatherStars, maskLabel } from "../../shared/review/mask.ts";
import { formatCount, formatMoney } from "../parts/format.ts";
import { entityName } from "./entityNames.ts";
import type { Translate } from "./index.ts";
import { crimeKeys, wordOf } from "./vocabulary.ts";

export { featureKeys } from "../../shared/look/evidenceKeys.ts";

/** `feature.level`, or the level alone where all features say it alike. */
export const sentenceKeys: Readonly<Record<string, string>> = {
  missing: "evidence.missing",
  shared: "evidence.shared.shared",
  disjoint: "evidence.shared.disjoint",
  near: "evidence.near.near",
  "modus.close": "evidence.modus.close",
  "modus.middling": "evidence.modus.middling",
  "modus.far": "evidence.modus.far",
  "modusTags.none": "evidence.modusTags.none",
  "modusTags.few": "evidence.modusTags.few",
  "modusTags.some": "evidence.modusTags.some",
  "modusTags.half": "evidence.modusTags.half",
  "modusTags.most": "evidence.modusTags.most",
  "modusTags.all": "evidence.modusTags.all",
  "brief.none": "evidence.brief.none",
  "brief.trace": "evidence.brief.trace",
  "brief.slight": "evidence.brief.slight",
  "brief.some": "evidence.brief.some",
  "brief.alike": "evidence.brief.alike",
  "brief.close": "evidence.brief.close",
  "brief.same": "evidence.brief.same",
  "amount.equal": "evidence.amount.equal",
  "amount.close": "evidence.amount.close",
  "amount.near": "evidence.amount.near",
  "amount.apart": "evidence.amount.apart",
  "amount.far": "evidence.amount.far",
  "caseType.same": "evidence.caseType.same",
  "caseType.different": "evidence.caseType.different",
  "address.elsewhere": "evidence.address.elsewhere",
  "address.lot": "evidence.address.lot",
  "address.building": "evidence.address.building",
  "address.unit": "evidence.address.unit",
  "place.close": "evidence.place.close",
  "place.middling": "evidence.place.middling",
  "place.far": "evidence.place.far",
  "time.close": "evidence.time.close",
  "time.middling": "evidence.time.middling",
  "time.far": "evidence.time.far",
  "hour.close": "evidence.hour.close",
  "hour.middling": "evidence.hour.middling",
  "hour.far": "evidence.hour.far",
  "weekday.close": "evidence.weekday.close",
  "weekday.middling": "evidence.weekday.middling",
  "weekday.far": "evidence.weekday.far",
  "crowding.many": "evidence.crowding.many",
  "crowding.few": "evidence.crowding.few",
  "company.third": "evidence.company.third",
};

export const familyKeys: Readonly<Record<string, string>> = {
  money: "evidence.family.money",
  contact: "evidence.family.contact",
  internet: "evidence.family.internet",
  manner: "evidence.family.manner",
  placeTime: "evidence.family.placeTime",
  person: "evidence.family.person",
};

export function featureName(t: Translate, feature: string): string {
  const key = featureKeys[feature];
  return key === undefined ? feature : t(key);
}

/** Name of a fitted coefficient, `weight place`, `weight modus:entry`, `weight time.remote`: the feature, the field, whether from afar. */
export function termName(t: Translate, name: string): string {
  const key = name.replace(/^weight /, "");
  const [feature = "", field] = key.replace(/\.remote$/, "").split(":");
  const plain = field === undefined ? featureName(t, feature) : `${featureName(t, feature)} ${field}`;
  return key.endsWith(".remote") ? t("link.weights.remote", { feature: plain }) : plain;
}

type Detail = Readonly<Record<string, string | number>>;

/** Counts are grouped; everything else stands as it is. */
const grouped = (value: number): string | number => (Number.isInteger(value) && value >= 1000 ? formatCount(value) : value);

/** Blanks that need a form of their own before they stand in a sentence. */
const forms: Readonly<Record<string, (detail: Detail, t: Translate) => Detail>> = {
  amount: (detail) => ({ ...detail, a: formatMoney(Number(detail.a)), b: formatMoney(Number(detail.b)) }),
  caseType: (detail, t) => ({ a: wordOf(t, crimeKeys, String(detail.a)), b: wordOf(t, crimeKeys, String(detail.b)) }),
};

/** What a sentence needs of a bar. */
type Said = Pick<EvidenceBar, "feature" | "level" | "detail" | "entities"> & Numbered;

const isMany = ({ level, detail }: Said): boolean => level === "shared" && Number(detail.count) > 1;

/** The sentence of a bar. Bars that were kept from before masking was switched on have their label masked here. */
export function evidenceSentence(t: Translate, bar: Said, isMasked: boolean): string {
  const key = isMany(bar) ? "evidence.shared.more" : (sentenceKeys[`${bar.feature}.${bar.level}`] ?? sentenceKeys[bar.level]);
  const detail = forms[bar.feature]?.(bar.detail, t) ?? bar.detail;
  if (key === undefined) return Object.values(detail).join(" · ");
  const [first = ""] = bar.entities;
  const kind = first.split(":")[0] ?? "";
  const mask = (name: string, value: string | number) => {
    if (typeof value === "number") return grouped(value);
    if (!isMasked) return value;
    return name === "label" ? gatherStars(maskLabel(kind, value)) : value;
  };
  return t(
    key,
    Object.fromEntries(
      Object.entries(detail).map(([name, value]) => [
        name,
        mask(name, name !== "label" ? value : (bar.numbers?.[0] ?? entityName(first, String(value), isMasked))),
      ]),
    ),
  );
}
