// When a case was, as lists say it: bare where it tells when it happened, else named by what the time is of.
import { type CaseTime, isBound } from "../../shared/model/caseTime.ts";
import type { Translate } from "../i18n/index.ts";
import { caseTimeKeys } from "../i18n/vocabulary.ts";
import { formatTime } from "../parts/index.ts";

export function caseTimeText(t: Translate, { at, atKind }: CaseTime, precision?: "date"): string {
  const text = formatTime(at, precision);
  return isBound(atKind) ? t(caseTimeKeys[atKind], { at: text }) : text;
}
