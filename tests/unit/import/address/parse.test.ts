// Address lines as people write them.
import { describe, expect, it } from "vitest";
import { addressText, readLevels, upTo, writeLevels } from "../../../../shared/import/address/levels.ts";
import { normalLevel, readNumeral } from "../../../../shared/import/address/normalise.ts";
import { parseAddress } from "../../../../shared/import/address/parse.ts";

const known = { levelsOf: (name: string) => (name === "文三路" ? (["road"] as const) : name === "望江" ? (["estate"] as const) : []) };

describe("parseAddress", () => {
  it.each([
    [
      "浙江省杭州市西湖区翠苑街道翠苑一区社区文三路138号翠苑小区3栋2单元501室",
      {
        province: "浙江省",
        city: "杭州市",
        district: "西湖区",
        town: "翠苑街道",
        community: "翠苑一区社区",
        road: "文三路",
        number: "138号",
        estate: "翠苑小区",
        building: "3栋",
        unit: "2单元",
        room: "501室",
      },
    ],
    [
      "文三路138号翠苑小区三号楼二单元501",
      { road: "文三路", number: "138号", estate: "翠苑小区", building: "3号楼", unit: "2单元", room: "501室" },
    ],
    ["翠苑小区3幢", { estate: "翠苑小区", building: "3幢" }],
    ["翠苑新村3号501室", { estate: "翠苑新村", building: "3号", room: "501室" }],
    ["西湖区文三路138号3-2-501", { district: "西湖区", road: "文三路", number: "138号", building: "3栋", unit: "2单元", room: "501室" }],
    ["文三路138", { road: "文三路", number: "138号" }],
    ["江滨大道12号之3", { road: "江滨大道", number: "12号之3" }],
    ["青石县石桥镇上塘村12号", { district: "青石县", town: "石桥镇", community: "上塘村", number: "12号" }],
    ["桥东区枫林路8号5楼502室", { district: "桥东区", road: "枫林路", number: "8号", floor: "5楼", room: "502室" }],
    ["A座1203室 滨江大厦 江滨大道8号", { building: "A座", room: "1203室", estate: "滨江大厦", road: "江滨大道", number: "8号" }],
  ])("reads %s", (text, levels) => expect(parseAddress(text)).toEqual(levels));

  it("takes the end of a name that the table knows, and names without a suffix", () => {
    expect(parseAddress("老马面馆旁文三路138号望江3栋", known)).toEqual({
      road: "文三路",
      number: "138号",
      estate: "望江",
      building: "3栋",
    });
  });
});

describe("levels", () => {
  it("are equal however they are spelt", () => {
    expect(["3栋", "03幢", "3号楼", "三号楼", "3#楼", "3#", "3座"].map((text) => normalLevel("building", text))).toEqual(
      Array(7).fill("3"),
    );
    expect(["翠苑街道", "翠苑", "翠苑街道办事处"].map((text) => normalLevel("town", text))).toEqual(["翠苑", "翠苑", "翠苑"]);
    expect(["138号", "138", "一百三十八号"].map((text) => normalLevel("number", text))).toEqual(["138", "138", "138"]);
    expect(["十", "二十", "二十一", "一百零八", "一百二十", "五零一"].map(readNumeral)).toEqual(["10", "20", "21", "108", "120", "501"]);
  });

  it("are written as a path and read again", () => {
    const levels = { city: "杭州市", road: "文三路", number: "138号", building: "3栋", room: "501室" };
    expect(readLevels(writeLevels(levels))).toEqual(levels);
    expect(addressText(upTo(levels, "building"))).toBe("杭州市文三路138号3栋");
  });
});
