// Places and towers with their coordinates.
import { compileFreeAttributes } from "../rows/attributes.ts";
import { compilePlace } from "../rows/places.ts";
import { type RowKindSpec, reject, targetTable } from "./target.ts";

export const placeKind: RowKindSpec = {
  rowKind: "place",
  targets: targetTable([
    ["place.name", "text", "地点名称 场所名称 名称 基站名称 卡口名称 网点名称 placename name"],
    ["place.code", "code", "基站编号 基站号 地点编号 卡口编号 场所编号 基站代码 antennaid antenna towerid cellid placecode placeid"],
    ["place.lac", "code", "lac 位置区 位置区码 tac lac号"],
    ["place.cell", "code", "ci 小区号 小区 小区代码 cell ci号"],
    ["place.address", "address", "地址 详细地址 基站地址 位置 address"],
    ["place.longitude", "longitude", "经度 longitude lon lng"],
    ["place.latitude", "latitude", "纬度 latitude lat"],
    ["place.x", "number", "x x坐标"],
    ["place.y", "number", "y y坐标"],
    ["place.type", "text", "场所类型 地点类型 类型 placetype"],
    ["place.district", "text", "辖区 行政区划 区县 district"],
  ]),
  required: [
    ["place.longitude", "place.latitude", "place.x", "place.code", "place.lac"],
    ["place.longitude", "place.x", "place.address", "place.name"],
  ],
  telling: ["place.longitude", "place.latitude", "place.code", "place.lac", "place.cell"],
  titles: ["基站", "地点", "场所", "卡口", "tower", "antenna", "place"],
  compile(plan) {
    const place = compilePlace(plan);
    const free = compileFreeAttributes(plan);
    return {
      write(cells, row, sink) {
        const index = place.write(cells, row, sink);
        if (index < 0) return reject("place-missing", plan.has("place.code") ? "place.code" : "place.name");
        free(cells, index, row, sink);
        return null;
      },
    };
  },
};
