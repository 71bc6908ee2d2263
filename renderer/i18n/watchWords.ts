// Alerts and watches in words.
import type { AlertFact, AlertItem } from "../../shared/model/alert.ts";
import type { WatchItem } from "../../shared/review/watchCalls.ts";
import { formatBits, formatCount, formatMoney } from "../parts/format.ts";
import { entityName, shownKey } from "./entityNames.ts";
import type { Translate } from "./index.ts";
import { linkKeys, roleKeys, wordOf } from "./vocabulary.ts";

const named = (ref: string | null, label: string): string => (ref === null ? "—" : entityName(ref, label) || shownKey(ref));

const sumText = (amount: string, currency: string | null): string =>
  `${formatMoney(amount)}${currency === null || currency === "CNY" ? "" : ` ${currency}`}`;

/** Whom an alert concerns; what has no name is told by its kind. */
export function alertLabel(t: Translate, { entity, label, kind, rule, place }: AlertItem): string {
  if (entity !== null) return named(entity, label);
  if (label !== "") return label;
  if (place !== null) return t("watch.place", { ...place });
  return rule === null ? t(`watch.kind.${kind}`) : t(`watch.rule.${rule}`);
}

/** `3 笔转入，共 30,000.00`. */
export function alertText(t: Translate, { code, facts, amount, currency }: AlertItem): string {
  const what = t(`watch.hit.${code}`, { count: formatCount(facts) });
  return amount === null ? what : `${what} · ${t("watch.sum", { amount: sumText(amount, currency) })}`;
}

/** A number or an account is nobody: it is of the suspects' side. */
const roleWord = (t: Translate, entity: string, role: string): string =>
  role === "suspect" && !/^(person|organisation):/.test(entity) ? t("vocabulary.role.suspectSide") : wordOf(t, roleKeys, role);

/** A fact as a sentence. */
export function factText(t: Translate, fact: AlertFact): string {
  const { code, entity, label, other, otherLabel, where, amount, currency, link, role } = fact;
  return t(`watch.fact.${code}`, {
    entity: named(entity, label),
    other: named(other, otherLabel),
    where: where?.label ?? "—",
    amount: amount === null ? "—" : sumText(amount, currency),
    seconds: fact.seconds ?? 0,
    link: role !== null && role !== "" ? roleWord(t, entity, role) : wordOf(t, linkKeys, link ?? ""),
    series: fact.series ?? "",
    bits: fact.bits === null ? "" : formatBits(fact.bits),
    payers: fact.count ?? 0,
    metres: fact.metres ?? 0,
    percent: fact.percent ?? 0,
    minutes: fact.minutes ?? 0,
  });
}

/** How a watch is called; places and rules without a name are told by what they are. */
export function watchLabel(t: Translate, { label, entity, subject }: Pick<WatchItem, "label" | "entity" | "subject">): string {
  if (entity !== null) return named(entity, label);
  if (label !== "") return label;
  if (subject.kind === "place") return t("watch.place", { ...subject });
  return subject.kind === "rule" ? t(`watch.rule.${subject.rule}`) : "—";
}
