// Registers of phone numbers (机主信息).
import type { AttributeSpec } from "../rows/attributes.ts";
import { compileRegister, ownerWords } from "../rows/register.ts";
import { type RowKindSpec, targetTable, timeTargets } from "./target.ts";

const attributes: readonly AttributeSpec[] = [
  ["phone.carrier", "text"],
  ["phone.opened", "time"],
  ["phone.closed", "time"],
  ["phone.status", "text"],
  ["phone.home", "text"],
  ["phone.imsi", "text"],
];

export const phoneKind: RowKindSpec = {
  rowKind: "phone",
  targets: [
    ...targetTable([
      ["phone.number", "phone", "手机号码 手机号 电话号码 号码 服务号码 用户号码 业务号码 电话 phone phonenumber msisdn number"],
      ["owner.name", "name", ownerWords.name],
      ["owner.identityNumber", "identity-number", ownerWords.identity],
      ["phone.carrier", "text", "运营商 运营商名称 carrier operator"],
      ["phone.status", "text", "号码状态 用户状态 状态 status"],
      ["phone.home", "text", "归属地 号码归属地 home"],
      ["phone.imsi", "imsi", "imsi imsi号"],
    ]),
    ...timeTargets("phone.opened", "入网时间 开户时间 开卡时间 入网日期 开户日期 opened"),
    ...timeTargets("phone.closed", "销户时间 停机时间 销户日期 closed"),
  ],
  required: [["phone.number"], ["owner.name", "owner.identityNumber", "phone.carrier", "phone.opened", "phone.home", "phone.status"]],
  telling: ["phone.opened", "phone.carrier", "phone.home", "phone.status", "phone.number"],
  titles: ["机主", "号码信息", "用户资料", "phones"],
  compile: (plan) => compileRegister(plan, { kind: "phone", cleaning: "phone", keyTarget: "phone.number", attributes }),
};
