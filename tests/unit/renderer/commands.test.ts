// The palette finds every command by word, pinyin, initials and English; the sheet of keys shows what the keys do.
import { pinyin } from "pinyin-pro";
import { describe, expect, it } from "vitest";
import { findCommands, speak, spellings } from "../../../renderer/frame/findCommands.ts";
import { frameCommands, wordsOfCommand } from "../../../renderer/frame/searchCommands.ts";
import { moveOf } from "../../../renderer/parts/tableKeys.ts";
import { chartCommands } from "../../../renderer/views/chart/chartCommands.ts";
import { countFitting } from "../../../renderer/views/chart/FittingItems.tsx";
import { capOf, frameKeyList, keyRows, stageKeyList, tableKeyList, viewKeyLists } from "../../../renderer/views/keyList.ts";
import { catalogue } from "../../../shared/words.ts";

const spell = (text: string) => pinyin(text, { toneType: "none", type: "array", nonZh: "consecutive", v: true });
const all = [...chartCommands({ expand: () => {}, find: () => {} }, () => {}), ...frameCommands];
const spoken = all.map((command) => speak(command, command.id, wordsOfCommand(command), spell));
const found = (typed: string) => findCommands(spoken, typed).map(({ command }) => command.id);

describe("the command palette", () => {
  it("spells a Chinese word in full and by its initials, latin letters as they stand", () => {
    expect(spellings("力导向", spell)).toEqual(["lidaoxiang", "ldx"]);
    expect(spellings("导出 PDF", spell)[0]).toBe("daochupdf");
  });

  it.each([
    ["力导向", "layout.force"],
    ["lidaox", "layout.force"],
    ["bujulidao", "layout.force"],
    ["快照", "snapshots"],
    ["kuaizhao", "snapshots"],
    ["kz", "snapshots"],
    ["snapshot", "snapshots"],
    ["export pdf", "export.pdf"],
    ["dcpdf", "export.pdf"],
    ["时间轴", "dock.time"],
    ["sjz", "dock.time"],
    ["撤销", "undo"],
    ["chexiao", "undo"],
    ["tuomin", "mask"],
    ["yp", "review"],
  ])("finds %s", (typed, id) => {
    expect(found(typed)).toContain(id);
  });

  it("puts what is named exactly before what begins so, and that before what holds it", () => {
    expect(found("导入")[0]).toBe("import");
    expect(found("buju")[0]).toBe("layout");
  });

  it("finds every command by each of its own words, its pinyin and its initials", () => {
    for (const command of all)
      for (const text of wordsOfCommand(command)) {
        expect(found(text), text).toContain(command.id);
        for (const typed of /\p{Script=Han}/u.test(text) ? spellings(text, spell) : []) expect(found(typed), typed).toContain(command.id);
      }
  });

  it("has a name of its own for every command", () => {
    const names = all.map((command) => wordsOfCommand(command).at(1) ?? command.id);
    expect(all.every(({ word }) => catalogue[word] !== undefined)).toBe(true);
    expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
    expect(names.every((name) => name !== "")).toBe(true);
  });

  it("finds nothing for what no command is called", () => {
    expect(found("xyzzy")).toEqual([]);
  });
});

describe("the sheet of keys", () => {
  it("prints keys as they stand on a keyboard, all that do the same in one line", () => {
    expect(["$mod+Shift+z", "Delete", "+", "Shift+?", " ", "-"].map(capOf)).toEqual(["Ctrl Shift Z", "Del", "+", "?", "␣", "−"]);
    expect(keyRows(viewKeyLists.chart).find(({ word }) => word === "frame.help.nudge")?.keys).toBe("← / → / ↑ / ↓");
  });

  it("has a word for every key", () => {
    const lists = [frameKeyList, tableKeyList, stageKeyList, ...Object.values(viewKeyLists)];
    for (const list of lists) for (const word of Object.values(list)) expect(catalogue[word], word).toBeDefined();
  });

  it("names the keys that a table moves by", () => {
    const moves = Object.keys(tableKeyList).filter((key) => !key.includes("+") && key !== "Enter");
    for (const key of moves) expect(moveOf(key, 5, 10, 3), key).not.toBeNull();
    expect(moveOf("x", 5, 10, 3)).toBeNull();
  });
});

describe("a bar that is too narrow", () => {
  it("keeps what fits beside the menu for the rest; nothing is in both", () => {
    expect(countFitting([50, 50, 50], 150, 30)).toBe(3);
    expect(countFitting([50, 50, 50], 149, 30)).toBe(2);
    expect(countFitting([50, 50, 50], 129, 30)).toBe(1);
    expect(countFitting([50, 50, 50], 20, 30)).toBe(0);
  });
});
