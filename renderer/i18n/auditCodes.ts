// Codes that the parameters of calls hold, as the words that screens have for them: by the name of the parameter, then in the audit's own words.
import { catalogue } from "../../shared/words.ts";
import type { Translate } from "./index.ts";
import { kindKeys, linkKeys } from "./vocabulary.ts";

/** Where the words of a parameter stand already: the code follows. */
const families: Readonly<Record<string, readonly string[]>> = {
  as: ["import.rowKind."],
  rowKind: ["import.rowKind."],
  basis: ["statistics.basis."],
  by: ["statistics.dimension."],
  dimension: ["statistics.dimension."],
  every: ["statistics.dimension."],
  figure: ["statistics.figure."],
  look: ["statistics.look."],
  measure: ["statistics.measure."],
  choices: ["exchange.choice."],
  standard: ["exchange.choice."],
  subject: ["exchange.subject.", "brief.decision."],
  findingKind: ["exchange.subject."],
  kind: ["watch.kind.", "brief.minuteKind."],
  kinds: ["pack.motif."],
  list: ["trace.list."],
  parts: ["assess.part."],
  pile: ["resolve.address.pile.", "resolve.payment.pile."],
  rule: ["watch.rule."],
  sort: ["ring.sort.", "group.sort."],
  state: ["watch.state.", "task.state.", "group.state.", "exchange.finding."],
  status: ["vocabulary.status."],
  step: ["review.step."],
  trait: ["chart.trait."],
  verdict: ["frame.citation.", "frame.verdict."],
  widen: ["resolve.address.level."],
};

/** Of kinds of things and of links both stand under one name. */
const vocabularies: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  kind: kindKeys,
  kinds: { ...kindKeys, ...linkKeys },
  hiddenKinds: kindKeys,
  links: linkKeys,
  policy: {
    fifo: "trace.policy.fifo",
    lifo: "trace.policy.lifo",
    prorata: "trace.policy.prorata",
    "traced-first": "trace.policy.tracedFirst",
    "clean-first": "trace.policy.cleanFirst",
  },
  detail: { "yes-no": "exchange.detail.yesNo", counts: "exchange.detail.counts", rows: "exchange.detail.rows" },
};

/** Says itself: sizes of paper, coordinate systems, grades. */
const plain = new Set(["paper", "sheet", "datum", "scheme", "source"]);

/** The word of a code under a parameter; null where it is none. */
export function codeWord(t: Translate, name: string, value: string): string | null {
  if (name === "format") return value.toUpperCase();
  if (plain.has(name)) return value;
  const known = vocabularies[name]?.[value];
  const keys = [
    ...(known === undefined ? [] : [known]),
    ...(families[name] ?? []).map((family) => family + value),
    `audit.code.${name}.${value}`,
  ];
  const key = keys.find((one) => one in catalogue);
  return key === undefined ? null : t(key);
}

const refKeys: Readonly<Record<string, string>> = {
  ...kindKeys,
  series: "exchange.subject.series",
  ring: "exchange.subject.ring",
  pair: "brief.decision.pair",
  chart: "exchange.subject.chart",
  transfer: "vocabulary.link.transfer",
  source: "audit.detail.source",
};

/** `账户 6216…` for `account:6216…`, masked before it came where the session is; null for what is no reference. */
export function referenceWords(t: Translate, value: string): string | null {
  const [, kind = "", key = ""] = /^([a-z]+):(\S+)$/.exec(value) ?? [];
  const word = refKeys[kind];
  return word === undefined ? null : `${t(word)} ${key}`;
}
