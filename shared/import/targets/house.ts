// Houses and flats (实有房屋, 房屋信息, 出租房屋): the place, who owns it, who rents it from when until when.
import { type AttributeSpec, compileAttributes, compileFreeAttributes } from "../rows/attributes.ts";
import { compilePeople } from "../rows/people.ts";
import { compilePhonesOf, phoneWords } from "../rows/phonesOf.ts";
import { compilePeriod, compileStandardPlace } from "../rows/standardPlace.ts";
import { type RowKindSpec, reject, targetTable, timeTargets } from "./target.ts";

const attributes: readonly AttributeSpec[] = [
  ["house.code", "text"],
  ["house.use", "text"],
  ["house.type", "text"],
  ["house.area", "text"],
  ["house.status", "text"],
];

export const houseKind: RowKindSpec = {
  rowKind: "house",
  targets: [
    ...targetTable([
      ["house.code", "key", "房屋编号 房屋编码 房屋代码 房屋id houseid housecode"],
      ["address.code", "key", "标准地址编码 地址编码 地址代码 标准地址代码 addresscode"],
      ["address.text", "address", "房屋地址 房屋坐落 坐落 标准地址 详细地址 地址 houseaddress"],
      ["owner.name", "name", "产权人 产权人姓名 房主 房主姓名 房屋所有人 业主 业主姓名 出租人 房东 owner"],
      ["owner.identityNumber", "identity-number", "产权人证件号码 房主身份证号 产权人身份证号 房主证件号码 业主证件号码 出租人证件号码"],
      ["owner.phone*", "phone", `房主电话 产权人电话 业主电话 ${phoneWords}`],
      ["tenant.name", "name", "承租人 承租人姓名 租客 租客姓名 租户 租住人 tenant"],
      ["tenant.identityNumber", "identity-number", "承租人证件号码 承租人身份证号 租客身份证号 租客证件号码 租户证件号码"],
      ["house.use", "text", "房屋用途 用途 使用性质 房屋性质"],
      ["house.type", "text", "房屋类型 房屋类别 房屋结构"],
      ["house.area", "text", "建筑面积 房屋面积 面积"],
      ["house.status", "text", "出租状态 房屋状态 是否出租 使用状态"],
    ]),
    ...timeTargets("from", "起租日期 租赁开始日期 租赁起始日期 入住日期 租赁起期", "", ""),
    ...timeTargets("until", "退租日期 租赁到期日期 租赁截止日期 租赁终止日期 租赁止期", "", ""),
  ],
  required: [
    ["address.code", "address.text"],
    ["house.code", "owner.name", "owner.identityNumber", "tenant.name", "house.use"],
  ],
  telling: ["house.code", "house.use", "house.type", "house.status", "owner.name", "tenant.name", "house.area"],
  titles: ["实有房屋", "房屋", "出租屋", "house"],
  compile(plan) {
    const place = compileStandardPlace(plan, "address.text", "address.code");
    const [owners, tenants] = [compilePeople(plan, "owner"), compilePeople(plan, "tenant")];
    const [phones, period] = [compilePhonesOf(plan, "owner.phone"), compilePeriod(plan, "from", "until")];
    const [write, free] = [compileAttributes(plan, attributes), compileFreeAttributes(plan)];
    return {
      write(cells, row, sink) {
        const house = place(cells, row, sink);
        if (house < 0) return reject("place-missing", plan.has("address.text") ? "address.text" : "address.code");
        write(cells, house, row, sink);
        free(cells, house, row, sink);
        for (const owner of owners.write(cells, row, sink)) {
          sink.link("owns", owner, house, row);
          phones.write(cells, owner, row, sink);
        }
        for (const tenant of tenants.write(cells, row, sink))
          sink.link("lives-at", tenant, house, row, { role: "tenant", ...period(cells) });
        return null;
      },
    };
  },
};
