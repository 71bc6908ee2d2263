// Two statements as banks hand them over the counter: one GB18030 CSV with debit and credit columns, one workbook of signed amounts.
import { compactClockOf, compactDateOf, dateTimeOf } from "../clock.ts";
import type { County } from "../county.ts";
import type { Statement, StatementLine } from "./statements.ts";
import { csvBytes, type DemoFile, money, type Row, type Sheet, workbookBytes } from "./table.ts";

const memoOf = (line: StatementLine): string => line.transfer.memo;
const counterName = (line: StatementLine): string => line.other?.holder ?? "";

function twoColumnRow(statement: Statement, line: StatementLine): Row {
  const amount = money(line.amountFen);
  return [
    statement.owner.card,
    statement.owner.holder,
    compactDateOf(line.at),
    compactClockOf(line.at),
    line.isIncoming ? "" : amount,
    line.isIncoming ? amount : "",
    money(line.balanceFen),
    line.otherNumber,
    counterName(line),
    line.other?.bank.name ?? "",
    memoOf(line),
    line.transfer.channel,
    line.reference,
  ];
}

/** 工行: a banner above the heading, one file for all accounts asked for; failed transactions are not printed. */
export function writeTwoColumn(county: County, statements: readonly Statement[]): DemoFile {
  const own = statements.filter(({ owner }) => owner.bank.short === "工行");
  const rows = own.flatMap((statement) =>
    statement.lines.filter((line) => line.transfer.state !== "failed").map((line) => twoColumnRow(statement, line)),
  );
  const banner: Row[] = [
    ["中国工商银行股份有限公司 账户历史明细清单"],
    [`查询期间：${compactDateOf(county.start)} 至 ${compactDateOf(county.end)}`, "", "币种：人民币"],
    [`账户数：${own.length}`, "", `明细笔数：${rows.length}`],
    [""],
  ];
  const headings = [
    "卡号",
    "户名",
    "交易日期",
    "交易时间",
    "借方发生额",
    "贷方发生额",
    "账户余额",
    "对方账号",
    "对方户名",
    "对方开户行",
    "摘要",
    "交易渠道",
    "交易流水号",
  ];
  return {
    name: `工行_账户明细_${county.stamp.yesterday}${county.suffix}.csv`,
    bytes: csvBytes([...banner, headings, ...rows], "gb18030"),
  };
}

function signedSheet(county: County, { owner, lines }: Statement): Sheet {
  const rows = lines
    .filter((line) => line.transfer.state !== "failed")
    .map(
      (line, i): Row => [
        i + 1,
        dateTimeOf(line.at),
        (line.isIncoming ? 1 : -1) * (line.amountFen / 100),
        line.balanceFen / 100,
        line.otherNumber,
        counterName(line),
        memoOf(line),
        line.transfer.channel,
        line.reference,
      ],
    );
  const banner: Row[] = [
    ["中国建设银行 个人活期账户交易明细"],
    [`账号：${owner.card}`, null, null, `户名：${owner.holder}`, null, null, "币种：人民币"],
    [`起止日期：${compactDateOf(county.start)}-${compactDateOf(county.end)}`, null, null, `开户机构：${owner.branch}`],
  ];
  const headings = ["序号", "交易时间", "交易金额", "账户余额", "对方账号", "对方户名", "摘要", "交易渠道", "流水号"];
  return {
    name: `${owner.holder}${owner.card.slice(-4)}`,
    rows: [...banner, headings, ...rows],
    merges: [{ startRow: 0, endRow: 0, startCol: 0, endCol: 8 }],
  };
}

/** 建行: one sheet an account, the account in the banner, amounts with a sign. Last night's victims first, then the busiest. */
export async function writeSigned(county: County, statements: readonly Statement[]): Promise<DemoFile> {
  const night = new Set(county.cases.filter((draft) => draft.isLastNight).map((draft) => draft.victimAccount));
  const own = statements.filter(({ owner, lines }) => owner.bank.short === "建行" && lines.length > 0);
  own.sort(
    (a, b) =>
      Number(night.has(b.owner)) - Number(night.has(a.owner)) || b.lines.length - a.lines.length || (a.owner.card < b.owner.card ? -1 : 1),
  );
  const bytes = await workbookBytes(own.slice(0, 8).map((statement) => signedSheet(county, statement)));
  return { name: `建行_借记卡明细_${county.stamp.yesterday}${county.suffix}.xlsx`, bytes };
}
