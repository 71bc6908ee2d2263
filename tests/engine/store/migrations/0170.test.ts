// Minutes of the kind task become tasks with their history; other minutes stay.
import BetterSqlite3 from "better-sqlite3";
import { expect, it } from "vitest";
import { tasks } from "../../../../electron/engine/store/sqlite/migrations/0170-tasks.ts";
import { migrations } from "../../../../electron/engine/store/sqlite/migrations/index.ts";

it("makes tasks of what meetings minuted as tasks, done where a later line answered", () => {
  const database = new BetterSqlite3(":memory:");
  for (const { version, up } of migrations) if (version < tasks.version) database.exec(up);
  database.exec(`INSERT INTO minute (id, kind, text, board, scene, subject, answers, by, at) VALUES
    (1, 'decision', '并案', 'B-1', '1', 'series:S-1', NULL, 'a', 10), (2, 'task', '调取话单', 'B-1', '2', 'series:S-1', NULL, 'a', 20),
    (3, 'task', '查旅馆', '', '', '', NULL, 'b', 30), (4, 'decision', '已调取', 'B-1', '2', 'series:S-1', 2, 'c', 40),
    (5, 'question', '机主是谁', '', '', '', NULL, 'b', 50), (6, 'decision', '李某', '', '', '', 5, 'b', 60)`);
  database.exec(tasks.up);
  expect(database.prepare("SELECT number, state, text, about, reason, board, by, at FROM task ORDER BY id").raw().all()).toEqual([
    [1, "open", "调取话单", '["series:S-1"]', "", "B-1", "a", 20],
    [2, "open", "查旅馆", "[]", "", "", "b", 30],
    [1, "done", "调取话单", '["series:S-1"]', "已调取", "B-1", "c", 40],
  ]);
  expect(database.prepare("SELECT id, kind, answers FROM minute ORDER BY id").raw().all()).toEqual([
    [1, "decision", null],
    [4, "decision", null],
    [5, "question", null],
    [6, "decision", 5],
  ]);
  expect(() =>
    database.exec(
      "INSERT INTO task (number, state, text, owner, about, reason, board, scene, by, at) VALUES (3, 'x', '', '', '[]', '', '', '', '', 0)",
    ),
  ).toThrow();
  database.close();
});
