// Words of the exchange, by what they stand for.
import type { AnswerDetail, ExchangeKind } from "../../../../shared/review/exchange/format.ts";
import type { ConflictChoice, ConflictKind } from "../../../../shared/review/exchange/preview.ts";
import type { ExchangePage, SendSubject } from "../../../state/exchange.ts";

export const pageKeys: Readonly<Record<ExchangePage, string>> = {
  send: "exchange.tab.send",
  receive: "exchange.tab.receive",
  requests: "exchange.tab.requests",
  list: "exchange.tab.list",
};

export const subjectKeys: Readonly<Record<SendSubject, string>> = {
  series: "exchange.subject.series",
  ring: "exchange.subject.ring",
  chart: "exchange.subject.chart",
  watches: "exchange.subject.watches",
};

/** Of what came, too: a request is about identifiers. */
export const aboutKeys: Readonly<Record<string, string>> = { ...subjectKeys, request: "exchange.subject.request" };

export const kindKeys: Readonly<Record<ExchangeKind, string>> = {
  bundle: "exchange.kind.bundle",
  request: "exchange.kind.request",
  answer: "exchange.kind.answer",
};

export const conflictKeys: Readonly<Record<ConflictKind, string>> = {
  attribute: "exchange.conflict.attribute",
  row: "exchange.conflict.row",
  decision: "exchange.conflict.decision",
  "cannot-link": "exchange.conflict.cannotLink",
};

export const choiceKeys: Readonly<Record<ConflictChoice, string>> = {
  ours: "exchange.choice.ours",
  theirs: "exchange.choice.theirs",
  both: "exchange.choice.both",
  latest: "exchange.choice.latest",
};

export const detailKeys: Readonly<Record<AnswerDetail, string>> = {
  "yes-no": "exchange.detail.yesNo",
  counts: "exchange.detail.counts",
  rows: "exchange.detail.rows",
};

export const verdictKeys: Readonly<Record<string, string>> = {
  confirm: "exchange.verdict.confirm",
  reject: "exchange.verdict.reject",
  later: "exchange.verdict.later",
};
