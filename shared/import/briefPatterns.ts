// What a brief may hold, one pattern a line. A pattern only proposes; the kind's own check decides, and the longer or earlier line wins.
import { appPatterns } from "./briefApps.ts";
import { type BriefPattern, type Proposal, readBy } from "./briefPattern.ts";
import type { BriefSpan } from "./briefSpan.ts";
import { bankCard } from "./kinds/bankCard.ts";
import { cleanCurrency } from "./kinds/currency.ts";
import { domain } from "./kinds/domain.ts";
import { email } from "./kinds/email.ts";
import { identityNumber, isNearIdentity } from "./kinds/identityNumber.ts";
import { imei } from "./kinds/imei.ts";
import { ip } from "./kinds/ip.ts";
import { landline } from "./kinds/landline.ts";
import { mac } from "./kinds/mac.ts";
import { mobile } from "./kinds/mobile.ts";
import { parseMoney } from "./kinds/money.ts";
import { plate } from "./kinds/plate.ts";
import { qq } from "./kinds/qq.ts";
import { serviceNumber } from "./kinds/serviceNumber.ts";
import { refang, url } from "./kinds/url.ts";
import { wechat } from "./kinds/wechat.ts";
import { narrow } from "./narrow.ts";
import { readSpoken } from "./spokenNumber.ts";

/** Accounts that are no cards have no check digit: the word before them vouches. */
function readAccount(found: string): Proposal | null {
  const digits = found.replace(/[\s-]/g, "");
  return readBy(bankCard)(digits) ?? { subtype: "account", value: digits };
}

function readAmount(found: string): Proposal | null {
  const reading = parseMoney(found.replace(/\s/g, "").replace(/余(?=[万元])|多(?=[万元])/g, ""));
  if (!("fen" in reading) || reading.fen <= 0) return null;
  return { subtype: reading.currency === "" ? "CNY" : cleanCurrency(reading.currency), value: String(reading.fen) };
}

/** 三万八千六百元, 3万6. */
function readSpokenAmount(found: string): Proposal | null {
  const yuan = readSpoken(found.replace(/\s/g, "").replace(/[元块]钱?整?$/u, ""));
  return yuan === null || yuan < 100 ? null : { subtype: "CNY", value: String(yuan * 100) };
}

/** Words after which a number without a unit is money. */
const paid =
  "(?:损失|被骗|骗走|骗取|骗了|套走|转账|转款|汇款|转出|转走|转过去|转了|转|汇了|打了|打款|付了|付款|交了|充了|充值|支付|投了|投入|垫付|刷了|借了|花了|合计|共计|总共|一共|先后)";
const paidLead = `${paid}(?:人民币|了|我|他|她|过去|约|大概|大约|共|计|金额|:)*\\s*`;
const spoken = "[一二两三四五六七八九十百千零〇]";

