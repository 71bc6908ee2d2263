// Invented people and their bank accounts. Some names are so common that they say nothing.
import type { Chance } from "./chance.ts";
import type { Account, Bank, Line, Person, Point } from "./model.ts";
import type { Numbers } from "./numbers.ts";
import { createAddress, type Geography, scatterPoint } from "./places.ts";

const surnames =
  "李王张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段钱汤".split(
    "",
  );
const femaleSigns = "芳秀英敏静丽娟艳霞玲桂兰梅莉萍红玉婷雪慧倩琳欣怡雅洁颖琪蓉瑶".split("");
const maleSigns = "伟强磊军勇杰涛明超刚平辉鹏华飞斌波宇浩凯健俊帆成龙晨阳东林志国建".split("");
const middleSigns = "小晓文志海春建国玉思子雨佳明永家俊天立新".split("");
export const commonNames = ["张伟", "李娜", "王芳", "李强", "王伟", "刘洋"] as const;
const femaleCommon: readonly string[] = ["李娜", "王芳"];
const educations = ["小学", "初中", "高中", "中专", "大专", "本科", "研究生"] as const;
const occupations = [
  "企业职工",
  "个体经营者",
  "教师",
  "学生",
  "退休人员",
  "财务人员",
  "家庭主妇",
  "外卖骑手",
  "医护人员",
  "务农",
  "无业",
  "公司文员",
] as const;

export const banks: readonly Bank[] = [
  { name: "中国工商银行", short: "工行", bin: "622202", accountHead: "12025588" },
  { name: "中国农业银行", short: "农行", bin: "622848", accountHead: "10355201" },
  { name: "中国建设银行", short: "建行", bin: "621700", accountHead: "34050110" },
  { name: "中国银行", short: "中行", bin: "621660", accountHead: "18120330" },
  { name: "中国邮政储蓄银行", short: "邮储", bin: "621098", accountHead: "60505100" },
  { name: "云津农商银行", short: "云津农商", bin: "623590", accountHead: "20000478" },
];

/** Settlement accounts of payment platforms, as ordinary statements name them (published, nobody's own). */
export const settlementAccounts: readonly Account[] = [
  settlement("243300133", "财付通支付科技有限公司客户备付金", banks[1]!),
  settlement("215500690", "支付宝（中国）网络技术有限公司客户备付金", banks[3]!),
];

function settlement(number: string, holder: string, bank: Bank): Account {
  return { card: number, number, holder, identityNumber: "", phone: "", bank, part: "settlement", branch: `${bank.name}备付金专户` };
}

function createName(chance: Chance, isFemale: boolean): string {
  const signs = isFemale ? femaleSigns : maleSigns;
  const middle = chance.happens(0.6) ? chance.pick(middleSigns) : "";
  return chance.pick(surnames) + middle + chance.pick(signs);
}

export function createPerson(chance: Chance, numbers: Numbers, geography: Geography, fixedName?: string): Person {
  const common = fixedName ?? (chance.happens(0.02) ? chance.pick(commonNames) : undefined);
  const isFemale = common ? femaleCommon.includes(common) || "芳娜娟".includes(common.at(-1)!) : chance.happens(0.48);
  return {
    name: common ?? createName(chance, isFemale),
    isFemale,
    identityNumber: numbers.identityNumber(isFemale),
    phone: numbers.mobile(),
    imei: numbers.imei(),
    imsi: numbers.imsi("46000"),
    home: scatterPoint(chance, geography.centre, 0.05),
    address: createAddress(chance, geography, chance.pick(geography.districts)),
    education: chance.pick(educations),
    occupation: chance.pick(occupations),
  };
}

export const birthDateOf = (person: Person): string =>
  `${person.identityNumber.slice(6, 10)}-${person.identityNumber.slice(10, 12)}-${person.identityNumber.slice(12, 14)}`;

export function createAccount(chance: Chance, numbers: Numbers, holder: Person, part: Account["part"], fixedBank?: Bank): Account {
  const bank = fixedBank ?? chance.pick(banks);
  return {
    card: numbers.card(bank.bin),
    number: numbers.accountNumber(bank.accountHead),
    holder: holder.name,
    identityNumber: holder.identityNumber,
    phone: holder.phone,
    bank,
    part,
    branch: `${bank.name}${holder.address.slice(0, 3)}支行`,
  };
}

/** A number in a handset of its own, or in the one given. */
export function createLine(numbers: Numbers, home: Point, from: number, until: number, imei?: string): Line {
  return { phone: numbers.mobile(), imei: imei ?? numbers.imei(), imsi: numbers.imsi("46000"), from, until, home };
}
