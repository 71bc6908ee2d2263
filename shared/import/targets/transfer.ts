// Money movements: ledgers with both sides, and statements of one account.
import { compileTransfer } from "../rows/transferRow.ts";
import { type RowKindSpec, type Target, targetTable, timeTargets } from "./target.ts";

/** Heading words of one party: every prefix with every suffix. */
const combine = (prefixes: string, suffixes: string): string =>
  prefixes
    .split(" ")
    .flatMap((prefix) => suffixes.split(" ").map((suffix) => prefix + suffix))
    .join(" ");

const accountWords =
  "账号 账户 账户号 账户号码 账号码 账卡号 卡号账号 账号卡号 客户账号 银行账号 银行账户 account accountnumber accountno accountid acct acctno iban";
const cardWords = "卡号 银行卡号 card cardnumber cardno";
const nameWords = "户名 姓名 名称 账户名 账户名称 账户姓名 客户名称 开户名 开户名称 name accountname";
const bankWords = "开户行 开户银行 银行 行名 账号开户行 账户开户行 开户机构 金融机构 金融机构名称 银行名称 行号 bank bankname bankid";
const identityWords = "证件号 证件号码 身份证号 身份证号码 身份证 开户证件号码 idnumber";

const otherZh = "对方 交易对方 对手 交易对手 对手方 交易对手方 对端 收付方 交易对象 对应";
const otherEn = "counterparty other otherparty payee beneficiary recipient opposite";

const counterparty: readonly Target[] = targetTable([
  [
    "counterparty.account*",
    "account",
    `${combine(otherZh, accountWords)} ${combine(otherEn, "account accountnumber accountno id")} 收支方账号 paymentreceiptaccount`,
  ],
  ["counterparty.card", "account", `${combine(otherZh, cardWords)} ${combine(otherEn, cardWords)}`],
  [
    "counterparty.name*",
    "name",
    `${combine(otherZh, nameWords)} ${combine(otherEn, "name")} 交易对方 交易对手 对手户名 对方 对手信息 对方信息 收付款人 商户名称 商户 商家 商家名称 merchantname merchant counterparty payee paymentreceiptaccountname 收付款方 交易商户`,
  ],
  ["counterparty.bank", "text", combine(otherZh, bankWords)],
  ["counterparty.identityNumber", "identity-number", `${combine(otherZh, identityWords)}`],
  ["counterparty.balance", "money", combine(otherZh, "余额 交易余额")],
]);

const ownZh = "本方 我方 查询 交易 客户 自己 本人 主体 查控";
const own: readonly Target[] = targetTable([
  [
    "own.account",
    "account",
    `账号 账户 账户号 账号卡号 客户账号 主账号 主账户 账户号码 account accountnumber accountno accountid acctno 资金账号 资金账户 股东账号 股东代码 ${combine(ownZh, accountWords)}`,
  ],
  [
    "own.card",
    "account",
    `卡号 银行卡号 借记卡号 信用卡号 卡号后四位 卡末四位 卡片后四位 末四位 card cardnumber cardno firstbankcard bankcard ${combine(ownZh, cardWords)}`,
  ],
  [
    "own.name",
    "name",
    `户名 姓名 账户名称 账户名 客户名称 客户姓名 开户名 账户开户名称 账户姓名 持卡人 accountname accountholder cardholder ${combine(ownZh, nameWords)}`,
  ],
  ["own.bank", "text", `开户行 开户银行 反馈单位 所属银行 ${combine(ownZh, bankWords)}`],
  [
    "own.identityNumber",
    "identity-number",
    `开户人证件号码 证件号码 身份证号 身份证号码 证件号 开户人证件号 ${combine(ownZh, identityWords)}`,
  ],
]);

const sides: readonly Target[] = targetTable([
  [
    "from.account",
    "account",
    `${combine("付款 付款方 付款人 转出 转出方 汇款 汇款人 付方 出账 支付 支付方 打款 发送方 源 from payer sender source src originator orig debtor sourcenode remitter", accountWords)} 发送方 转出地址 from fromaddress sender payer fromid nameorig sourcenodeid accountfrom`,
  ],
  ["from.name", "name", combine("付款 付款方 付款人 转出 转出方 汇款人 付方 发送方 from payer sender originator", nameWords)],
  ["from.bank", "text", combine("付款 付款方 付款人 转出 转出方 汇款人 付方 from payer sender originator", bankWords)],
  ["from.identityNumber", "identity-number", combine("付款 付款方 付款人 转出 转出方 汇款人", identityWords)],
  [
    "to.account",
    "account",
    `${combine("收款 收款方 收款人 转入 转入方 收方 入账 收取 接收方 目标 to receiver target dest destination beneficiary creditor targetnode", accountWords)} 接收方 转入地址 to toaddress receiver recipient toid namedest targetnodeid accountto`,
  ],
  ["to.name", "name", combine("收款 收款方 收款人 转入 转入方 收方 接收方 to receiver beneficiary", nameWords)],
  ["to.bank", "text", combine("收款 收款方 收款人 转入 转入方 收方 to receiver beneficiary", bankWords)],
  ["to.identityNumber", "identity-number", combine("收款 收款方 收款人 转入 转入方", identityWords)],
]);

