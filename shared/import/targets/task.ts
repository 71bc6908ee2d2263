// Task sheets of a query package (任务信息): which query was answered. A failed query is a fact: no reply from this bank.
import { type AttributeSpec, compileAttributes } from "../rows/attributes.ts";
import { compileNoReply, isUnanswered } from "../rows/noReply.ts";
import { type RowKindSpec, reject, targetTable } from "./target.ts";

const attributes: readonly AttributeSpec[] = [
  ["task.status", "text"],
  ["task.result", "text"],
  ["task.reason", "text"],
  ["task.bank", "text"],
  ["task.item", "text"],
];

export const taskKind: RowKindSpec = {
  rowKind: "task",
  targets: targetTable([
    ["task.number", "key", "任务流水号 任务编号 任务号 查询任务编号 业务流水号 请求单号 taskid"],
    ["account", "account", "查询账号 查询卡号 查询账户 账号 卡号 查询账卡号 主体名称 查询对象 account"],
    ["task.status", "text", "查询状态 反馈状态 任务状态 状态 status"],
    ["task.result", "text", "查询反馈结果 反馈结果 查询结果 是否成功 result"],
    ["task.reason", "text", "查询反馈结果原因 失败原因 原因 反馈说明 备注 reason"],
    ["task.bank", "text", "反馈单位 反馈机构 银行名称 查询机构 被查询单位 银行 bank"],
    ["task.item", "text", "查询项 查询内容 业务类型 查询类型 任务类型"],
  ]),
  required: [
    ["account", "task.number"],
    ["task.status", "task.result"],
  ],
  telling: ["task.number", "task.status", "task.result", "task.reason", "task.item"],
  titles: ["任务信息", "任务", "task"],
  compile(plan) {
    const [number, account] = [plan.text("task.number"), plan.text("account")];
    const accounts = plan.identifiers("account", "account");
    const [status, result, reason, bank] = [
      plan.text("task.status"),
      plan.text("task.result"),
      plan.text("task.reason"),
      plan.text("task.bank"),
    ];
    const write = compileAttributes(plan, attributes);
    const noReply = compileNoReply(plan);
    return {
      write(cells, row, sink) {
        const found = accounts.readOne(account(cells));
        if (found?.isLost) return reject("precision-lost", "account");
        const name = number(cells);
        if (found === null && name === "") return reject("key-missing", plan.has("account") ? "account" : "task.number");
        const entity = found?.isValid
          ? sink.entity("account", found.key, "", row)
          : sink.entity("thing", name === "" ? found!.key : name, "", row);
        write(cells, entity, row, sink);
        if (name !== "") sink.attribute(entity, "task.number", name, row);
        if (isUnanswered(result(cells) || status(cells), reason(cells)))
          noReply(entity, bank(cells), reason(cells), found?.key ?? name, row, sink);
        return null;
      },
    };
  },
};
