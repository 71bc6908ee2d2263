// Net identities of a cell: address, domain, e-mail, QQ, WeChat or the name of an app; the heading helps where the form alone is weak.

import { cellText } from "../cells/words.ts";
import { findKind } from "../kinds/index.ts";
import { isClean } from "../kinds/kind.ts";

export interface Netid {
  readonly key: string;
  readonly label: string;
  /** ip, domain, email, qq, wechat, app, ad … */
  readonly type: string;
}

const clean = (id: string, text: string): string | null => {
  const cleaned = findKind(id)!.clean(text);
  return isClean(cleaned) ? cleaned.value : null;
};

const byHint: readonly (readonly [type: string, hint: RegExp, kind: string | null])[] = [
  ["qq", /qq|扣扣/i, "qq"],
  ["wechat", /微信|wechat|weixin/i, "wechat"],
  ["app", /app|软件|应用|平台/i, null],
  ["alipay", /支付宝|alipay/i, null],
];
const byForm = ["ip", "email", "domain"] as const;

export function netidOf(cell: string, hint: string): Netid | null {
  const text = cellText(cell);
  if (text === "") return null;
  for (const type of byForm) {
    const key = clean(type, text);
    if (key !== null) return { key, label: key, type };
  }
  for (const [type, form, kind] of byHint) {
    const match = form.test(hint) || (kind !== null && new RegExp(`^(?:${form.source})[号:：]`, "i").test(text));
    if (!match) continue;
    const key = kind === null ? text.toLowerCase() : (clean(kind, text) ?? text);
    return { key, label: kind === null ? text : key, type };
  }
  return { key: text, label: text, type: "" };
}
