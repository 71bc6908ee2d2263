// The reports that are written: 串并案意见书 · 团伙分析报告 · 资金流向报告 · 话单分析报告 · 研判简报（日分析、周研判、月会商）.

export const reportKinds = ["merge", "ring", "money", "calls", "brief"] as const;
export type ReportKind = (typeof reportKinds)[number];

/** Stands between the references of a report on several cases, as in the address of a trace. */
export const subjectMark = "|";
