// Words that cells use for direction, outcome, currency and "nothing here". Data: add a spelling to its line.

const list = (words: string): readonly string[] => words.split(" ");

export type Side = "out" | "in" | "neutral" | "";

const directions: Readonly<Record<Exclude<Side, "">, readonly string[]>> = {
  out: list(
    "out 出 借 付 支 支出 转出 出账 取 支取 付款 付出 借方 借记 消费 提现 d dr dt debit dbt o - 1 买 买入 buy sell withdrawal withdraw paid sent send payment 汇出 已支出 扣款",
  ),
  in: list(
    "in 进 贷 收 收入 入 转入 入账 进账 存 存入 收款 贷方 贷记 c cr ct credit crt i + 2 卖 卖出 deposit received receive receipt 汇入 已收入 退款 来账",
  ),
  neutral: list("neutral 不计收支 不计 中性 中性交易 其他 其它 / 无 none"),
};

const sideOfWord = new Map<string, Side>(Object.entries(directions).flatMap(([side, words]) => words.map((word) => [word, side as Side])));

/** `贷 Cr`, `支出`, `C`, `2`, `DEBIT`: "" where the word says nothing. */
export function sideOf(cell: string): Side {
  const word = cell.normalize("NFKC").toLowerCase().trim();
  const known = sideOfWord.get(word);
  if (known !== undefined) return known;
  if (word === "") return "";
  for (const part of word.split(/[\s()（）/|,:：-]+/)) {
    const side = part === "" ? undefined : sideOfWord.get(part);
    if (side !== undefined) return side;
  }
  if (/不计/.test(word)) return "neutral";
  const [hasIn, hasOut] = [
    /收入|转入|存入|入账|贷|收款|credit|deposit/.test(word),
    /支出|转出|支取|出账|借|付款|debit|withdraw/.test(word),
  ];
  return hasIn === hasOut ? "" : hasIn ? "in" : "out";
}

const failedWords =
  /^(?:否|失败|n|no|false|0|fail|failed|failure|unsuccessful|未成功|不成功|f)$|失败|不成功|declined|rejected|退汇|支付失败/i;
const closedWords = /关闭|取消|已撤销|撤单|待付款|等待付款|待支付|未支付|处理中|作废|closed|cancell?ed|pending|void/i;

/** What a column on success or state says of a transfer. */
export function outcomeOf(cell: string): "done" | "failed" | "neutral" {
  if (failedWords.test(cell)) return "failed";
  return closedWords.test(cell) ? "neutral" : "done";
}

/** A row that takes back another one. */
export const isReversalText = (text: string): boolean => /冲正|冲销|抹账|抹帐|撤销交易|红冲|反交易|\breversal\b|\breversed\b/i.test(text);

const currencies: Readonly<Record<string, string>> = {
  CNY: "人民币 人民币元 人民幣 rmb cny cnh 156 01 001 ¥ ￥ 元 cny人民币 人民币cny",
  USD: "美元 美金 usd 840 $ usdollar us$ 14 014",
  HKD: "港币 港元 港幣 hkd 344 hk$ 13 013",
  EUR: "欧元 eur 978 € euro",
  GBP: "英镑 gbp 826 £ ukpound 12 012",
  JPY: "日元 日币 jpy 392 yen 27 027",
  AUD: "澳元 澳大利亚元 aud 036 australiandollar",
  CAD: "加元 加拿大元 cad 124 canadiandollar",
  SGD: "新加坡元 新币 sgd 702",
  MOP: "澳门元 澳门币 mop 446",
  TWD: "新台币 台币 twd 901 ntd",
  KRW: "韩元 韩币 krw 410",
  THB: "泰铢 thb 764",
  CHF: "瑞士法郎 chf 756 swissfranc",
  RUB: "卢布 rub 643 ruble",
  INR: "卢比 inr 356 rupee",
  USDT: "usdt 泰达币",
};
const codeOfCurrency = new Map(Object.entries(currencies).flatMap(([code, words]) => words.split(" ").map((word) => [word, code])));

/** Three-letter code; an unknown name is kept as written. */
export function currencyOf(cell: string): string {
  const known = codeOfCurrency.get(cell) ?? codeOfCurrency.get(cell.toLowerCase().replaceAll(" ", ""));
  return known ?? cell;
}

const nothing = new Set([
  "/",
  "\\",
  "-",
  "--",
  "—",
  "——",
  "无",
  "null",
  "NULL",
  "\\N",
  "N/A",
  "n/a",
  "NA",
  "None",
  "none",
  "nan",
  "NaN",
  "空",
  "不详",
  "未知",
  "暂无",
  "NULL值",
]);

/** Cell without outer blanks; "" where it only says that there is nothing. */
export function cellText(cell: string | undefined): string {
  if (cell === undefined || cell === "") return "";
  const { length } = cell;
  const last = cell.charCodeAt(length - 1);
  const first = cell.charCodeAt(0);
  const text = first > 32 && last > 32 && first < 0x2000 && last < 0x2000 ? cell : cell.trim();
  if (text.length <= 5 ? nothing.has(text) : first === 45 && /^-+$/.test(text)) return "";
  return text;
}

/** The word for a total anywhere in a row that is mostly blank. */
export function isTotalRow(cells: readonly string[], width: number): boolean {
  const filled = cells.filter((cell) => cell.trim() !== "");
  return filled.length <= width * 0.6 && filled.some((cell) => isTotalText(cell.trim()));
}

/** Totals and closing lines: the first filled cell of a row that is no record. */
export const isTotalText = (text: string): boolean =>
  /^(?:总计|合计|小计|累计|共计|本页|本页合计|本页小计|本日合计|本月合计|日计|月计|总合计|合计金额|total|subtotal|sum|grand total|totals)\s*[:：]?(?=$|[\s\d:：(（¥￥])/i.test(
    text,
  ) ||
  /^(?:支出|收入|借方|贷方|借记|贷记)(?:总|合计|累计|笔数|发生额合计|总额|总笔数)/.test(text) ||
  /^(?:共|合计)\s*\d+\s*(?:笔|条|行)/.test(text) ||
  /^(?:期初|期末|上期|本期|承前|承前页|过次页|上页|上年|上月|上日)(?:余额|结余|合计|结转)?[:：]?$/.test(text);
