// Times as people say them on the telephone, read against today or against the date that the note bears.
import { describe, expect, it } from "vitest";
import { findMoments, momentText } from "../../../shared/review/assess/moments.ts";

/** A Thursday. */
const now = Date.parse("2026-11-26T09:30:00+08:00");
const at = (text: string, when = now) =>
  findMoments(text, { now: when, utcOffset: 480 }).map((one) => [text.slice(one.start, one.end), momentText(one, 480)]);

describe("moments of a note", () => {
  it.each([
    ["昨天下午3点多转的", "昨天下午3点多", "2026-11-25 15:00–16:00"],
    ["11月24日21时许报称", "11月24日21时许", "2026-11-24 20:45–22:00"],
    ["昨晚8点半左右", "昨晚8点半左右", "2026-11-25 20:00–21:00"],
    ["今早十点二十分", "今早十点二十分", "2026-11-26 10:05–10:35"],
    ["前天晚上", "前天晚上", "2026-11-24 18:00–00:00"],
    ["大前天被骗", "大前天", "2026-11-23"],
    ["2026年11月3日 14:05", "2026年11月3日 14:05", "2026-11-03 13:50–14:20"],
    ["2026-11-03 14:05:30", "2026-11-03 14:05:30", "2026-11-03 13:50–14:20"],
    ["12月30日中午1点", "12月30日中午1点", "2025-12-30 13:00–14:00"],
    ["凌晨12点左右", "凌晨12点左右", "2026-11-25 23:45–01:00"],
    ["昨天晚上12点", "昨天晚上12点", "2026-11-26 00:00–01:00"],
    ["上周五下午", "上周五下午", "2026-11-20 12:00–18:00"],
    ["周一上午九点一刻", "周一上午九点一刻", "2026-11-23 09:00–09:30"],
    ["昨天3点多", "昨天3点多", "2026-11-25 15:00–16:00"],
    ["昨天3时许", "昨天3时许", "2026-11-25 02:45–04:00"],
  ])("%s", (text, words, window) => {
    expect(at(text)).toEqual([[words, window]]);
  });

  it("are read against the day on which the note was taken down", () => {
    const [note, told] = findMoments("11月20日9时接群众来电：昨天下午3点多下载软件", { now, utcOffset: 480 });
    expect([note!.isNote, told!.isNote]).toEqual([true, false]);
    expect(momentText(told!, 480)).toBe("2026-11-19 15:00–16:00");
    // A date that the story tells is no date of the note.
    const [, later] = findMoments("11月20日9时许被拉进群，昨天下午3点多转账", { now, utcOffset: 480 });
    expect(momentText(later!, 480)).toBe("2026-11-25 15:00–16:00");
  });

  it.each(["转了3小时", "工号3点com", "5号楼2单元", "第3时间段", "打了12点券", "2月30日", "版本1.12.3", "卡号6222020000000000014", "周围"])(
    "%s is none",
    (text) => expect(at(text)).toEqual([]),
  );
});
