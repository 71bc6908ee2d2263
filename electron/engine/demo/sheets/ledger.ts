// 案件台账: the case sheet as stations keep it, with a banner, merged unit cells, several numbers in a cell and a total at the foot.
import type { MergeRange } from "hucre/xlsx";
import type { Chance } from "../chance.ts";
import { dateOf, dateTimeOf, slashedDateTimeOf } from "../clock.ts";
import type { County } from "../county.ts";
import type { CaseDraft } from "../model.ts";
import { birthDateOf } from "../people.ts";
import { downloadAddress, writeBrief } from "../scripts.ts";
import { type TypingError, typeNumber, typeSeveral } from "../typing.ts";
import { type Cell, csvBytes, type DemoFile, type Row, workbookBytes } from "./table.ts";

export const ledgerHeadings = [
  "序号",
  "受理单位",
  "警情编号",
  "案件编号",
  "来电类别",
  "报警人姓名",
  "性别",
  "年龄",
  "文化程度",
  "受害人职业",
  "联系电话",
  "案件类别",
  "案发开始时间",
  "案发结束时间",
  "报案时间",
  "立案时间",
  "案发地点",
  "经度",
  "纬度",
  "涉案资金",
  "引流方式",
  "引流地址",
  "转账方式",
  "嫌疑账号",
  "嫌疑电话",
  "涉诈APP",
  "涉诈网址",
  "嫌疑车辆",
  "作案手法",
  "止付金额",
  "冻结金额",
  "返还金额",
  "主办民警",
  "破案状态",
  "简要案情",
] as const;

interface Typing {
  readonly chance: Chance;
  readonly errors: TypingError[];
}

/** Each station writes times in its own way. */
function typeTime(draft: CaseDraft, at: number): string {
  return draft.station.officers[0]!.charCodeAt(0) % 3 === 0 ? slashedDateTimeOf(at) : dateTimeOf(at);
}

function typeMoney(chance: Chance, fen: number): Cell {
  if (fen === 0) return null;
  return chance.happens(0.05) ? (fen / 100).toLocaleString("en-US", { minimumFractionDigits: 2 }) : fen / 100;
}

const orNull = (text: string): Cell => (text === "" ? null : text);

function peopleCells(draft: CaseDraft): Row {
  const { victim } = draft;
  const age = new Date(draft.reportedAt).getUTCFullYear() - Number(birthDateOf(victim).slice(0, 4));
  return [victim.name, victim.isFemale ? "女" : "男", age, victim.education, victim.occupation, victim.phone];
}

function clueCells({ chance, errors }: Typing, draft: CaseDraft): Row {
  const cards = [...draft.payees, ...(draft.settlement ? [draft.settlement] : [])].map((payee) => payee.card);
  const phones = [...draft.phones, ...(draft.noisePhone ? [draft.noisePhone] : [])];
  return [
    orNull(draft.lureChannel),
    orNull(draft.lures.join("、")),
    draft.isFraud ? chance.pick(["手机银行", "网银", "扫码支付", "ATM", "第三方支付"]) : null,
    orNull(typeSeveral(chance, cards, draft.number, errors)),
    orNull(phones.map((phone) => typeNumber(chance, phone, draft.number, errors)).join("、")),
    orNull(draft.apps.join("、")),
    orNull(draft.domains.map((domain) => (chance.happens(0.25) ? downloadAddress(domain) : domain)).join("；")),
    orNull(draft.vehicles.join("、")),
    orNull(draft.isFraud ? "" : draft.modus.join("、")),
  ];
}

function statusCells(chance: Chance, draft: CaseDraft): Row {
  const stopped = draft.isFraud && chance.happens(0.25) ? Math.floor((draft.lossFen * chance.next()) / 10_000) * 10_000 : 0;
  const frozen = stopped > 0 && chance.happens(0.5) ? stopped : 0;
  const returned = frozen > 0 && chance.happens(0.2) ? Math.floor(frozen / 20_000) * 10_000 : 0;
  const status = draft.suspects.length > 0 ? "已破案" : draft.isLastNight ? "已受理" : "侦办中";
  return [stopped, frozen, returned].map((fen) => typeMoney(chance, fen)).concat([chance.pick(draft.station.officers), status]);
}

