// Alerts and watches in words.

import { bitsText, strengthKeys, strengthOf } from "../../shared/link/strength.ts";
import type { AlertFact, AlertGist, AlertItem, NamedEntity } from "../../shared/model/alert.ts";
import { caseOfRow } from "../../shared/review/watch/factRows.ts";
import type { WatchItem } from "../../shared/review/watchCalls.ts";
import { formatBits, formatCount, formatMoney } from "../parts/format.ts";
import { nameOf, shownKey, shownKind } from "./entityNames.ts";
import type { Translate } from "./index.ts";
import { kindKeys, linkKeys, roleKeys, wordOf } from "./vocabulary.ts";

const named = (entity: string | null, label: string, numbers: readonly string[] = []): string =>
  entity === null ? "—" : nameOf({ entity, label, numbers }) || shownKey(entity);

const sumText = (amount: string, currency: string | null): string =>
  `${formatMoney(amount)}${currency === null || currency === "CNY" ? "" : ` ${currency}`}`;

/** Whom an alert concerns; what has no name is told by its kind. */
export function alertLabel(t: Translate, { entity, label, numbers, kind, rule, place }: AlertItem): string {
  if (entity !== null) return named(entity, label, numbers);
  if (label !== "") return label;
  if (place !== null) return t("watch.place", { ...place });
  return rule === null ? t(`watch.kind.${kind}`) : t(`watch.rule.${rule}`);
}

/** `账户 6217****0412`; people and net identities speak for themselves. */
function tieText(t: Translate, { entity, label, numbers }: NamedEntity): string {
  const kind = shownKind(entity);
  const name = named(entity, label, numbers);
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
      strength: t(strengthKeys[strengthOf(bits)]),
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

/** As what something is tied: by its role, else by the link. */
const tieWord = (t: Translate, { entity, role, link }: AlertFact): string =>
  role !== null && role !== "" ? roleWord(t, entity, role) : wordOf(t, linkKeys, link ?? "");

/** A fact as a sentence. */
export function factText(t: Translate, fact: AlertFact): string {
  const { code, entity, label, numbers, other, otherLabel, otherNumbers, where, amount, currency } = fact;
  return t(`watch.fact.${code}`, {
    entity: named(entity, label, numbers),
    other: named(other, otherLabel, otherNumbers),
    where: where?.label ?? "—",
    amount: amount === null ? "—" : sumText(amount, currency),
    seconds: fact.seconds ?? 0,
    link: tieWord(t, fact),
    series: fact.series ?? "",
    bits: fact.bits === null ? "" : formatBits(fact.bits),
    payers: fact.count ?? 0,
    metres: fact.metres ?? 0,
    percent: fact.percent ?? 0,
    minutes: fact.minutes ?? 0,
  });
}

type WatchLabelled = Pick<WatchItem, "label" | "entity" | "numbers" | "subject">;

/** What a row ties to its case. */
const listOf = (t: Translate, facts: readonly AlertFact[], isOther: boolean): string =>
  facts
    .map(({ entity, label, numbers = [], other, otherLabel, otherNumbers = [] }) =>
      tieText(t, isOther ? { entity, label, numbers } : { entity: other!, label: otherLabel, numbers: otherNumbers }),
    )
    .join(t("watch.gist.comma"));

/** Everything that one source row says, as one sentence. */
export function rowText(t: Translate, facts: readonly AlertFact[]): string {
  const tied = facts.length < 2 ? null : caseOfRow(facts);
  if (tied === null) return facts.map((fact) => factText(t, fact)).join(t("report.cite.semicolon"));
  const byRole = Map.groupBy(facts, (fact) => tieWord(t, fact));
  const things = [...byRole].map(([role, same]) => t("watch.fact.tied", { role, things: listOf(t, same, tied.isOther) }));
  const [first] = facts;
  const name = tied.isOther ? named(first!.other, first!.otherLabel) : named(first!.entity, first!.label);
  return t("watch.gist.names", { case: t("watch.gist.case", { case: name }), things: things.join(t("report.cite.semicolon")) });
}

/** How a watch is called; places and rules without a name are told by what they are. */
export function watchLabel(t: Translate, { label, entity, numbers, subject }: WatchLabelled): string {
  if (entity !== null) return named(entity, label, numbers);
  if (label !== "") return label;
  if (subject.kind === "place") return t("watch.place", { ...subject });
  return subject.kind === "rule" ? t(`watch.rule.${subject.rule}`) : "—";
}
