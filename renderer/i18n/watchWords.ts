// Alerts and watches in words.
import type { AlertFact, AlertGist, AlertItem, NamedEntity } from "../../shared/model/alert.ts";
import { bitsText, strengthWord } from "../../shared/review/paper/strength.ts";
import type { WatchItem } from "../../shared/review/watchCalls.ts";
import { formatBits, formatCount, formatMoney } from "../parts/format.ts";
import { entityName, shownKey, shownKind } from "./entityNames.ts";
import type { Translate } from "./index.ts";
import { kindKeys, linkKeys, roleKeys, wordOf } from "./vocabulary.ts";

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

/** `账户 6217****0412`; people and net identities speak for themselves. */
function tieText(t: Translate, { entity, label }: NamedEntity): string {
  const kind = shownKind(entity);
  const name = named(entity, label);
  return kind === "person" || kind === "netid" ? name : `${wordOf(t, kindKeys, kind)} ${name}`;
}

/** The case of an alert and what it has to do with what is watched. */
function gistText(t: Translate, { kind }: AlertItem, gist: AlertGist): string {
  const { isNew, cases, ties, tied, series, bits } = gist;
  const name = named(gist.entity, gist.label);
  const subject = t(isNew ? "watch.gist.newCase" : "watch.gist.case", { case: name });
  const whole = cases === 1 ? subject : t("watch.gist.cases", { case: subject, count: formatCount(cases) });
  if (bits !== null) {
    return t(cases === 1 ? "watch.gist.fits" : "watch.gist.fitMost", {
      case: whole,
      series: series ?? "",
      strength: t(strengthWord(bits)),
      bits: bitsText(bits),
    });
  }
  const listed = ties.map((tie) => tieText(t, tie)).join(t("watch.gist.comma"));
  const things = tied > ties.length ? t("watch.gist.more", { things: listed, count: formatCount(tied) }) : listed;
  return t(kind === "series" ? "watch.gist.uses" : "watch.gist.names", { case: whole, things });
}

/** What came, in one sentence: `3 笔转入，共 30,000.00`, or the case and what it has to do with the watch. */
export function alertText(t: Translate, item: AlertItem): string {
  const { code, facts, amount, currency, gist } = item;
  if (gist !== null) return gistText(t, item, gist);
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
