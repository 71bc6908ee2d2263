// Small values with one look everywhere: case numbers, money, bits, signs, masked labels, keys.
import type { ReactNode } from "react";
import { formatBits, formatMoney } from "./format.ts";

/** Head in the label colour, the telling tail in bold. */
export function CaseNumber({ number }: { readonly number: string }) {
  const cut = Math.max(0, number.length - 8);
  return (
    <span className="cw-case" title={number}>
      <span className="cw-case-head">{number.slice(0, cut)}</span>
      <b>{number.slice(cut)}</b>
    </span>
  );
}

export function Money({ amount, currency = "" }: { readonly amount: string | number; readonly currency?: string }) {
  return (
    <span className="cw-number">
      {currency}
      {formatMoney(amount)}
    </span>
  );
}

export function Bits({ bits }: { readonly bits: number }) {
  const tone = bits > 0 ? "plus" : bits < 0 ? "minus" : "neutral";
  return (
    <span className={`cw-number cw-bits cw-tone-${tone}`} title={formatBits(bits, 2)}>
      {formatBits(bits)}
    </span>
  );
}

const signs = { "+": ["+", "plus"], "-": ["−", "minus"], "~": ["~", "neutral"], "!": ["!", "contra"] } as const;

/** + − ~ !: the sign is always drawn, colour only repeats it. */
export function SignMark({ sign }: { readonly sign: keyof typeof signs }) {
  const [mark, tone] = signs[sign];
  return <span className={`cw-sign cw-sign-${tone}`}>{mark}</span>;
}

/** The label of an entity. */
export function EntityLabel({ kind, label }: { readonly kind: string; readonly label: string }) {
  if (kind === "case") return <CaseNumber number={label} />;
  return (
    <span className="cw-label" title={label}>
      {label}
    </span>
  );
}

export function KeyCap({ children }: { readonly children: ReactNode }) {
  return <kbd className="cw-key">{children}</kbd>;
}
