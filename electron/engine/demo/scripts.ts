// The words of a crime: a series' script (话术) and the brief that a station writes down from it.
import { categoryOf } from "./categories.ts";
import type { Chance } from "./chance.ts";
import { spokenTimeOf } from "./clock.ts";
import type { CaseDraft, Script } from "./model.ts";

const titles = ["老师", "助理", "主管", "经理", "顾问", "班长", "接待员", "专员"] as const;
const aliasHeads = ["小雅", "林", "阿杰", "思琪", "周", "安安", "陈", "小鹿", "天成", "若曦", "江", "阿May", "冬冬", "海"] as const;
const signatureHeads = [
  "通关码",
  "积分上岸",
  "验资回执",
  "导师带单",
  "双倍返佣",
  "数据修复",
  "结算窗口期",
  "解冻序列",
  "专属福利",
  "绿色通道",
  "对冲订单",
  "保密协议",
  "白名单席位",
  "预留额度",
] as const;
const signatureTails = ["三期", "A组", "金牌席", "九八折", "二次确认", "限时半小时", "须凑整", "走暗号", "按编号领取", "只收整千"] as const;
const endingWords = ["发现被骗后报警。", "意识到被骗遂报警。", "对方失联后报警。", "后联系不上对方，遂报案。"] as const;

/** A script is picked once for a series; every case of it is told in these words, more or less. */
export function createScript(chance: Chance, categoryName: string): Script {
  const category = categoryOf(categoryName);
  return {
    hook: chance.pick(category.hooks),
    story: chance.pick(category.stories),
    turn: chance.pick(category.turns),
    alias: chance.pick(aliasHeads) + chance.pick(titles) + (chance.happens(0.5) ? `工号${chance.int(1000, 9999)}` : ""),
    signature: chance.pick(signatureHeads) + chance.pick(signatureTails),
  };
}

export const downloadAddress = (domain: string): string => `https://${domain}/app`;

const yuan = (fen: number): string => (fen % 100 === 0 ? String(fen / 100) : (fen / 100).toFixed(2));

function fill(template: string, draft: CaseDraft): string {
  const { victim } = draft;
  return template
    .replace("{when}", spokenTimeOf(draft.reportedAt))
    .replace("{victim}", victim.name)
    .replace("{sex}", victim.isFemale ? "女" : "男")
    .replace("{phone}", victim.phone)
    .replace("{occupation}", victim.occupation);
}

function tellLure(chance: Chance, draft: CaseDraft): string {
  const parts: string[] = [];
  const [lure] = draft.lures;
  if (lure) parts.push(`添加对方${lure}`);
  const [phone] = draft.phones;
  if (phone && chance.happens(0.6)) parts.push(`对方用${phone}与其联系`);
  if (draft.noisePhone) parts.push(`来电显示为${draft.noisePhone}`);
  const [app] = draft.apps;
  if (app) parts.push(`按要求下载“${app}”APP`);
  const [domain] = draft.domains;
  if (domain && chance.happens(0.75)) parts.push(`网址为${downloadAddress(domain)}`);
  return parts.length > 0 ? `，${parts.join("，")}` : "";
}

function tellPayments(chance: Chance, draft: CaseDraft): string {
  if (draft.payees.length === 0) return "";
  const own =
    draft.victimAccount && chance.happens(0.5) ? `用本人${draft.victimAccount.bank.short}卡${draft.victimAccount.card}` : "通过手机银行";
  const told = draft.payees.map((payee) => `${payee.bank.short}账户${payee.card}（户名${payee.holder}）`);
  const target = chance.happens(0.7) ? told.join("、") : "对方提供的账户";
  return `，其${own}分${Math.max(1, draft.payments.length)}笔向${target}转账共计${yuan(draft.lossFen)}元`;
}

function tellFraud(chance: Chance, draft: CaseDraft): string {
  const { script } = draft;
  const said = draft.isScripted ? `，${script.story}，对方自称“${script.alias}”，反复说“${script.signature}”` : `，${script.story}`;
  return `${script.hook}${tellLure(chance, draft)}${said}，后${script.turn}${tellPayments(chance, draft)}，${chance.pick(endingWords)}`;
}

function tellTheft(chance: Chance, draft: CaseDraft): string {
  const { script } = draft;
  const [vehicle] = draft.vehicles;
  const seen = vehicle ? `，周边监控见一辆号牌${vehicle}的车辆在案发时段停留` : "";
  const way = draft.modus.length > 0 ? `，现场勘查：${chance.sample(draft.modus, 3).join("、")}` : "";
  return `在${draft.place.name}，${script.hook}，${script.story}，${script.turn}${way}${seen}，损失约${yuan(draft.lossFen)}元，遂报警。`;
}

/** 简要案情 as the station types it: its own boilerplate around what happened. */
export function writeBrief(chance: Chance, draft: CaseDraft): string {
  const told = draft.isFraud ? tellFraud(chance, draft) : tellTheft(chance, draft);
  return fill(draft.station.opening, draft) + told + fill(draft.station.closing, draft);
}
