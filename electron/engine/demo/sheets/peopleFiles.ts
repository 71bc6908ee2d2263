// Hotel nights, plate captures, the person register, logins, and who is involved in which case.
import { hashText } from "../../../../shared/random.ts";
import type { Chance } from "../chance.ts";
import { dateOf, dateTimeOf, day } from "../clock.ts";
import type { County } from "../county.ts";
import type { Person } from "../model.ts";
import { birthDateOf } from "../people.ts";
import { csvBytes, type DemoFile, type Row, workbookBytes } from "./table.ts";

const sexOf = (person: Person): string => (person.isFemale ? "女" : "男");

export async function writeStays(county: County): Promise<DemoFile> {
  const rows = county.stays.map(
    ({ person, hotel, room, from, until }): Row => [
      person.name,
      sexOf(person),
      person.identityNumber,
      hotel.name,
      room,
      dateTimeOf(from).slice(0, 16),
      dateTimeOf(until).slice(0, 16),
    ],
  );
  const headings = ["姓名", "性别", "证件号码", "旅馆名称", "房间号", "入住时间", "退房时间"];
  return { name: `旅馆住宿${county.suffix}.xlsx`, bytes: await workbookBytes([{ name: "住宿登记", rows: [headings, ...rows] }]) };
}

export function writeCaptures(county: County): DemoFile {
  const rows = county.captures.map(
    ({ plate, checkpoint, at, lane }): Row => [plate, dateTimeOf(at), checkpoint.name, lane, checkpoint.longitude, checkpoint.latitude],
  );
  const headings = ["号牌号码", "过车时间", "卡口名称", "车道", "经度", "纬度"];
  return { name: `卡口过车${county.suffix}.csv`, bytes: csvBytes([headings, ...rows], "utf-8-bom") };
}

const alike: Readonly<Record<string, string>> = {
  伟: "玮",
  芳: "方",
  静: "净",
  杰: "洁",
  军: "君",
  涛: "韬",
  丽: "莉",
  磊: "雷",
  燕: "艳",
  明: "铭",
};

/** The same person once more, as another clerk heard the name, with another number or a mistyped one. */
function mistypePerson(chance: Chance, person: Person): Person {
  const name = [...person.name].map((sign) => alike[sign] ?? sign).join("");
  const swapped = person.phone.slice(0, 9) + person.phone[10]! + person.phone[9]!;
  const isIdentityLost = chance.happens(0.3);
  return {
    ...person,
    name,
    phone: chance.happens(0.5) ? swapped : person.phone,
    identityNumber: isIdentityLost ? "" : person.identityNumber,
  };
}

function registerRow(person: Person, birthDate: string, county: County): Row {
  const registered = county.start + (hashText(person.imei) % 200) * day;
  return [
    person.name,
    sexOf(person),
    birthDate,
    person.identityNumber || null,
    person.phone,
    person.address,
    person.education,
    person.occupation,
    dateOf(registered),
  ];
}

/** Two rows of the register that are one person; 1 is the first under the heading. */
export interface Duplicate {
  readonly file: string;
  readonly rows: readonly [number, number];
}

export async function writeRegister(county: County, duplicates: Duplicate[]): Promise<DemoFile> {
  const chance = county.typing;
  const name = `人员登记${county.suffix}.xlsx`;
  const rows: Row[] = [];
  for (const person of county.register) {
    const birthDate = birthDateOf(person);
    rows.push(registerRow(person, birthDate, county));
    if (!chance.happens(0.07)) continue;
    rows.push(registerRow(mistypePerson(chance, person), birthDate.replaceAll("-", "/"), county));
    duplicates.push({ file: name, rows: [rows.length - 1, rows.length] });
  }
  const headings = ["姓名", "性别", "出生日期", "身份证号", "手机号码", "现住址", "文化程度", "职业", "登记日期"];
  return { name, bytes: await workbookBytes([{ name: "人员登记", rows: [headings, ...rows] }]) };
}

export function writeLogins(county: County): DemoFile {
  const rows = county.logins.map(
    ({ account, at, address, macAddress }): Row => [account.card, dateTimeOf(at), address, macAddress, "手机银行"],
  );
  return {
    name: `登录日志${county.suffix}.csv`,
    bytes: csvBytes([["登录账号", "登录时间", "登录IP", "MAC地址", "登录方式"], ...rows], "utf-8"),
  };
}

/** Suspects of the solved cases, and for some cases the victim. */
export function writeInvolvement(county: County): DemoFile {
  const rows = county.cases
    .filter((draft) => !draft.isLastNight)
    .flatMap((draft): Row[] => {
      const suspects = draft.suspects.map((person): Row => [draft.number, person.name, person.identityNumber, "嫌疑人", person.phone]);
      const isVictimListed = hashText(draft.incident) % 3 === 0;
      return isVictimListed
        ? [[draft.number, draft.victim.name, draft.victim.identityNumber, "受害人", draft.victim.phone], ...suspects]
        : suspects;
    });
  return {
    name: `涉案人员${county.suffix}.csv`,
    bytes: csvBytes([["案件编号", "姓名", "证件号码", "涉案角色", "联系电话"], ...rows], "gb18030"),
  };
}
