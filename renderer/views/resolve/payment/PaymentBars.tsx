// Why two rows may be one payment: a bar of bits for each thing compared, from the left to where they lead together.
import type { PaymentBar } from "../../../../shared/resolve/payment/pairPayments.ts";
import type { PaymentLine } from "../../../../shared/resolve/paymentCalls.ts";
import { useWords } from "../../../i18n/index.ts";
import { isContradiction, paymentFeatureKeys, paymentSentence } from "../../../i18n/paymentWords.ts";
import { Bits, formatBits, Panel, SignMark } from "../../../parts/index.ts";
import { type Axis, axisOf, placeOf } from "../../link/waterfall.ts";

interface Step {
  readonly bar: PaymentBar;
  readonly start: number;
  readonly end: number;
}

/** What speaks for it first, the strongest on top. */
function stepsOf(bars: readonly PaymentBar[]): Step[] {
  let sum = 0;
  return bars
    .toSorted((a, b) => b.bits - a.bits)
    .map((bar) => {
      const start = sum;
      sum += bar.bits;
      return { bar, start, end: sum };
    });
}

const least = 0.05;
const signOf = (bar: PaymentBar) => (isContradiction(bar) ? "!" : bar.bits > least ? "+" : bar.bits < -least ? "-" : "~");
const tones = { "+": "plus", "-": "minus", "!": "contra", "~": "none" } as const;
const short = (share: number): string => (share >= 0.0095 ? share.toFixed(2) : share.toPrecision(1)).replace(/^0/, "");

function Track({ from, until, tone, axis }: { readonly from: number; readonly until: number; readonly tone: string; readonly axis: Axis }) {
  const [left, right] = [placeOf(axis, Math.min(from, until)), placeOf(axis, Math.max(from, until))];
  return (
    <div className="cw-fall-track" title={formatBits(until - from, 2)}>
      <i className="cw-fall-zero" style={{ left: `${placeOf(axis, 0)}%` }} />
      {tone === "none" ? (
        <i className="cw-fall-dot" style={{ left: `${left}%` }} />
      ) : (
        <i className={`cw-fall-bar cw-fall-${tone}`} style={{ left: `${left}%`, width: `${right - left}%` }} />
      )}
    </div>
  );
}

export function PaymentBars({ line }: { readonly line: PaymentLine }) {
  const t = useWords();
  const steps = stepsOf(line.bars);
  const axis = axisOf(
    steps.map(({ bar, start, end }) => ({ key: bar.feature, kind: "bar", bar: null, head: null, start, end, bits: bar.bits })),
    0,
  );
  return (
    <Panel className="cw-fall" title={t("resolve.payment.why")} note={t("resolve.payment.whyNote")}>
      {steps.map(({ bar, start, end }) => {
        const sentence = paymentSentence(t, bar, line);
        const sign = signOf(bar);
        return (
          <div key={bar.feature} className="cw-fall-row">
            <SignMark sign={sign} />
            <span className="cw-fall-name">{t(paymentFeatureKeys[bar.feature])}</span>
            <span className="cw-fall-sentence" title={sentence}>
              {sentence}
            </span>
            <Track from={start} until={end} tone={tones[sign]} axis={axis} />
            <Bits bits={Math.abs(bar.bits) < least ? 0 : bar.bits} />
            <span className="cw-payment-weight" title={t("resolve.payment.weight")}>
              m {short(bar.m)} / u {short(bar.u)}
            </span>
          </div>
        );
      })}
      <div className="cw-fall-row cw-fall-row-total">
        <span className="cw-sign cw-sign-neutral">=</span>
        <span className="cw-fall-name">{t("link.fall.total")}</span>
        <span className="cw-fall-sentence">{t("resolve.payment.shareNote")}</span>
        <Track from={0} until={line.bits} tone="total" axis={axis} />
        <b className="cw-number cw-tone-accent">{formatBits(line.bits)}</b>
        <span />
      </div>
    </Panel>
  );
}