const rest: readonly Target[] = targetTable([
  [
    "amount",
    "money",
    "发生金额 交易金额 金额 发生额 交易额 金额元 交易金额元 转账金额 汇款金额 付款金额 实付金额 实际金额 人民币金额 入账金额 结算金额 记账金额 清算金额 成交金额 成交额 交易发生额 数量 amount transactionamount billingamount amt transamt value tranamt amountpaid 订单金额 变动金额 收支金额 货币金额 币种金额 交易货币金额 交易币种金额 入账货币金额",
  ],
  [
    "debit",
    "money",
    "借方发生额 借方金额 借方发生金额 借方 支出 支出金额 交易金额支出 记账金额支出 付出 转出金额 取款 支取 支取金额 取出 付款 withdrawal withdrawals debit debitamount debits paidout moneyout out 支出元",
  ],
  [
    "credit",
    "money",
    "贷方发生额 贷方金额 贷方发生金额 贷方 收入 收入金额 交易金额收入 记账金额收入 存入 存入金额 转入金额 存款 deposit deposits credit creditamount credits paidin moneyin in 收入元",
  ],
  [
    "direction",
    "direction",
    "借贷标志 收付标志 借贷 收支 收付标识 收支标识 收付方向 收支方向 借贷标记 进出标识 借贷别 借贷方向 收支标志 借贷标识 收付 进出标志 进出 进出账标志 资金流向 收支类型 资金方向 收入支出 方向 dc 操作 买卖标志 买卖方向 委托方向 业务类型 creditdebit debitcredit drcr dcflg crdr transactiontype direction side",
  ],
  [
    "balance",
    "money",
    "余额 账户余额 交易余额 交易后余额 本次余额 联机余额 账面余额 可用余额 资金余额 资金本次余额 当前余额 balance accountbalance availablebalance runningbalance balanceafter",
  ],
  [
    "currency",
    "currency",
    "币种 币别 货币 交易币种 记账币种 币种名称 货币类型 代币符号 currency billingcurrency ccy currencycode paymentcurrency token tokensymbol symbol 钞汇币种 结算币种",
  ],
  ["success", "text", "交易是否成功 是否成功 交易状态 当前状态 状态 交易结果 transactionstatus status 资金状态 成功标志 查询反馈结果"],
  ["channel", "text", "交易渠道 渠道 渠道名称 支付方式 收付款方式 交易方式 付款方式 channel paymentmethod paymentformat method"],
  ["cash", "text", "现金标志 现转标志 钞汇标志 cashflag"],
  [
    "reference",
    "key",
    "交易流水号 流水号 交易单号 交易订单号 交易号 订单号 日志号 柜员流水号 核心流水号 凭证号 交易编号 成交编号 成交号 合同号 商户单号 商家订单号 transactionid txid txhash hash 交易哈希 reference referencenumber serialno serialnum tranid id itemno",
  ],
  ["type", "text", "交易类型 交易分类 交易名称 业务种类 业务名称 类型 交易代码 交易码 摘要代码 type category tradingtype transtype"],
  [
    "memo*",
    "long-text",
    "摘要 附言 备注 用途 交易摘要 摘要说明 交易描述 交易说明 商品说明 商品 商品名称 交易附言 扩充备注 描述 说明 交易备注 摘要描述 交易详情 订单标题 memo description remark remarks note details narrative abstract transactiondescription particulars",
  ],
  ["query.reason", "text", "查询反馈结果原因 反馈结果原因 查询失败原因 反馈说明 未反馈原因"],
  ["ip", "ip", "ip ip地址 交易ip ipaddress"],
  ["mac", "mac", "mac mac地址 macaddress"],
  [
    "place.name",
    "text",
    "交易网点名称 交易网点 交易机构 网点名称 交易机构名称 交易发生地 交易场所 交易地点 发生地 记账机构 机构名称 tradingplace location place branch",
  ],
]);

const time = timeTargets(
  "time",
  "交易时间 时间 交易日期时间 交易时间戳 入账时间 记账时间 发生时间 创建时间 交易创建时间 付款时间 转账时间 本地时间utc8 time datetime timestamp transactiontime createtime trandate",
  "交易日期 交易日 日期 记账日期 会计日期 原交易日期 记账日 入账日期 成交日期 发生日期 业务日期 date transactiondate postingdate dateposted postdate valuedate transdate tradedate",
  "交易时间 记账时间 时间 原交易时间 成交时间 入账时间 time transtime transactiontime",
);

export const transferKind: RowKindSpec = {
  rowKind: "transfer",
  targets: [...time, ...rest, ...own, ...counterparty, ...sides],
  required: [
    ["time", "time.date"],
    ["amount", "debit", "credit"],
  ],
  telling: ["amount", "debit", "credit", "balance", "direction", "currency"],
  titles: ["交易明细", "流水", "交易流水", "账单", "对账单", "明细", "statement", "transaction", "transfer", "payment", "records"],
  compile: compileTransfer,
};