function caseRow(typing: Typing, draft: CaseDraft, order: number, isTwin: boolean): Row {
  const { chance } = typing;
  return [
    order,
    draft.station.name,
    draft.incident,
    isTwin ? null : draft.number,
    draft.isFraud ? "电信网络诈骗" : "刑事警情",
    ...peopleCells(draft),
    draft.category,
    typeTime(draft, draft.at),
    typeTime(draft, draft.until),
    typeTime(draft, draft.reportedAt),
    isTwin ? null : dateOf(draft.filedAt),
    draft.place.name,
    draft.place.longitude,
    draft.place.latitude,
    typeMoney(chance, draft.lossFen),
    ...clueCells(typing, draft),
    ...statusCells(chance, draft),
    writeBrief(chance, draft),
  ];
}

/** Cells of one unit are merged over the rows of one printed page. */
function mergeUnits(rows: Row[], headerRows: number): { rows: Row[]; merges: MergeRange[] } {
  const merges: MergeRange[] = [];
  const result = rows.map((row) => [...row]);
  let start = 0;
  for (let i = 1; i <= result.length; i++) {
    if (i < result.length && rows[i]![1] === rows[start]![1] && i - start < 12) continue;
    if (i - start > 1) merges.push({ startRow: start + headerRows, endRow: i - 1 + headerRows, startCol: 1, endCol: 1 });
    for (let inner = start + 1; inner < i; inner++) result[inner]![1] = null;
    start = i;
  }
  return { rows: result, merges };
}

/** The year's sheet without last night; the twins stand in it once more under their incident number. */
export async function writeLedger(county: County, errors: TypingError[]): Promise<DemoFile> {
  const typing = { chance: county.typing, errors };
  const entries = [
    ...county.cases.filter((draft) => !draft.isLastNight).map((draft) => ({ draft, isTwin: false })),
    ...county.twins.map((draft) => ({ draft, isTwin: true })),
  ];
  const stations = county.geography.stations;
  entries.sort(
    (a, b) =>
      stations.indexOf(a.draft.station) - stations.indexOf(b.draft.station) ||
      a.draft.reportedAt - b.draft.reportedAt ||
      Number(b.isTwin) - Number(a.isTwin),
  );
  const { rows, merges } = mergeUnits(
    entries.map(({ draft, isTwin }, i) => caseRow(typing, draft, i + 1, isTwin)),
    2,
  );
  const width = ledgerHeadings.length;
  const total = entries.reduce((sum, { draft }) => sum + draft.lossFen, 0) / 100;
  const foot: Cell[] = Array.from({ length: width }, (_, i) => (i === 0 ? "合计" : i === 19 ? total : null));
  const banner: Cell[] = [
    `${county.geography.city}公安局案件台账（${county.stamp.year}年下半年）`,
    ...new Array<Cell>(width - 1).fill(null),
  ];
  const bytes = await workbookBytes([
    {
      name: "案件台账",
      rows: [banner, ledgerHeadings, ...rows, foot],
      merges: [{ startRow: 0, endRow: 0, startCol: 0, endCol: width - 1 }, ...merges],
    },
  ]);
  return { name: `案件台账_${county.stamp.year}下半年${county.suffix}.xlsx`, bytes };
}

/** Last night's reports: the same columns, typed the same way, as the duty desk sends them in the morning. */
export function writeLastNight(county: County, errors: TypingError[]): DemoFile {
  const typing = { chance: county.typing, errors };
  const night = county.cases.filter((draft) => draft.isLastNight).sort((a, b) => (a.number < b.number ? -1 : 1));
  const rows = night.map((draft, i) => caseRow(typing, draft, i + 1, false));
  return { name: `昨夜警情_${county.stamp.today}${county.suffix}.csv`, bytes: csvBytes([ledgerHeadings, ...rows], "gb18030") };
}
