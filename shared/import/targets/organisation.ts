// Registers of organisations: companies, shops, units.
import { findKind } from "../kinds/index.ts";
import { isClean } from "../kinds/kind.ts";
import { type AttributeSpec, compileAttributes, compileUnlisted } from "../rows/attributes.ts";
import { compilePeople } from "../rows/people.ts";
import { placeKey } from "../rows/places.ts";
import { compilePeriod, compileStandardPlace } from "../rows/standardPlace.ts";
import { type RowKindSpec, reject, targetTable, timeTargets } from "./target.ts";

const attributes: readonly AttributeSpec[] = [
  ["organisation.name", "text"],
  ["organisation.creditCode", "text"],
  ["organisation.address", "text"],
  ["organisation.founded", "time"],
  ["organisation.status", "text"],
  ["organisation.capital", "money"],
  ["organisation.business", "text"],
];

export const organisationKind: RowKindSpec = {
  rowKind: "organisation",
  targets: [
    ...targetTable([
      ["organisation.key", "key", "companyid organisationid orgid 企业编号 单位编号"],
      [
        "organisation.name",
        "text",
        "企业名称 公司名称 单位名称 机构名称 商户名称 companyname organisation company organizationname orgname",
      ],
      ["organisation.creditCode", "code", "统一社会信用代码 社会信用代码 信用代码 注册号 creditcode"],
      ["organisation.address", "address", "注册地址 经营地址 住所 企业地址 单位地址 registeredaddress"],
      ["organisation.address.code", "key", "标准地址编码 单位地址编码 经营地址编码 地址编码 标准地址代码 addresscode"],
      ["organisation.status", "text", "经营状态 登记状态 企业状态"],
      ["organisation.capital", "money", "注册资本 注册资金 capital"],
      ["organisation.business", "text", "经营范围 行业 business industry"],
      ["owner.name", "name", "法定代表人 法人 法人代表 负责人 法人姓名 legalperson"],
      ["owner.identityNumber", "identity-number", "法人证件号码 法人身份证号 法定代表人证件号码 负责人身份证号"],
      ["organisation.phone*", "phone", "联系电话 单位电话 企业电话 电话"],
    ]),
    ...timeTargets("organisation.address.from", "开业日期 入驻日期 进驻日期", "", ""),
    ...timeTargets("organisation.address.until", "停业日期 撤离日期 迁出日期 注销日期", "", ""),
    ...timeTargets("organisation.founded", "成立日期 注册日期 成立时间 founded"),
  ],
  required: [["organisation.name", "organisation.creditCode", "organisation.key"]],
  telling: [
    "organisation.name",
    "organisation.creditCode",
    "organisation.capital",
    "organisation.business",
    "organisation.status",
    "owner.name",
  ],
  titles: ["实有单位", "企业", "公司", "单位", "company", "organisation"],
  compile(plan) {
    const [key, code, name] = [plan.text("organisation.key"), plan.text("organisation.creditCode"), plan.text("organisation.name")];
    const owners = compilePeople(plan, "owner");
    const seat = compileStandardPlace(plan, "organisation.address", "organisation.address.code");
    const period = compilePeriod(plan, "organisation.address.from", "organisation.address.until");
    const [write, unlisted] = [compileAttributes(plan, attributes), compileUnlisted(plan)];
    const phones = plan.columns("organisation.phone").map(({ get }) => ({ get, reader: plan.identifiers("phone", "organisation.phone") }));
    return {
      write(cells, row, sink) {
        const cleaned = findKind("credit-code")!.clean(code(cells));
        const entityKey = isClean(cleaned) ? cleaned.value : key(cells) || placeKey(name(cells));
        if (entityKey === "") return reject("key-missing", "organisation.name");
        const organisation = sink.entity("organisation", entityKey, name(cells), row);
        write(cells, organisation, row, sink);
        unlisted(cells, organisation, row, sink);
        for (const person of owners.write(cells, row, sink)) sink.link("owns", person, organisation, row, { role: "legal-representative" });
        for (const { get, reader } of phones)
          for (const phone of reader.readAll(get(cells))) sink.link("uses", organisation, sink.entity("phone", phone.key, "", row), row);
        const place = seat(cells, row, sink);
        if (place >= 0) sink.link("located-at", organisation, place, row, period(cells));
        return null;
      },
    };
  },
};
