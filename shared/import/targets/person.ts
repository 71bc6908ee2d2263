// Person registers (人员信息, 常住人口, 实有人口, 重点人员): one record a row.
import { type AttributeSpec, compileAttributes, compileUnlisted } from "../rows/attributes.ts";
import { compilePeople } from "../rows/people.ts";
import { compilePhonesOf, phoneWords } from "../rows/phonesOf.ts";
import { compilePeriod, compileStandardPlace } from "../rows/standardPlace.ts";
import { type RowKindSpec, reject, targetTable, timeTargets } from "./target.ts";

const attributes: readonly AttributeSpec[] = [
  ["person.givenName", "text"],
  ["person.surname", "text"],
  ["person.birthDate", "time"],
  ["person.sex", "sex"],
  ["person.email", "text"],
  ["person.address", "text"],
  ["person.address.street", "text"],
  ["person.address.number", "text"],
  ["person.address.suburb", "text"],
  ["person.address.city", "text"],
  ["person.address.state", "text"],
  ["person.postcode", "text"],
  ["person.birthPlace", "text"],
  ["person.occupation", "text"],
  ["person.alias", "text"],
  ["person.employer", "text"],
  ["person.employerAddress", "text"],
  ["person.employerPhone", "text"],
];

export const personKind: RowKindSpec = {
  rowKind: "person",
  targets: [
    ...targetTable([
      ["person.key", "key", "人员编号 人员编码 personid personkey uniqueid recid"],
      ["person.name", "name", "姓名 人员姓名 姓名名称 联系人 客户姓名 客户名称 名称 fullname name personname"],
      ["person.givenName", "name", "名 givenname firstname forename"],
      ["person.surname", "name", "姓 surname lastname familyname"],
      ["person.sex", "sex", "性别 sex gender"],
      [
        "person.identityNumber",
        "identity-number",
        "身份证号 身份证号码 公民身份号码 证件号码 证件号 身份证 证照号码 socsecid ssn nationalid idnumber idcard",
      ],
      ["person.phone*", "phone", phoneWords],
      ["person.email", "netid", "邮箱 电子邮箱 邮件地址 email emailaddress 邮箱地址"],
      [
        "person.address",
        "address",
        "住址 现住址 地址 家庭住址 户籍地址 居住地址 联系地址 通讯地址 户籍地 住宅地址 现住地址 address address1 homeaddress",
      ],
      ["person.address.street", "text", "街路巷 street streetname"],
      ["person.address.number", "text", "门牌号 streetnumber housenumber"],
      ["person.address.suburb", "text", "suburb 街道 乡镇"],
      ["person.address.city", "text", "城市 city town"],
      ["person.address.state", "text", "省份 state province"],
      ["person.address.code", "key", "标准地址编码 现住址编码 居住地址编码 地址编码 住址编码 标准地址代码 居住地址代码 addresscode"],
      ["person.postcode", "text", "邮编 邮政编码 postcode zip postalcode zipcode"],
      ["person.birthPlace", "text", "籍贯 出生地 birthplace"],
      ["person.occupation", "text", "职业 职务 岗位 职务或岗位 occupation job"],
      ["person.alias", "text", "别名 绰号 曾用名 alias nickname"],
      ["person.employer", "text", "工作单位 单位 实际工作单位 单位名称 服务处所 employer"],
      ["person.employerAddress", "text", "单位地址 工作单位地址 公司地址 办公地址 单位所在地 employeraddress workaddress"],
      ["person.employerPhone", "text", "单位电话 办公电话 公司电话 工作电话 单位联系电话 workphone officephone"],
    ]),
    ...targetTable([["person.birthDate", "date", "出生日期 出生年月 出生年月日 生日 dateofbirth dob birthdate birthday"]]),
    ...timeTargets(
      "person.address.from",
      "居住起始日期 来本地日期 居住开始日期 迁入日期 入住日期 来现住址日期 居住起日 居住登记日期",
      "",
      "",
    ),
    ...timeTargets("person.address.until", "居住截止日期 离开日期 注销日期 迁出日期 搬离日期 居住终止日期 居住止日", "", ""),
  ],
  required: [["person.name", "person.surname", "person.givenName", "person.identityNumber", "person.key"]],
  telling: [
    "person.name",
    "person.identityNumber",
    "person.birthDate",
    "person.sex",
    "person.surname",
    "person.address",
    "person.occupation",
    "person.employer",
  ],
  titles: ["实有人口", "人员", "人口", "通讯录", "person", "people", "contacts", "register"],
  compile(plan) {
    const people = compilePeople(plan, "person");
    const write = compileAttributes(plan, attributes);
    const unlisted = compileUnlisted(plan);
    const phones = compilePhonesOf(plan, "person.phone");
    const [given, surname] = [plan.text("person.givenName"), plan.text("person.surname")];
    const home = compileStandardPlace(plan, "person.address", "person.address.code");
    const period = compilePeriod(plan, "person.address.from", "person.address.until");
    // A record without a name still tells of somebody: born then, reached there.
    const described = attributes.map(([target]) => plan.text(target));
    const isDescribed = (cells: readonly string[]) => described.some((text) => text(cells) !== "") || phones.isStated(cells);
    const nameOf = (cells: readonly string[]) => [given(cells), surname(cells)].filter((part) => part !== "").join(" ");
    return {
      write(cells, row, sink) {
        const split = nameOf(cells);
        if (!people.isStated(cells) && split === "" && !isDescribed(cells)) return reject("key-missing", "person.name");
        const [first] = people.isStated(cells) ? people.write(cells, row, sink) : [sink.entity("person", `#${row}`, split, row)];
        if (first === undefined) return reject("key-missing", "person.name");
        write(cells, first, row, sink);
        unlisted(cells, first, row, sink);
        phones.write(cells, first, row, sink);
        const place = home(cells, row, sink);
        if (place >= 0) sink.link("lives-at", first, place, row, period(cells));
        return null;
      },
    };
  },
};
