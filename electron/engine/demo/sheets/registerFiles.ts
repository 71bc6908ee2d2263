// Who is registered for numbers and vehicles, and who signed in to pages and chats.
import { hashText } from "../../../../shared/random.ts";
import { dateOf, dateTimeOf } from "../clock.ts";
import type { County } from "../county.ts";
import { csvBytes, type DemoFile, type Row, workbookBytes } from "./table.ts";

const carriers = ["中国移动", "中国电信", "中国联通"] as const;

export async function writeSubscribers(county: County): Promise<DemoFile> {
  const rows = county.subscribers.map(
    ({ thing, owner, since }): Row => [thing, owner.name, owner.identityNumber, carriers[hashText(thing) % 3]!, dateOf(since), "正常"],
  );
  const headings = ["手机号码", "机主姓名", "证件号码", "运营商", "入网时间", "号码状态"];
  return { name: `机主信息${county.suffix}.xlsx`, bytes: await workbookBytes([{ name: "机主信息", rows: [headings, ...rows] }]) };
}

export function writeVehicles(county: County): DemoFile {
  const makes = ["大众", "丰田", "五菱", "比亚迪"] as const;
  const rows = county.vehicles.map(
    ({ thing, owner }): Row => [thing, owner.name, owner.identityNumber, "小型汽车", makes[hashText(thing) % makes.length]!],
  );
  const headings = ["号牌号码", "所有人", "证件号码", "车辆类型", "车辆品牌"];
  return { name: `机动车登记${county.suffix}.csv`, bytes: csvBytes([headings, ...rows], "gb18030") };
}

export function writeNetLogins(county: County): DemoFile {
  const rows = county.netLogins.map(({ name, at, address, imei }): Row => [name, dateTimeOf(at), address, imei]);
  return {
    name: `网络账号登录${county.suffix}.csv`,
    bytes: csvBytes([["网络账号", "登录时间", "登录IP", "设备IMEI"], ...rows], "utf-8"),
  };
}
