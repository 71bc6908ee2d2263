// The standard-address table, the register of who lives where, and the log of the cafés.
import { addressLevels } from "../../../../shared/import/address/levels.ts";
import { dateOf, dateTimeOf } from "../clock.ts";
import type { County } from "../county.ts";
import { csvBytes, type DemoFile, type Row } from "./table.ts";

const levelHeadings = ["省", "市", "县区", "乡镇街道", "社区", "路街巷", "门牌号", "小区", "楼栋", "单元", "层", "室"] as const;

export function writeStandardAddresses({ homes, suffix }: County): DemoFile {
  const rows = homes.standard.map(
    ({ code, levels, alias, longitude, latitude }): Row => [
      code,
      ...addressLevels.map((level) => levels[level] ?? ""),
      alias,
      longitude.toFixed(6),
      latitude.toFixed(6),
      "GCJ-02",
    ],
  );
  const headings = ["标准地址编码", ...levelHeadings, "别名", "经度", "纬度", "坐标系"];
  return { name: `标准地址${suffix}.csv`, bytes: csvBytes([headings, ...rows], "gb18030") };
}

export function writeResidents({ homes, suffix }: County): DemoFile {
  const rows = homes.residents.map(
    ({ person, written, code, from, until }): Row => [
      person.name,
      person.isFemale ? "女" : "男",
      person.identityNumber,
      code,
      written,
      dateOf(from),
      until === null ? "" : dateOf(until),
    ],
  );
  const headings = ["姓名", "性别", "公民身份号码", "标准地址编码", "现住址", "居住起始日期", "离开日期"];
  return { name: `实有人口${suffix}.csv`, bytes: csvBytes([headings, ...rows], "gb18030") };
}

export function writeSittings({ homes, suffix }: County): DemoFile {
  const rows = homes.sittings.map(
    ({ person, cafe, seat, from, until }): Row => [person.name, person.identityNumber, cafe, seat, dateTimeOf(from), dateTimeOf(until)],
  );
  const headings = ["姓名", "证件号码", "网吧名称", "机器号", "上机时间", "下机时间"];
  return { name: `网吧上网${suffix}.csv`, bytes: csvBytes([headings, ...rows], "gb18030") };
}
