// Person records of any size in which each person stands several times, typed by different hands: Chinese names, birth dates, numbers, addresses.
// The truth stands beside the records; the program never reads it.
import { writeFileSync } from "node:fs";
import { seededRandom } from "../../shared/random.ts";

const surnames = [
  ..."王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤",
];
const given = [
  ..."伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂英华玉萍红燕玲建国文辉力健俊飞鹏志斌波宁欣雨晨浩宇轩梓涵诗琪佳怡子豪思远嘉慧博文雅婷晓东海峰春梅金凤淑珍国庆永红德胜",
];
const districts = ["云津市东渡区", "云津市临港区", "云津市桥东区", "云津市青石县", "澄江市南岸区", "澄江市河口县"];
const roads = ["江滨大道", "学府路", "广场北路", "建设路", "渡口街", "枫林路", "人民路", "解放路", "新华街", "朝阳路", "和平巷", "文汇路"];
const firms = ["云津纺织厂", "澄江机械公司", "临港物流", "青石水泥厂", "市第一中学", "桥东菜场", "个体", "务农"];

export interface PersonSet {
  readonly records: number;
  /** Person of each record, in the order of the file. */
  readonly truth: readonly number[];
}

interface Person {
  readonly name: string;
  readonly sex: string;
  readonly birth: string;
  readonly identity: string;
  phone: string;
  district: string;
  road: string;
  house: number;
  room: string;
  firm: string;
}

const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const checkDigit = (body: string) => "10X98765432"[weights.reduce((sum, weight, i) => sum + weight * Number(body[i]), 0) % 11]!;

class Hands {
  private readonly random: () => number;

  constructor(seed: number) {
    this.random = seededRandom(seed);
  }

  chance = (share: number): boolean => this.random() < share;
  below = (limit: number): number => Math.floor(this.random() * limit);
  pick = <T>(list: readonly T[]): T => list[this.below(list.length)]!;

  person(serial: number): Person {
    const birth = new Date(Date.UTC(1950, 0, 1) + this.below(20_000) * 86_400_000).toISOString().slice(0, 10);
    const body = `34120${1 + this.below(5)}${birth.replaceAll("-", "")}${String(serial % 1000).padStart(3, "0")}`;
    const isMale = Number(body[16]) % 2 === 1;
    return {
      name: this.pick(surnames) + this.pick(given) + (this.chance(0.8) ? this.pick(given) : ""),
      sex: isMale ? "男" : "女",
      birth,
      identity: body + checkDigit(body),
      phone: `16${String(this.below(1_000_000_000)).padStart(9, "0")}`,
      ...this.home(),
      firm: this.pick(firms),
    };
  }

  private home = () => ({
    district: this.pick(districts),
    road: this.pick(roads),
    house: 1 + this.below(300),
    room: `${1 + this.below(20)}栋${1 + this.below(4)}单元${1 + this.below(18)}0${1 + this.below(4)}室`,
  });

  /** One digit wrong, or two neighbours swapped. */
  slip(digits: string): string {
    const at = this.below(digits.length - 1);
    if (this.chance(0.4)) return digits.slice(0, at) + digits[at + 1]! + digits[at]! + digits.slice(at + 2);
    return /\d/.test(digits[at]!) ? digits.slice(0, at) + this.below(10) + digits.slice(at + 1) : digits;
  }

  /** The person as one sheet has them: moved, another phone, mistyped, left out. */
  record(person: Person): readonly string[] {
    if (this.chance(0.15)) Object.assign(person, this.home());
    if (this.chance(0.2)) person.phone = `16${String(this.below(1_000_000_000)).padStart(9, "0")}`;
    const name = this.chance(0.06) ? person.name.slice(0, -1) + this.pick(given) : person.name;
    const birth = this.chance(0.07) ? this.slip(person.birth) : person.birth;
    const identity = this.chance(0.55) ? "" : this.chance(0.04) ? this.slip(person.identity) : person.identity;
    const phone = this.chance(0.3) ? "" : this.chance(0.03) ? this.slip(person.phone) : person.phone;
    const house = `${person.district}${person.road}${person.house}号`;
    const address = this.chance(0.2) ? "" : this.chance(0.4) ? house.slice(3) : house + person.room;
    return [
      name,
      this.chance(0.1) ? "" : person.sex,
      this.chance(0.15) ? "" : birth,
      identity,
      phone,
      address,
      this.chance(0.4) ? "" : person.firm,
    ];
  }
}

export const personHeadings = ["姓名", "性别", "出生日期", "身份证号", "联系电话", "住址", "工作单位"] as const;

export function writePersonFile(path: string, people: number, seed: number): PersonSet {
  const hands = new Hands(seed);
  const rows: { readonly owner: number; readonly key: number; readonly cells: readonly string[] }[] = [];
  for (let owner = 0; owner < people; owner++) {
    const person = hands.person(owner);
    for (let copies = 1 + hands.below(4); copies > 0; copies--) rows.push({ owner, key: hands.below(1e9), cells: hands.record(person) });
  }
  rows.sort((a, b) => a.key - b.key);
  writeFileSync(path, [personHeadings, ...rows.map(({ cells }) => cells)].map((cells) => cells.join(",")).join("\n"));
  return { records: rows.length, truth: rows.map(({ owner }) => owner) };
}
