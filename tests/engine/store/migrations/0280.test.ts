// A meeting has one head; storyboards and minutes of before stand as they did, without one.
import BetterSqlite3 from "better-sqlite3";
import { expect, it } from "vitest";
import { meetings } from "../../../../electron/engine/store/sqlite/migrations/0280-meetings.ts";
import { migrations } from "../../../../electron/engine/store/sqlite/migrations/index.ts";

it("keeps minutes that came before, and one head for each meeting", () => {
  const database = new BetterSqlite3(":memory:");
  for (const { version, up } of migrations) if (version < meetings.version) database.exec(up);
  database.exec(
    `INSERT INTO minute (kind, text, board, scene, subject, answers, by, at) VALUES ('decision', '并案侦查', 'B-1', '', '', NULL, 'me', 5)`,
  );
  database.exec(meetings.up);
  const add = database.prepare(
    "INSERT INTO meeting VALUES ('B-1', '2026-11-27T14:30', '三楼会议室', '孙支队长', '全体', '钱警官', 'me', 6)",
  );
  add.run();
  expect(() => add.run()).toThrow(/UNIQUE|PRIMARY/);
  expect(database.prepare("SELECT m.text, t.chair FROM minute m JOIN meeting t ON t.board = m.board").all()).toEqual([
    { text: "并案侦查", chair: "孙支队长" },
  ]);
  database.close();
});
