// All features of a case pair, in the order in which their bars are added. A new feature is one file and one line here.
import { kindGroups } from "../kindGroups.ts";
import { families } from "../pairScore.ts";
import { address } from "./address.ts";
import { amount } from "./amount.ts";
import { brief } from "./brief.ts";
import { caseType } from "./caseType.ts";
import type { AnyFeature, LevelFeature, SharedFeature, TermFeature } from "./feature.ts";
import { hour } from "./hour.ts";
import { modus } from "./modus.ts";
import { modusTags } from "./modusTags.ts";
import { makeNearFeature } from "./nearShared.ts";
import { place } from "./place.ts";
import { makeSharedFeature } from "./sharedIdentifier.ts";
import { time } from "./time.ts";
import { weekday } from "./weekday.ts";

export const features: readonly AnyFeature[] = [
  ...kindGroups.map((_, group) => makeSharedFeature(group)),
  makeNearFeature("nearAccount", "money", "money"),
  makeNearFeature("nearContact", "contact", "call"),
  makeNearFeature("nearNetid", "internet", "technique"),
  makeNearFeature("nearPerson", "person", "person"),
  modus,
  modusTags,
  brief,
  amount,
  caseType,
  place,
  address,
  time,
  hour,
  weekday,
];

export const levelFeatures = features.filter((each): each is LevelFeature => each.learning === "levels");
export const sharedFeatures = features.filter((each): each is SharedFeature => each.learning === "shared");
export const termFeatures = features.filter((each): each is TermFeature => each.learning === "terms");

/** Index into `families` of each feature, beside `features`. */
export const familyOfFeature: readonly number[] = features.map(({ family }) => families.indexOf(family));
