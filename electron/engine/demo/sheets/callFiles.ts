// Call records of two carriers in their own layouts, and the table that says where their cells stand.
import { hashText } from "../../../../shared/random.ts";
import { dateTimeOf, slashedDateTimeOf } from "../clock.ts";
import type { County } from "../county.ts";
import type { Call } from "../model.ts";
import { csvBytes, type DemoFile, type Row, workbookBytes } from "./table.ts";

const isTelecom = (call: Call): boolean => hashText(call.line.phone) % 3 === 0;

function spokenDuration(seconds: number): string {
  const minutes = Math.floor(seconds / 60);
  return minutes > 0 ? `${minutes}分${seconds % 60}秒` : `${seconds}秒`;
}

function mobileRow(call: Call): Row {
  return [
    call.line.phone,
    call.other,
    call.isOutgoing ? "主叫" : "被叫",
    dateTimeOf(call.at),
    call.seconds,
    call.tower.lac,
    call.tower.cell,
    call.line.imei,
    call.line.imsi,
  ];
}

function telecomRow(call: Call): Row {
  return [
    call.line.phone,
    call.other,
    call.isOutgoing ? "主叫" : "被叫",
    `${slashedDateTimeOf(call.at)}:${dateTimeOf(call.at).slice(17)}`,
    spokenDuration(call.seconds),
    String(call.tower.lac),
    String(call.tower.cell),
    call.line.imei,
    call.line.imsi,
  ];
}

/** 移动: seconds as a number. */
export function writeMobileCalls(county: County): DemoFile {
  const headings = ["本机号码", "对方号码", "呼叫类型", "起始时间", "时长", "LAC", "CI", "IMEI", "IMSI"];
  const rows = county.calls.filter((call) => !isTelecom(call)).map(mobileRow);
  return { name: `话单_移动_${county.stamp.yesterday}${county.suffix}.csv`, bytes: csvBytes([headings, ...rows], "gb18030") };
}

/** 电信: a title above the heading and durations in words. */
export async function writeTelecomCalls(county: County): Promise<DemoFile> {
  const headings = ["本机号码", "对方号码", "呼叫类型", "起始时间", "通话时长", "LAC", "CI", "IMEI", "IMSI"];
  const rows = county.calls.filter(isTelecom).map(telecomRow);
  const bytes = await workbookBytes([{ name: "语音详单", rows: [["中国电信客户语音详单"], headings, ...rows] }]);
  return { name: `话单_电信${county.suffix}.xlsx`, bytes };
}

export function writeTowers(county: County): DemoFile {
  const rows = county.geography.towers.map((tower): Row => [tower.name, tower.lac, tower.cell, tower.longitude, tower.latitude, "GCJ-02"]);
  return { name: `基站表${county.suffix}.csv`, bytes: csvBytes([["基站名称", "LAC", "CI", "经度", "纬度", "坐标系"], ...rows], "utf-8") };
}
