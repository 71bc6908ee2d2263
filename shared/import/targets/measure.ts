// Coercive measures on accounts (强制措施信息): stops and freezes with authority, amount and period.

import { decimalOf } from "../../model/money.ts";
import { readMoney } from "../cells/money.ts";
import { timeText } from "../rows/values.ts";
import { type RowKindSpec, reject, targetTable, timeTargets } from "./target.ts";

const kinds: readonly (readonly [string, RegExp])[] = [
  ["freeze", /冻结|freeze/i],
  ["stop", /止付|stop/i],
];

export const measureKind: RowKindSpec = {
  rowKind: "measure",
  targets: [
    ...targetTable([
      ["account.number", "account", "账号 账户 卡号 查询账号 冻结账号 止付账号 账号卡号 查询卡号 被冻结账号 accountnumber account"],
      ["kind", "kind", "措施类型 强制措施类型 冻结措施类型 措施种类 冻结类型 措施 measure measuretype"],
      ["authority", "text", "冻结机关 冻结机关名称 执行机关 执行机关名称 措施机关 冻结单位 有权机关 申请机关 止付机关 authority"],
      ["amount", "money", "冻结金额 止付金额 金额 措施金额 amount"],
      ["measure.number", "key", "措施序号 冻结文书号 文书号 法律文书号"],
    ]),
    ...timeTargets("from", "冻结开始日 冻结开始时间 开始时间 开始日期 措施开始时间 冻结起始日 止付开始时间 冻结日期 止付时间 冻结时间"),
    ...timeTargets("to", "冻结截止日 冻结结束时间 结束时间 截止日期 措施结束时间 冻结到期日 止付结束时间 到期时间 截止时间"),
  ],
  required: [["account.number"], ["kind", "from", "authority"]],
  telling: ["kind", "authority", "from", "to", "measure.number"],
  titles: ["强制措施", "冻结", "止付"],
  compile(plan) {
    const [number, kind, authority, amount] = [plan.text("account.number"), plan.text("kind"), plan.text("authority"), plan.text("amount")];
    const accounts = plan.identifiers("account", "account.number");
    const [from, to] = [plan.time("from"), plan.time("to")];
    return {
      write(cells, row, sink) {
        const found = accounts.readOne(number(cells));
        if (found === null) return reject("key-missing", "account.number");
        if (found.isLost) return reject("precision-lost", "account.number");
        const account = sink.entity("account", found.key, "", row);
        const says = `${kind(cells)} ${plan.headingOf("from")}`;
        const name = kinds.find(([, form]) => form.test(says))?.[0] ?? (kind(cells) || "measure");
        const period = [
          from.read(cells) === "ok" ? timeText(from, plan.utcOffset) : "",
          to.read(cells) === "ok" ? timeText(to, plan.utcOffset) : "",
        ];
        const fen = readMoney(amount(cells));
        sink.attribute(account, `account.${name}.from`, period[0]!, row);
        sink.attribute(account, `account.${name}.until`, period[1]!, row);
        sink.attribute(account, `account.${name}.authority`, authority(cells), row);
        if (!Number.isNaN(fen)) sink.attribute(account, `account.${name}.amount`, decimalOf(fen), row);
        if (period.every((text) => text === "")) sink.attribute(account, `account.${name}`, "true", row);
        return null;
      },
    };
  },
};
