// What a bar between two banks' rows says, and the names of features and piles, as keys of the catalogue.
import type { FeatureId } from "../../shared/resolve/payment/features.ts";
import type { PaymentBar } from "../../shared/resolve/payment/pairPayments.ts";
import type { PaymentLine, PaymentState } from "../../shared/resolve/paymentCalls.ts";
import type { Translate } from "./index.ts";

export const paymentFeatureKeys: Readonly<Record<FeatureId, string>> = {
  lag: "resolve.payment.feature.lag",
  amount: "resolve.payment.feature.amount",
  clock: "resolve.payment.feature.clock",
  memo: "resolve.payment.feature.memo",
  payee: "resolve.payment.feature.payee",
  payer: "resolve.payment.feature.payer",
  payeeNamed: "resolve.payment.feature.payeeNamed",
  payerNamed: "resolve.payment.feature.payerNamed",
  reference: "resolve.payment.feature.reference",
};

export const paymentPileKeys: Readonly<Record<PaymentState, string>> = {
  sure: "resolve.payment.pile.sure",
  review: "resolve.payment.pile.review",
  accepted: "resolve.payment.pile.accepted",
  rejected: "resolve.payment.pile.rejected",
};

type Sentence = (t: Translate, bar: PaymentBar, line: PaymentLine) => string;

/** 0 days: the same day. */
export const lagText = (t: Translate, days: number): string =>
  days === 0
    ? t("resolve.payment.lag.same")
    : days > 0
      ? t("resolve.payment.lag.after", { count: days })
      : t("resolve.payment.lag.before", { count: -days });

const percent = (share: number): string => (100 * share).toFixed(share > 0.99 && share < 1.01 ? 2 : 1);

const amountText: Sentence = (t, { stands }, { paid, received }) =>
  stands !== null
    ? t("resolve.payment.amount.equal", { count: stands })
    : t("resolve.payment.amount.part", { percent: percent(Number(received.amount) / Number(paid.amount)) });

const clockText: Sentence = (t, _bar, { paid, received }) => {
  const minutes = Math.round((Date.parse(received.at) - Date.parse(paid.at)) / 60_000);
  if (minutes === 0) return t("resolve.payment.clock.same");
  return minutes > 0 ? t("resolve.payment.clock.after", { count: minutes }) : t("resolve.payment.clock.before", { count: -minutes });
};

const memoText: Sentence = (t, { level, stands }) => {
  if (stands !== null) return t("resolve.payment.memo.same", { count: stands });
  const floor = [0, 93, 84, 72, 60, 45][level];
  return floor === undefined ? t("resolve.payment.memo.other") : t("resolve.payment.memo.alike", { percent: floor });
};

const choose =
  (keys: readonly string[]): Sentence =>
  (t, { level }) =>
    t(keys[level] ?? keys.at(-1)!);

const sentences: Readonly<Record<FeatureId, Sentence>> = {
  lag: (t, _bar, { lagDays }) => lagText(t, lagDays),
  amount: amountText,
  clock: clockText,
  memo: memoText,
  payee: choose(["resolve.payment.payee.same", "resolve.payment.payee.fits", "resolve.payment.payee.other"]),
  payer: choose(["resolve.payment.payer.same", "resolve.payment.payer.fits", "resolve.payment.payer.other"]),
  payeeNamed: choose(["resolve.payment.payeeNamed.named", "resolve.payment.payeeNamed.unnamed"]),
  payerNamed: choose(["resolve.payment.payerNamed.named", "resolve.payment.payerNamed.unnamed"]),
  reference: choose(["resolve.payment.reference.same", "resolve.payment.reference.other"]),
};

export const paymentSentence: Sentence = (t, bar, line) => sentences[bar.feature](t, bar, line);

const otherAccount = 2;

/** The row names another account: the one thing that no bits outweigh. */
export const isContradiction = ({ feature, level }: PaymentBar): boolean =>
  (feature === "payee" || feature === "payer") && level === otherAccount;

/** Never 100 %: what is shown says how far the share falls short. */
export const shareText = (share: number): string => `${Math.min(99.9, Math.floor(1000 * share) / 10).toFixed(share > 0.9 ? 1 : 0)}%`;
