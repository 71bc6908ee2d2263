// Standard addresses (标准地址, 一标三实): one a row, in levels or as one line, with code, coordinates and other names. Number, estate, building,
// unit and room are places of their own, each part of the one above.
import {
  type AddressLevel,
  addressLevels,
  addressText,
  aliasAttribute,
  codeAttribute,
  finestLevel,
  type LevelText,
  levelsAttribute,
  nodeLevels,
  upTo,
  writeLevels,
} from "../address/levels.ts";
import { writtenLevel } from "../address/normalise.ts";
import { parseAddress } from "../address/parse.ts";
import type { FactSink } from "../factSink.ts";
import type { Cells, RowPlan } from "../rowPlan.ts";
import { isInChina, readDatum } from "../rows/datum.ts";
import { placeKey } from "../rows/places.ts";
import { compileCoordinate } from "../rows/values.ts";
import { type RowFailure, type RowKindSpec, reject, targetTable } from "./target.ts";

const target = (level: AddressLevel) => `address.${level}`;

export const addressKind: RowKindSpec = {
  rowKind: "address",
  targets: targetTable([
    ["address.code", "key", "标准地址编码 地址编码 地址代码 标准地址代码 地址编号 dzbm addresscode addressid"],
    ["address.text", "address", "标准地址 地址全称 标准地址全称 标准地址名称 地址名称 详细地址 fulladdress"],
    ["address.province", "text", "省 省份 省级 省市 所在省 province"],
    ["address.city", "text", "市 城市 地市 所在市 city"],
    ["address.district", "text", "县区 区县 市辖区 区 县市区 所在区县 district county"],
    ["address.town", "text", "乡镇街道 街道乡镇 街道 乡镇 镇街 乡镇街道名称 town"],
    ["address.community", "text", "社区 社区村 村居 社区居委会 村社区 居村委会 村居委会 community village"],
    ["address.road", "text", "路街巷 街路巷 街路巷名称 道路 街巷 街路巷名 street road"],
    ["address.number", "text", "门牌号 门牌 门楼牌号 门牌号码 门楼号 housenumber"],
    ["address.estate", "text", "小区 小区名称 小区组 院落 住宅小区 estate compound"],
    ["address.building", "text", "楼栋 楼栋号 栋 幢 楼号 幢号 栋号 楼幢 building"],
    ["address.unit", "text", "单元 单元号 unit"],
    ["address.floor", "text", "层 楼层 所在层 floor"],
    ["address.room", "text", "室 房间号 户室 室号 房号 户号 门户号 room"],
    ["address.alias*", "text", "别名 小区别名 曾用名 俗称 地址别名 又名 alias"],
    ["address.longitude", "longitude", "经度 中心点经度 longitude lon lng"],
    ["address.latitude", "latitude", "纬度 中心点纬度 latitude lat"],
    ["address.datum", "text", "坐标系 坐标类型 坐标系统 datum crs"],
  ]),
  required: [["address.road", "address.estate", "address.community", "address.building", "address.text"]],
  telling: [
    "address.code",
    "address.text",
    "address.longitude",
    "address.road",
    "address.number",
    "address.building",
    "address.unit",
    "address.room",
    "address.community",
  ],
  titles: ["标准地址", "地址库", "一标三实", "address"],
  compile(plan) {
    const [code, read, alias] = [plan.text("address.code"), compileLevels(plan), plan.columns("address.alias")];
    const point = compilePoint(plan);
    const codes = new Set<string>();
    return {
      write(cells, row, sink) {
        const own = code(cells);
        if (own === "" && plan.has("address.code")) return reject("key-missing", "address.code");
        if (codes.has(own)) return reject("code-doubled", "address.code");
        const levels = read(cells);
        const finest = finestLevel(levels);
        if (finest === null) return reject("place-missing", plan.has("address.text") ? "address.text" : "address.road");
        const where = point(cells);
        if ("reason" in where) return where;
        if (own !== "") codes.add(own);
        const place = writeNodes(levels, finest, row, sink);
        if (own !== "") sink.attribute(place, codeAttribute, own, row);
        for (const { get } of alias)
          for (const name of get(cells).split(/[、；;，,]+/)) sink.attribute(place, aliasAttribute, name.trim(), row);
        for (const [name, value] of where.attributes) sink.attribute(place, name, value, row);
        return null;
      },
    };
  },
};

/** Levels from their columns; from the whole line where no column states anything below the community. */
function compileLevels(plan: RowPlan): (cells: Cells) => LevelText {
  const line = plan.text("address.text");
  const columns = addressLevels.map((level) => [level, plan.text(target(level))] as const);
  return (cells) => {
    const stated = columns.flatMap(([level, text]) => {
      const written = writtenLevel(level, text(cells));
      return written === "" ? [] : [[level, written] as const];
    });
    const levels: LevelText = Object.fromEntries(stated);
    const isFine = stated.some(([level]) => addressLevels.indexOf(level) > addressLevels.indexOf("community"));
    return isFine || line(cells) === "" ? levels : { ...parseAddress(line(cells)), ...levels };
  };
}

/** The chain from the number down to the row's own place, which is returned. */
function writeNodes(levels: LevelText, finest: AddressLevel, row: number, sink: FactSink): number {
  let above = -1;
  for (const level of [...new Set<AddressLevel>([...nodeLevels, finest])].filter((one) => levels[one] !== undefined)) {
    const own = upTo(levels, level);
    const text = addressText(own);
    const place = sink.entity("place", placeKey(text), text, row);
    sink.repeatedAttribute(place, levelsAttribute, writeLevels(own), row);
    if (above >= 0) sink.repeatedLink("part-of", place, above, row);
    above = place;
  }
  return above;
}

interface Point {
  readonly attributes: readonly (readonly [name: string, value: string])[];
}

/** A point outside of China, or half of one, is refused: swapped columns and zeros would put people on the wrong spot. */
function compilePoint(plan: RowPlan): (cells: Cells) => Point | RowFailure {
  const [x, y] = [compileCoordinate(plan, "address.longitude"), compileCoordinate(plan, "address.latitude")];
  const datum = plan.text("address.datum");
  return (cells) => {
    const [longitude, latitude] = [x(cells), y(cells)];
    if (longitude === "" && latitude === "") return { attributes: [] };
    if (!longitude) return reject("coordinate-outside", "address.longitude");
    if (!latitude) return reject("coordinate-outside", "address.latitude");
    if (!isInChina(Number(longitude), Number(latitude)))
      return reject("coordinate-outside", isInChina(Number(longitude), 30) ? "address.latitude" : "address.longitude");
    const stated = readDatum(datum(cells)) ?? plan.format.datum ?? "";
    if (stated === "" && datum(cells) !== "") plan.doubts.add("cell-not-understood", plan.headingOf("address.datum"), datum(cells));
    return {
      attributes: [
        ["place.longitude", longitude],
        ["place.latitude", latitude],
        ["place.datum", stated],
      ],
    };
  };
}
