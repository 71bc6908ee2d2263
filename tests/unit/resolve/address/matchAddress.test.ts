// One written address against a small table.
import { describe, expect, it } from "vitest";
import { matchAddress } from "../../../../shared/resolve/address/matchAddress.ts";
import { aTable } from "./aTable.ts";

const rooms = (lot: object, alias = "", prefix = "A") =>
  ["1栋", "2栋"].flatMap((building) =>
    ["101室", "102室"].map((room) => ({
      code: `${prefix}${building}${room}`,
      alias,
      levels: { city: "云津市", ...lot, building, unit: "1单元", room },
    })),
  );
const east = { district: "东渡区", town: "桥头街道", community: "渡口社区" };
const table = aTable([
  ...rooms({ ...east, road: "文汇路", number: "12号", estate: "渡口花园" }, "老渡口"),
  ...rooms({ ...east, road: "文汇路", number: "18号" }, "", "B"),
  ...rooms({ district: "临港区", town: "港口街道", road: "文汇路", number: "12号", estate: "港湾公寓" }, "", "C"),
  ...rooms({ ...east, road: "江滨路", number: "5号", estate: "临江苑" }, "", "E"),
  ...rooms({ district: "临港区", town: "石桥镇", community: "上塘村" }, "", "D"),
]);

const told = (text: string, code = "") => {
  const { state, reason, level, candidates } = matchAddress(table, text, code);
  return [state, reason, level, state === "sure" ? candidates[0]!.node.path.replaceAll(/\/+/g, " ").trim() : candidates.length];
};

describe("matchAddress", () => {
  it.each([
    [
      "东渡区文汇路12号渡口花园一号楼1单元101",
      ["sure", null, "room", "云津市 东渡区 桥头街道 渡口社区 文汇路 12号 渡口花园 1栋 1单元 101室"],
    ],
    ["渡口花园2幢", ["sure", null, "building", "云津市 东渡区 桥头街道 渡口社区 文汇路 12号 渡口花园 2栋"]],
    ["老渡口小区2-1-102", ["sure", null, "room", "云津市 东渡区 桥头街道 渡口社区 文汇路 12号 渡口花园 2栋 1单元 102室"]],
    ["东渡区文汇路18号2栋102", ["sure", null, "room", "云津市 东渡区 桥头街道 渡口社区 文汇路 18号 2栋 1单元 102室"]],
    ["临港区石桥镇上塘村1栋", ["sure", null, "building", "云津市 临港区 石桥镇 上塘村 1栋"]],
    ["文汇路12号", ["doubtful", "ambiguous", "number", 2]],
    ["文汇路12号渡口花园9栋", ["sure", null, "estate", "云津市 东渡区 桥头街道 渡口社区 文汇路 12号 渡口花园"]],
    ["文汇路18号港湾公寓", ["doubtful", "conflict", "number", 4]],
    ["文汇路99号", ["none", null, null, 0]],
    ["东渡区文汇路", ["coarse", null, "road", 0]],
    ["某宾馆", ["none", null, null, 0]],
  ])("%s", (text, expected) => expect(told(text).slice(0, 3)).toEqual(expected.slice(0, 3)));

  it("leads to the right place", () => {
    expect(told("渡口花园2幢")[3]).toBe("云津市 东渡区 桥头街道 渡口社区 文汇路 12号 渡口花园 2栋");
    expect(told("东渡区文汇路12号渡口花园一号楼1单元101")[3]).toBe("云津市 东渡区 桥头街道 渡口社区 文汇路 12号 渡口花园 1栋 1单元 101室");
    expect(told("老渡口小区2-1-102")[3]).toBe("云津市 东渡区 桥头街道 渡口社区 文汇路 12号 渡口花园 2栋 1单元 102室");
    expect(told("文汇路12号渡口花园9栋")[3]).toBe("云津市 东渡区 桥头街道 渡口社区 文汇路 12号 渡口花园");
  });

  it("takes a wrong district only where number and estate both speak for the place", () => {
    expect(told("临港区江滨路5号临江苑1栋").slice(0, 3)).toEqual(["sure", null, "building"]);
    expect(told("临港区文汇路12号渡口花园1栋").slice(0, 2)).toEqual(["doubtful", "ambiguous"]); // its own 文汇路12号 may be meant
    expect(told("临港区文汇路18号1栋").slice(0, 2)).toEqual(["doubtful", "conflict"]);
  });

  it("takes a code at its word, and doubts it where the words speak for another place", () => {
    expect(told("", "A1栋101室").slice(0, 3)).toEqual(["sure", null, "room"]);
    expect(told("文汇路12号渡口花园", "A1栋101室").slice(0, 3)).toEqual(["sure", null, "room"]);
    expect(told("东渡区文汇路18号2栋", "A1栋101室").slice(0, 2)).toEqual(["doubtful", "code-conflict"]);
  });

  it("adds the bits of its bars, and gives candidates and none of them one probability together", () => {
    const { candidates } = matchAddress(table, "文汇路12号");
    for (const { bits, bars } of candidates)
      expect(bits).toBeCloseTo(
        bars.reduce((sum, bar) => sum + bar.bits, 0),
        9,
      );
    const sum = candidates.reduce((all, { probability }) => all + probability, 0);
    expect(sum).toBeLessThan(1);
    expect(sum).toBeGreaterThan(0.5);
  });
});
