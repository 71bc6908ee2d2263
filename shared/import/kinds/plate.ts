// Number plates (GA 36-2018): ordinary, new energy, trailer, learner, police, embassy and consulate, Hong Kong and Macao, armed police, forces.
import { type Cleaned, defineKind, type Facts, refuse } from "./kind.ts";
import { compareDigits } from "./likeness.ts";
import { tidyText } from "./tidy.ts";

const provinces: Readonly<Record<string, string>> = {
  京: "北京市",
  津: "天津市",
  沪: "上海市",
  渝: "重庆市",
  冀: "河北省",
  豫: "河南省",
  云: "云南省",
  辽: "辽宁省",
  黑: "黑龙江省",
  湘: "湖南省",
  皖: "安徽省",
  鲁: "山东省",
  新: "新疆维吾尔自治区",
  苏: "江苏省",
  浙: "浙江省",
  赣: "江西省",
  鄂: "湖北省",
  桂: "广西壮族自治区",
  甘: "甘肃省",
  晋: "山西省",
  蒙: "内蒙古自治区",
  陕: "陕西省",
  吉: "吉林省",
  闽: "福建省",
  贵: "贵州省",
  粤: "广东省",
  青: "青海省",
  藏: "西藏自治区",
  川: "四川省",
  宁: "宁夏回族自治区",
  琼: "海南省",
};

const province = `[${Object.keys(provinces).join("")}]`;
const letter = "[A-HJ-NP-Z]";
const sign = "[A-HJ-NP-Z0-9]";

interface PlateForm {
  readonly type: string;
  readonly form: RegExp;
}

/** New energy: letter (A–E electric, F–K not only) first for small cars, last for large ones. */
const forms: readonly PlateForm[] = [
  { type: "new-energy", form: new RegExp(`^${province}${letter}(?:[A-HJK]${sign}\\d{4}|\\d{5}[A-HJK])$`) },
  { type: "trailer", form: new RegExp(`^${province}${letter}${sign}{4}挂$`) },
  { type: "learner", form: new RegExp(`^${province}${letter}${sign}{4}学$`) },
  { type: "police", form: new RegExp(`^${province}${letter}${sign}{4}警$`) },
  { type: "border", form: new RegExp(`^粤Z${sign}{4}[港澳]$`) },
  { type: "consulate", form: new RegExp(`^(?:${province}${letter}?\\d{4,6}领|领\\d{6})$`) },
  { type: "embassy", form: /^(?:使\d{6}|\d{6}使)$/ },
  { type: "ordinary", form: new RegExp(`^${province}${letter}${sign}{5}$`) },
  { type: "armed-police", form: new RegExp(`^WJ${province}?\\d{4}[0-9A-Z]$`) },
  { type: "forces", form: /^[A-Z]{2}\d{5}$/ },
];

const normalise = (text: string): string =>
  tidyText(text)
    .toUpperCase()
    .replace(/[\s\-·•・.]/g, "");

const formOf = (plate: string): PlateForm | undefined => forms.find(({ form }) => form.test(plate));

function cleanPlate(text: string): Cleaned {
  const plate = normalise(text);
  if (plate === "") return refuse("empty");
  if (formOf(plate) !== undefined) return { value: plate };
  return refuse(plate.length < 7 || plate.length > 8 ? "length" : "form");
}

function factsOfPlate(text: string): Facts {
  const plate = normalise(text);
  const found = formOf(plate);
  if (found === undefined) return {};
  const name = provinces[plate[0]!];
  return { plateType: found.type, ...(name === undefined ? {} : { province: name }) };
}

export const plate = defineKind({
  id: "plate",
  entityKind: "vehicle",
  clean: cleanPlate,
  specificity: (text) => (provinces[text[0] ?? ""] === undefined ? 0.3 : 0.95),
  facts: factsOfPlate,
  compare: compareDigits,
  rarityBits: 28,
});
