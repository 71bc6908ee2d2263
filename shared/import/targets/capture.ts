// Captures (卡口过车, WiFi and IMSI collection, faces): a device or plate seen at a place.
import { findKind } from "../kinds/index.ts";
import { isClean } from "../kinds/kind.ts";
import { compilePlace } from "../rows/places.ts";
import { type RowKindSpec, reject, targetTable, timeTargets } from "./target.ts";

/** Target → entity kind and cleaning, in the order in which a row's device is looked for. */
const devices: readonly (readonly [string, string, string])[] = [
  ["plate", "vehicle", "plate"],
  ["mac", "device", "mac"],
  ["imsi", "device", "imsi"],
  ["imei", "device", "imei"],
];

export const captureKind: RowKindSpec = {
  rowKind: "capture",
  targets: [
    ...timeTargets(
      "time",
      "过车时间 抓拍时间 采集时间 经过时间 通过时间 时间 捕获时间 time timestamp capturetime passtime seenat",
      "过车日期 日期 date",
      "",
    ),
    ...targetTable([
      ["device", "device", "设备标识 人脸编号 特征编号 faceid device deviceid 终端标识"],
      ["plate", "plate", "车牌号 车牌号码 号牌号码 车牌 号牌 plate platenumber"],
      ["mac", "mac", "mac mac地址 终端mac 设备mac"],
      ["imsi", "imsi", "imsi imsi号"],
      ["imei", "imei", "imei imei号"],
      ["place.name", "text", "卡口名称 卡口 抓拍地点 采集地点 地点 经过地点 点位名称 设备名称 监控点 place location camera site 场所名称"],
      ["place.code", "code", "卡口编号 卡口代码 点位编号 设备编号 placecode cameraid siteid"],
      ["place.longitude", "longitude", "经度 longitude lon lng"],
      ["place.latitude", "latitude", "纬度 latitude lat"],
    ]),
  ],
  required: [
    ["time", "time.date"],
    ["device", "plate", "mac", "imsi", "imei"],
    ["place.name", "place.code", "place.longitude"],
  ],
  telling: ["plate", "mac", "imsi", "place.name", "device"],
  titles: ["卡口", "过车", "抓拍", "采集", "capture"],
  compile(plan) {
    const time = plan.time("time");
    const place = compilePlace(plan);
    const generic = plan.text("device");
    const readers = devices
      .filter(([target]) => plan.has(target))
      .map(([target, kind, cleaning]) => ({ kind, text: plan.text(target), reader: plan.identifiers(cleaning, target) }));
    return {
      write(cells, row, sink) {
        const verdict = time.read(cells);
        if (verdict !== "ok")
          return reject(verdict === "missing" ? "time-missing" : "time-invalid", plan.has("time") ? "time" : "time.date");
        const seen: { kind: string; key: string }[] = [];
        for (const { kind, text, reader } of readers) for (const { key } of reader.readAll(text(cells))) seen.push({ kind, key });
        if (generic(cells) !== "") seen.push(identifyDevice(generic(cells)));
        if (seen.length === 0)
          return reject("key-missing", plan.has("device") ? "device" : (devices.find(([target]) => plan.has(target))?.[0] ?? "device"));
        const at = time.reader.at;
        const where = place.write(cells, row, sink);
        if (where < 0) return reject("place-missing", "place.name");
        for (const { kind, key } of seen) sink.captures.push({ at, device: sink.entity(kind, key, "", row), place: where, row });
        return null;
      },
    };
  },
};

/** A column that mixes plates, MAC addresses and others: the form decides. */
function identifyDevice(text: string): { kind: string; key: string } {
  for (const [, kind, cleaning] of devices) {
    const cleaned = findKind(cleaning)!.clean(text);
    if (isClean(cleaned)) return { kind, key: cleaned.value };
  }
  return { kind: "device", key: text };
}
