// A planted query package: two victims pay one mule, who pays on; two banks tell it in files of one name, one of them froze a part.
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { strToU8, zipSync } from "fflate";

export const [first, second] = ["A3412002026110001", "A3412002026110002"];
export const [wang, li] = ["6222021001112223334", "6217001002223334445"];
/** The mule's account with its card, and whom she paid: an account that a bank froze in part, and one without records. */
export const mule = { account: "3405011047827191856", card: "6217005898585476845" };
export const frozen = "1202558800331409416";
export const dark = "6210985991150760989";

const cases = `案件编号,报案时间,报警人姓名,涉案资金,止付金额,冻结金额,返还金额,嫌疑账号,受害人账号,诈骗类型
${first},2026-11-05 15:00:00,王丽,50000.00,,,,${mule.card},${wang},刷单返利
${second},2026-11-05 16:00:00,李强,20000.00,,2000.00,,${mule.card},${li},刷单返利
`;
/** Of the statements that a bank hands out. */
export const headings =
  "交易卡号,交易账号,账户开户名称,交易时间,交易金额,交易余额,收付标志,交易对手账卡号,对手户名,对手开户银行,交易流水号,交易是否成功\n";
const muleRows = `${mule.card},${mule.account},赵敏,2026-11-05 13:00:00,50000.00,50000.00,进,${wang},王丽,工商银行,S001,是
${mule.card},${mule.account},赵敏,2026-11-05 13:10:00,20000.00,70000.00,进,${li},李强,建设银行,S002,是
${mule.card},${mule.account},赵敏,2026-11-05 13:20:00,30000.00,40000.00,出,${frozen},钱伟,工商银行,S003,是
${mule.card},${mule.account},赵敏,2026-11-05 13:30:00,25000.00,15000.00,出,${dark},孙丽,邮储银行,S004,是
${mule.card},${mule.account},赵敏,2026-11-06 09:00:00,0.50,14999.50,出,,,,S005,是
`;
const frozenRows = `${frozen},${frozen},钱伟,2026-11-05 13:20:00,30000.00,30000.00,进,${mule.account},赵敏,建设银行,S003,是
${frozen},${frozen},钱伟,2026-11-06 10:00:00,1.00,29999.00,出,,,,S006,是
`;
const measureHeadings = "账号,措施序号,冻结开始日,冻结截止日,冻结机关,冻结金额,措施类型\n";
/** When the banks froze, and until when. */
export interface FreezeDays {
  readonly from: string;
  readonly until: string;
}
const usualDays: FreezeDays = { from: "2026-11-05", until: "2027-05-05" };
const freezeRow = (account: string, { from, until }: FreezeDays, amount: string) =>
  `${measureHeadings}${account},1,${from},${until},云津市公安局,${amount},冻结
`;

/** The cases and the package, written into a folder: what is to be imported. */
export function writeBankPackage(folder: string, days = usualDays): string[] {
  const [sheet, feedback] = [join(folder, "cases.csv"), join(folder, "反馈.zip")];
  const parts = {
    "建设银行/交易明细信息.csv": headings + muleRows,
    "工商银行/交易明细信息.csv": headings + frozenRows,
    "工商银行/强制措施信息.csv": freezeRow(frozen, days, "12000.00"),
  };
  writeFileSync(sheet, cases);
  writeFileSync(feedback, zipSync(Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, strToU8(text)]))));
  return [sheet, feedback];
}

/** Later the mule's card is frozen whole. */
export function writeMuleFreeze(folder: string, days = usualDays): string {
  const sheet = join(folder, "more.csv");
  writeFileSync(sheet, freezeRow(mule.card, days, "0.00"));
  return sheet;
}
