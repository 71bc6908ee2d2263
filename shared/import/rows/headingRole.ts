// The role that a heading gives to the identifiers under it. Data: the first line whose words occur decides.

const roles: readonly (readonly [role: string, form: RegExp])[] = [
  ["victim", /受害|被害|事主|报警人|报案人|失主|victim|complainant/i],
  ["witness", /证人|目击|witness/i],
  ["lure", /引流|lure/i],
  ["payee", /收款|一级卡|一级账|转入|入账|payee|beneficiary/i],
  ["payer", /付款|转出|汇款|payer/i],
  ["caller", /来电|主叫|caller/i],
  ["suspect", /嫌疑|涉案|涉诈|诈骗|嫌犯|作案|对方|suspect|offender|fraud/i],
];

const byKind: Readonly<Record<string, string>> = { netid: "suspect" };

/** "" where the heading names no side. */
export const roleOfHeading = (heading: string, kind: string): string =>
  roles.find(([, form]) => form.test(heading))?.[0] ?? byKind[kind] ?? "";