export const briefPatterns: readonly BriefPattern[] = [
  { kind: "netid", form: /((?:https?|hxxps?):\/\/(?:[\w\-.~:/?#@$&*+=%]|\[\.\]|\(\.\))*[\w/#&=%-])/dgi, read: readBy(url) },
  { kind: "netid", form: /(?<![\w.@+-])([\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,8})/dg, read: readBy(email) },
  { kind: "netid", form: /(?<![\d.])(\d{1,3}(?:(?:\.|\[\.\]|\(\.\))\d{1,3}){3})(?![\d.])/dg, read: (found) => readBy(ip)(refang(found)) },
  {
    kind: "netid",
    form: /(?<![\w@.-])((?:[a-z0-9][a-z0-9-]{0,62}(?:[.。点]|\[\.\]|\(\.\)))+(?:com|cn|net|org|top|xyz|vip|cc|club|info|shop|site|online|icu|me|tv|io|app|work|pw|live|fun|ltd|hk|tw|biz|mobi|win|link|tech|store|space|asia|wang|world|pro|co|us|ru|in|ph|kh|mm|la)(?::\d{2,5})?(?:\/[\w\-.~/?#=&%]*)?)(?![\w-])/dgi,
    read: (found) => (found.includes("/") ? readBy(url)(found) : readBy(domain)(found)),
  },
  {
    kind: "netid",
    form: /(?:QQ|qq|Qq|扣扣|企鹅)(?:\s*(?:号码|账号|帐号|号|群号|群))?\s*(?:为|是|[:(])?\s*["“]?([1-9]\d{4,10})(?!\d)/dg,
    read: readBy(qq),
  },
  { kind: "netid", form: /(?<!\w)(wxid_[a-z0-9]{6,20})(?!\w)/dgi, read: readBy(wechat) },
  {
    kind: "netid",
    form: /(?:微信|VX|vx|WX|wx|微X)(?:\s*(?:号码|账号|帐号|号|ID|id))?\s*(?:为|是|[:(])?\s*["“]?([A-Za-z][\w-]{5,19})(?![\w-])/dg,
    read: readBy(wechat),
  },
  { kind: "person", form: /(?<![\dA-Za-z])(\d{17}[\dXx]|\d{15})(?![\dA-Za-z])/dg, read: readBy(identityNumber) },
  { kind: "device", form: /(?:IMEI|imei|串号)[^\d]{0,5}(\d{14,16})(?!\d)/dg, read: readBy(imei) },
  { kind: "device", form: /(?<![\w:])((?:[0-9A-Fa-f]{2}[:-]){5}[0-9A-Fa-f]{2})(?![\w:])/dg, read: readBy(mac) },
  { kind: "phone", form: /(?<![\dA-Za-z.])((?:\+?86[- ]?|0086[- ]?)?1[3-9]\d[- ]?\d{4}[- ]?\d{4})(?!\d)/dg, read: readBy(mobile) },
  {
    kind: "phone",
    form: /(?<![\d.-])((?:00|\+)(?!86)[1-9]\d{0,3}[- ]?\d{6,12})(?!\d)/dg,
    read: (found) => ({ subtype: "foreign", value: found.replace(/^00/, "+").replace(/[- ]/g, "") }),
  },
  {
    kind: "phone",
    form: /(?<![\d-])([48]00[- ]?\d{3}[- ]?\d{4}|9[56]\d{3,7}|100(?:00|10|86)|12110|12381|106\d{8,17})(?![\d元万.])/dg,
    read: readBy(serviceNumber),
  },
  { kind: "phone", form: /(?<![\d-])(\(?0(?:10|2\d|[3-9]\d{2})\)?[- ]?[2-8]\d{6,7}(?:-\d{1,6})?)(?!\d)/dg, read: readBy(landline) },
  {
    kind: "account",
    form: /(?<![\dA-Za-z.])([3-9]\d{3}[ -]?\d{4}[ -]?\d{4}[ -]?\d{3,4}(?:[ -]?\d{1,3})?)(?![\dA-Za-z])/dg,
    read: (found) => (isNearIdentity(found) ? null : readBy(bankCard)(found)),
  },
  {
    kind: "account",
    form: /(?:卡号|账号|帐号|账户|帐户|银行卡|尾号)(?:\s*(?:为|是|[:(]))?\s*["“]?(\d{4}(?:[ -]?\d{2,4}){2,6}|\d{9,25})(?![\d元万.])/dg,
    read: readAccount,
  },
  {
    kind: "vehicle",
    form: /([京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼][A-HJ-NP-Z][·•. ]?[A-HJ-NP-Z0-9]{5,6})(?![A-Za-z0-9])/dg,
    read: readBy(plate),
  },
  {
    kind: "money",
    form: new RegExp(
      `(?<![几数上好\\d.,一二两三四五六七八九十百千万])((?:\\d{1,4}万\\d千?(?:\\d百?)?|${spoken}{1,5}万?${spoken}{0,7})(?:元整?|块钱?))`,
      "dgu",
    ),
    read: readSpokenAmount,
  },
  {
    kind: "money",
    form: new RegExp(
      `${paidLead}(\\d{1,4}万\\d千?(?:\\d百?)?|${spoken}{1,5}万${spoken}{0,7}|${spoken}千${spoken}{0,5})(?![\\d.元块万笔次个])`,
      "dgu",
    ),
    read: readSpokenAmount,
  },
  {
    kind: "money",
    form: /(?<![\d.,A-Za-z])((?:人民币|RMB|CNY|¥|\$|USD|HK\$)?\s{0,3}\d[\d,]{0,20}(?:\.\d{1,8})?\s{0,3}余?(?:百万|千万|万|千|百|亿)?[余多]?\s{0,3}(?:元整|元|块钱|块|圆|美元|美金|港币|港元|USDT|泰达币|欧元|英镑))/dg,
    read: readAmount,
  },
  { kind: "money", form: /(?<![\d.,A-Za-z])((?:¥|人民币)\s*\d[\d,]*(?:\.\d+)?)(?![\d万])/dg, read: readAmount },
  {
    kind: "money",
    form: new RegExp(`${paidLead}(\\d[\\d,]*(?:\\.\\d+)?\\s*(?:万|千万|百万|亿))(?![元\\d])`, "dgu"),
    read: readAmount,
  },
  {
    kind: "money",
    form: new RegExp(
      `${paidLead}(\\d{1,3}(?:,\\d{3}){1,3}(?:\\.\\d{1,2})?|\\d{3,8}(?:\\.\\d{1,2})?)(?!,?\\d|[.:笔次个元块万千百号年月日时点分人张条美港U-])`,
      "dgu",
    ),
    read: readAmount,
  },
  ...appPatterns,
];

function spansOf(text: string, pattern: BriefPattern): BriefSpan[] {
  const spans: BriefSpan[] = [];
  for (const match of text.matchAll(pattern.form)) {
    const proposal = pattern.read(match[1]!);
    const place = match.indices![1]!;
    if (proposal !== null) spans.push({ start: place[0], end: place[1], kind: pattern.kind, ...proposal });
  }
  return spans;
}

/** All findings, those of earlier patterns first where two overlap, in the order of the text. */
export function findBriefSpans(text: string): readonly BriefSpan[] {
  const plain = narrow(text);
  const kept: BriefSpan[] = [];
  for (const pattern of briefPatterns) {
    for (const span of spansOf(plain, pattern)) {
      if (kept.every((other) => span.end <= other.start || span.start >= other.end)) kept.push(span);
    }
  }
  return kept.sort((a, b) => a.start - b.start);
}
