// Whose a finding of a brief is: the nearest word before it in its sentence decides, the word behind it where none stands before.
import type { BriefRole, BriefSpan } from "./briefSpan.ts";

interface RoleWord {
  readonly role: BriefRole;
  readonly form: RegExp;
}

const offender =
  /对方|嫌疑人|犯罪嫌疑|客服|骗子|诈骗|陌生|自称|冒充|一名网友|该网友|网友|指定(?:的)?(?:账户|账号|银行)|(?:转账|转款|汇款|转|汇|打款|打|支付|充值|付)(?:[^,。;]{0,12}?)(?:到|至|给|入|往)|(?:向|往|给)(?!其|本人|自己|我|事主|受害人|被害人|报警人|报案人)[^,。;]{0,8}?(?:账户|账号|卡号?|户名)|转入|汇入|收款|下载|点击|登录|登陆|进入|扫描|添加|加了|加(?=QQ|微信)|接到|来电|短信|链接|网址|群主|导师|老师|领导|民警(?=自称)|名为|名叫|APP|引导|要求|诱导/g;
const victim =
  /报警人|事主|受害人|被害人|报案人|失主|本人|其本人|自己的?|其(?:名下|手机|银行卡|账户|账号|微信|支付宝|工商|农业|建设|中国)|我的?|(?:用|使用|通过|从)(?:其|自己|本人)(?:的)?(?:手机|银行卡|账户|账号|卡|微信|支付宝)|(?:用|使用|从)(?:手机|银行卡|账户|账号|卡)|联系电话|电话联系|报警电话|丈夫|妻子|儿子|女儿|母亲|父亲/g;

const roleWords: readonly RoleWord[] = [
  { role: "offender", form: offender },
  { role: "victim", form: victim },
];

const reach = 40;

/** How far before the finding the last word of a role ends; Infinity where none stands there. */
function distanceOf(before: string, form: RegExp): number {
  let distance = Number.POSITIVE_INFINITY;
  for (const match of before.matchAll(form)) distance = before.length - match.index - match[0].length;
  return distance;
}

/** The part of the sentence before the finding. */
function sentenceBefore(text: string, start: number): string {
  const before = text.slice(Math.max(0, start - reach), start);
  const stop = Math.max(before.lastIndexOf("。"), before.lastIndexOf("；"), before.lastIndexOf("\n"));
  return before.slice(stop + 1);
}

function roleBehind(text: string, end: number): BriefRole {
  const behind = /^[^,，。;；]{0,8}/.exec(text.slice(end, end + 8))![0];
  if (/^[)）"”]?的?(?:陌生|嫌疑|骗子|客服|对方|诈骗)|^[)）"”]?(?:来电|打来)/.test(behind)) return "offender";
  return /^[)）"”]?(?:的)?(?:报警|报案)/.test(behind) ? "victim" : "neutral";
}

/** A guess: money belongs to no side; addresses and apps that a brief names are the offender's unless it says otherwise. */
export function guessRole(text: string, span: BriefSpan): BriefRole {
  if (span.kind === "money") return "neutral";
  const behind = roleBehind(text, span.end);
  if (behind !== "neutral") return behind;
  const before = sentenceBefore(text, span.start);
  const [nearest, other] = roleWords
    .map(({ role, form }) => ({ role, distance: distanceOf(before, form) }))
    .sort((a, b) => a.distance - b.distance);
  if (nearest!.distance !== other!.distance) return nearest!.role;
  return span.kind === "app" || span.subtype === "url" || span.subtype === "domain" ? "offender" : "neutral";
}
