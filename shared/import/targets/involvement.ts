// Who had which part in which case.
import { compilePeople } from "../rows/people.ts";
import { compilePhonesOf, phoneWords } from "../rows/phonesOf.ts";
import { compileUnlistedOf } from "../rows/unlistedOf.ts";
import { type RowKindSpec, reject, targetTable } from "./target.ts";

const roleWords: Readonly<Record<string, string>> = {
  嫌疑人: "suspect",
  犯罪嫌疑人: "suspect",
  嫌犯: "suspect",
  涉案人员: "suspect",
  offender: "suspect",
  受害人: "victim",
  被害人: "victim",
  事主: "victim",
  证人: "witness",
  目击者: "witness",
  报案人: "reporter",
  报警人: "reporter",
  关系人: "related",
};

/** Practitioners' words become our roles; other words are kept. */
export const roleOf = (text: string): string => roleWords[text] ?? text.toLowerCase();

export const involvementKind: RowKindSpec = {
  rowKind: "involvement",
  targets: targetTable([
    ["case.number", "key", "案件编号 案件号 案号 警情编号 立案编号 caseid caseno casenumber crimeid crime case"],
    ["person.key", "key", "人员编号 人员编码 嫌疑人编号 personid offenderid suspectid offender suspect person"],
    ["person.name", "name", "姓名 人员姓名 嫌疑人姓名 涉案人员姓名 当事人 当事人姓名 personname"],
    ["person.identityNumber", "identity-number", "身份证号 身份证号码 证件号码 证件号 公民身份号码 idnumber"],
    ["person.phone*", "phone", phoneWords],
    ["role", "role", "角色 涉案角色 人员类型 人员类别 涉案身份 身份类型 关系 与案件关系 role"],
  ]),
  required: [["case.number"], ["person.key", "person.name", "person.identityNumber"]],
  telling: ["case.number", "role", "person.key"],
  titles: ["涉案人员", "嫌疑人", "offender", "suspect", "involved"],
  compile(plan) {
    const [number, role] = [plan.text("case.number"), plan.text("role")];
    const people = compilePeople(plan, "person");
    const unlisted = compileUnlistedOf(plan, "person");
    const phones = compilePhonesOf(plan, "person.phone");
    return {
      write(cells, row, sink) {
        if (number(cells) === "") return reject("case-number-missing", "case.number");
        if (!people.isStated(cells)) return reject("key-missing", "person.key");
        const involved = sink.entity("case", number(cells), "", row);
        for (const person of people.write(cells, row, sink)) {
          unlisted(cells, person, row, sink);
          phones.write(cells, person, row, sink);
          sink.link("involved-in", person, involved, row, { role: roleOf(role(cells)) });
        }
        return null;
      },
    };
  },
};
