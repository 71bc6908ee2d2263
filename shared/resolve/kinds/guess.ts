// Which kind of field a column is, from its values alone: the first that fits.
import { isHan, visualLength } from "../normalise.ts";
import type { SpellName } from "../personRecord.ts";
import { isAddress, makeAddressKind } from "./address.ts";
import { makeChineseNameKind } from "./chineseName.ts";
import { dateKind, isDay, isWholeDay } from "./date.ts";
import type { FieldKind } from "./kind.ts";
import { nameKind } from "./name.ts";
import { categoryKind, codeKind, longNumberKind, numberKind } from "./numbers.ts";
import { emailKind, textKind } from "./text.ts";

const sampleSize = 4000;

interface Profile {
  readonly values: readonly string[];
  readonly distinct: number;
  /** Effective number of values, 1 / Σp². */
  readonly effective: number;
  readonly meanLength: number;
  readonly meanTokens: number;
}

function profileValues(all: readonly string[]): Profile {
  const step = Math.max(1, Math.floor(all.length / sampleSize));
  const values = all.filter((_, i) => i % step === 0).slice(0, sampleSize);
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  let squares = 0;
  for (const count of counts.values()) squares += (count / values.length) ** 2;
  const mean = (size: (value: string) => number) => values.reduce((sum, value) => sum + size(value), 0) / values.length;
  return {
    values,
    distinct: counts.size,
    effective: 1 / squares,
    meanLength: mean((value) => visualLength(value.replaceAll(" ", ""))),
    meanTokens: mean((value) => value.split(" ").length),
  };
}

const share = ({ values }: Profile, test: (value: string) => boolean) => values.filter(test).length / values.length;

/** A resident identity number may end in X. */
const isDigits = (value: string) => /^[\d ]*\dx?$/.test(value);
const isMixed = (value: string) => /\d/.test(value) && /[a-z]/.test(value) && value.split(" ").length <= 2;
const isChineseName = (value: string) => isHan(value) && value.length >= 2 && value.length <= 4;

const digitKind = ({ meanLength, effective, distinct }: Profile) =>
  meanLength < 4 ? numberKind : meanLength >= 6 && effective > 0.3 * distinct ? longNumberKind : codeKind;

export function makeKindGuesser(spell: SpellName): (values: readonly string[]) => FieldKind {
  const chineseName = makeChineseNameKind(spell);
  const address = makeAddressKind();
  return (all) => {
    const profile = profileValues(all);
    if (share(profile, (value) => value.includes("@")) > 0.8) return emailKind;
    if (share(profile, isWholeDay) > 0.3 && share(profile, isDay) > 0.8) return dateKind;
    if (profile.effective <= 12 && profile.distinct <= 0.25 * profile.values.length + 12) return categoryKind;
    if (share(profile, isDigits) > 0.8) return digitKind(profile);
    if (share(profile, isMixed) > 0.5) return profile.meanLength <= 10 ? codeKind : longNumberKind;
    if (share(profile, isChineseName) > 0.6) return chineseName;
    if (share(profile, isAddress) > 0.6) return address;
    return profile.meanTokens > 1.4 || profile.meanLength > 14 ? textKind : nameKind;
  };
}
