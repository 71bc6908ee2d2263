// What the lines above the heading say: whose statement it is and which period it covers.

const labels: readonly (readonly [string, RegExp])[] = [
  ["own.name", /^(?:户名|姓名|客户名称|客户姓名|账户名称|账户名|持卡人|开户名|accountname|accountholder|customername|name)$/i],
  [
    "own.account",
    /^(?:账号|帐号|卡号|卡号账号|账号卡号|账户|帐户|查询账号|查询卡号|客户账号|借记卡号|银行卡号|支付宝账户|支付宝账号|微信号|微信昵称|资金账号|本方账号|钱包编号|钱包号|钱包id|accountnumber|accountno|account|cardnumber|card|cardno)$/i,
  ],
  ["own.phone", /^(?:本机号码|手机号码|用户号码|查询号码|号码|手机号|电话号码|机主号码|msisdn)$/i],
  ["currency", /^(?:币种|币别|货币|currency)$/i],
  ["unit", /^(?:金额单位|货币单位|单位)$/],
  ["period.from", /^(?:起始时间|开始时间|起始日期|开始日期|查询起始日期|查询开始时间|交易起始日期|from|startdate)$/i],
  ["period.until", /^(?:终止时间|结束时间|终止日期|结束日期|截止日期|截止时间|查询截止日期|查询结束时间|交易截止日期|to|enddate)$/i],
  [
    "period",
    /^(?:查询时间|查询期间|起止日期|起止时间|时间范围|查询日期|交易时间段|账单周期|日期范围|查询月份|账单月份|计费月份|计费月|账期|月份|period|statementperiod|查询时段)$/i,
  ],
];

const normalise = (label: string): string => label.normalize("NFKC").replace(/[\s【】[\]()_-]+/g, "");
const tidyValue = (value: string): string => value.replace(/^[\s[【"']+|[\s\]】"']+$/g, "").trim();

/** Label → value, the first of each. */
export function readBanner(rows: readonly (readonly string[])[]): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  const put = (label: string, value: string) => {
    const name = labels.find(([, form]) => form.test(normalise(label)))?.[0];
    const text = tidyValue(value);
    if (name === undefined || text === "" || (name === "unit" && !/[元角分人]$/.test(text))) return;
    if (name === "period") putPeriod(found, text);
    else if (!found.has(name)) found.set(name, text);
  };
  for (const cells of rows) readLine(cells, put);
  const numbers = new Set(rows.flatMap((cells) => cells.join(" ").match(/(?<!\d)\d{15,19}(?!\d)/g) ?? []));
  if (numbers.size === 1) found.set("lone.number", [...numbers][0]!);
  return found;
}

function readLine(cells: readonly string[], put: (label: string, value: string) => void): void {
  cells.forEach((raw, i) => {
    // 账　　号：the blanks only justify the label.
    const cell = raw.replace(/(?<=[\u4e00-\u9fff])[\s\u3000]+(?=[\u4e00-\u9fff][\s\u3000]*[:：])/g, "");
    for (const part of cell.split(/\s{2,}|[;；|,，](?=[^,，]*[:：])/)) {
      const match = /^\s*([^:：]{1,16})[:：]\s*(.*)$/.exec(part);
      if (match) put(match[1]!, match[2] || (cells.slice(i + 1).find((next) => next.trim() !== "") ?? ""));
    }
    if (!/[:：]/.test(cell) && cell.trim() !== "" && i + 1 < cells.length) put(cell, cells[i + 1]!);
  });
}

/** `2023-01-01 至 2023-03-01`, `20230101-20230301`, or one month: `202303`. */
function putPeriod(found: Map<string, string>, text: string): void {
  const dates = text.match(/\d{4}[-/.年]?\d{1,2}[-/.月]?\d{1,2}日?(?:\s+\d{1,2}:\d\d(?::\d\d)?)?/g);
  const month = /^(20\d\d)[-/.年]?(0?[1-9]|1[0-2])月?(?:账单|份)?$/.exec(text);
  if (month) for (const end of ["period.from", "period.until"]) found.set(end, `${month[1]}-${month[2]!.padStart(2, "0")}`);
  if (dates?.length !== 2) return;
  found.set("period.from", dates[0]!);
  found.set("period.until", dates[1]!);
}

/** A number of an account in a file name: 12 digits or more. */
export const accountInName = (fileName: string): string => /(?<!\d)(\d{15,19})(?!\d)/.exec(fileName)?.[1] ?? "";

/** A mobile number in a file name. */
export const phoneInName = (fileName: string): string => /(?<!\d)(1[3-9]\d{9})(?!\d)/.exec(fileName)?.[1] ?? "";
