// Workspaces from before have no storyboards and no minutes, and take them.
import BetterSqlite3 from "better-sqlite3";
import { expect, it } from "vitest";
import { storyboards } from "../../../../electron/engine/store/sqlite/migrations/0120-storyboards.ts";
import { migrations } from "../../../../electron/engine/store/sqlite/migrations/index.ts";

it("adds storyboards, their steps and minutes", () => {
  const database = new BetterSqlite3(":memory:");
  for (const { version, up } of migrations) if (version < storyboards.version) database.exec(up);
  database.exec(storyboards.up);
  database.exec(
    "INSERT INTO minute (kind, text, board, scene, subject, answers, by, at) VALUES ('question', '机主是谁', '', '', '', NULL, 'a', 0)",
  );
  const count = (table: string) => database.prepare(`SELECT count(*) AS n FROM ${table}`).get();
  expect([count("storyboard"), count("storyboard_step"), count("minute")]).toEqual([{ n: 0 }, { n: 0 }, { n: 1 }]);
  expect(() => database.exec("INSERT INTO storyboard_step (board, place, step, document) VALUES ('B-1', 'x', 'add', '{}')")).toThrow();
  database.close();
});
