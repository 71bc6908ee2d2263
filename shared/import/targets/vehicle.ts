// Registers of vehicles.
import type { AttributeSpec } from "../rows/attributes.ts";
import { compileRegister, ownerWords } from "../rows/register.ts";
import { type RowKindSpec, targetTable } from "./target.ts";

const attributes: readonly AttributeSpec[] = [
  ["vehicle.vin", "text"],
  ["vehicle.engine", "text"],
  ["vehicle.make", "text"],
  ["vehicle.model", "text"],
  ["vehicle.colour", "text"],
  ["vehicle.type", "text"],
];

export const vehicleKind: RowKindSpec = {
  rowKind: "vehicle",
  targets: targetTable([
    ["vehicle.plate", "plate", "车牌号 车牌号码 号牌号码 车牌 号牌 plate platenumber registration reg"],
    ["owner.name", "name", ownerWords.name],
    ["owner.identityNumber", "identity-number", ownerWords.identity],
    ["vehicle.vin", "code", "车架号 车辆识别代号 vin"],
    ["vehicle.engine", "code", "发动机号 engine"],
    ["vehicle.make", "text", "品牌 车辆品牌 厂牌 make brand"],
    ["vehicle.model", "text", "型号 车辆型号 model"],
    ["vehicle.colour", "text", "颜色 车身颜色 车辆颜色 color colour"],
    ["vehicle.type", "text", "车辆类型 号牌种类 车型 vehicletype"],
  ]),
  required: [
    ["vehicle.plate"],
    ["owner.name", "owner.identityNumber", "vehicle.vin", "vehicle.make", "vehicle.model", "vehicle.colour", "vehicle.type"],
  ],
  telling: ["vehicle.vin", "vehicle.engine", "vehicle.make", "vehicle.model", "vehicle.plate"],
  titles: ["车辆", "机动车", "vehicle"],
  compile: (plan) => compileRegister(plan, { kind: "vehicle", cleaning: "plate", keyTarget: "vehicle.plate", attributes }),
};
