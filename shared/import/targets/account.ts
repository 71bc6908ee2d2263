// Account sheets (账户信息, 关联子账户信息): an account, its cards, holder and branch.
import type { FactSink } from "../factSink.ts";
import type { Cells, RowPlan } from "../rowPlan.ts";
import { type AttributeSpec, compileAttributes, compileUnlisted } from "../rows/attributes.ts";
import { type RowKindSpec, reject, targetTable, timeTargets } from "./target.ts";

const attributes: readonly AttributeSpec[] = [
  ["account.holder", "text"],
  ["account.bank", "text"],
  ["account.branch", "text"],
  ["account.opened", "time"],
  ["account.closed", "time"],
  ["account.status", "text"],
  ["account.type", "text"],
  ["account.balance", "money"],
];

/** Holder with an identity number: person —owns→ account; a number that fails its check names a record of this row only. */
function compileOwner(plan: RowPlan): (cells: Cells, account: number, label: string, row: number, sink: FactSink) => void {
  const text = plan.text("account.identityNumber");
  const identities = plan.identifiers("identity-number", "account.identityNumber");
  return (cells, account, label, row, sink) => {
    const [owner] = identities.readAll(text(cells));
    if (owner === undefined || (!owner.isValid && label === "")) return;
    const person = sink.entity("person", owner.isValid ? owner.key : `#${row}`, label, row);
    sink.link("owns", person, account, row);
    sink.attribute(person, "person.name", label, row);
    sink.attribute(person, "person.identityNumber", owner.key, row);
  };
}

export const accountKind: RowKindSpec = {
  rowKind: "account",
  targets: [
    ...targetTable([
      [
        "account.number",
        "account",
        "账号 账户 主账号 主账户 账户号 查询账号 查询账户 所属账号 客户账号 账号卡号 accountnumber account accountid accountno",
      ],
      [
        "account.card*",
        "account",
        "卡号 交易卡号 银行卡号 查询卡号 子账号 子账户 子账户账号 关联子账号 关联子账户 子账户号 关联账号 card cardnumber subaccount",
      ],
      ["account.holder", "name", "户名 账户名称 账户开户名称 开户名称 客户名称 客户姓名 姓名 持卡人 账户户名 holder accountname owner"],
      ["account.identityNumber", "identity-number", "开户人证件号码 证件号码 身份证号 证件号 身份证号码 开户证件号码 idnumber"],
      ["account.bank", "text", "开户行 开户银行 反馈单位 银行名称 所属银行 银行 反馈机构 bank bankname"],
      ["account.branch", "text", "开户网点 开户网点名称 网点名称 开户机构 开户网点代码 branch"],
      ["account.status", "text", "账户状态 状态 账号状态 status"],
      ["account.type", "text", "账户类型 账户类别 卡类型 子账户类别 类型 账户性质 accounttype type"],
      ["account.balance", "money", "余额 账户余额 可用余额 balance initbalance"],
      ["account.phone*", "phone", "联系电话 手机号 手机号码 预留手机号 预留电话 开户手机号 联系手机 绑定手机号"],
    ]),
    ...timeTargets("account.opened", "开户时间 开户日期 openedat opened opendate"),
    ...timeTargets("account.closed", "销户时间 销户日期 closedat closed closedate"),
  ],
  required: [["account.number", "account.card"]],
  telling: [
    "account.opened",
    "account.closed",
    "account.status",
    "account.type",
    "account.branch",
    "account.holder",
    "account.card",
    "account.balance",
  ],
  keys: ["account.number", "account.card"],
  titles: ["账户信息", "子账户", "开户", "accounts"],
  compile(plan) {
    const [numberText, holder] = [plan.text("account.number"), plan.text("account.holder")];
    const accounts = plan.identifiers("account", "account.number");
    const writeOwner = compileOwner(plan);
    const cards = plan.columns("account.card").map(({ get }) => ({ get, reader: plan.identifiers("account", "account.card") }));
    const phones = plan.columns("account.phone").map(({ get }) => ({ get, reader: plan.identifiers("phone", "account.phone") }));
    const write = compileAttributes(plan, attributes);
    const unlisted = compileUnlisted(plan);
    return {
      write(cells, row, sink) {
        const cardKeys = cards.flatMap(({ get, reader }) => reader.readAll(get(cells)));
        const named = accounts.readAll(numberText(cells));
        const all = [...named, ...cardKeys];
        if (all.some(({ isLost }) => isLost))
          return reject("precision-lost", named.some(({ isLost }) => isLost) ? "account.number" : "account.card");
        if (all.length === 0) return reject("key-missing", plan.has("account.number") ? "account.number" : "account.card");
        const label = holder(cells);
        const [main, ...others] = [...new Set(all.map(({ key }) => key))].map((key) => sink.entity("account", key, label, row));
        write(cells, main!, row, sink);
        unlisted(cells, main!, row, sink);
        for (const other of others) {
          sink.link("card-of", other, main!, row);
          sink.attribute(other, "account.holder", label, row);
        }
        writeOwner(cells, main!, label, row, sink);
        for (const { get, reader } of phones)
          for (const { key } of reader.readAll(get(cells))) sink.link("uses", main!, sink.entity("phone", key, "", row), row);
        return null;
      },
    };
  },
};
