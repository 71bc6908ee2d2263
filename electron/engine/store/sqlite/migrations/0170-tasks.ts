// Tasks, entry by entry. Minutes of the kind task become tasks; what answered one is how it was done, and stays a minute of its own.
import type { Migration } from "./migration.ts";

export const tasks: Migration = {
  version: 170,
  up: `
CREATE TABLE task (
  id INTEGER PRIMARY KEY, number INTEGER NOT NULL, state TEXT NOT NULL CHECK (state IN ('open', 'done', 'dropped')),
  text TEXT NOT NULL, owner TEXT NOT NULL, due TEXT, about TEXT NOT NULL, reason TEXT NOT NULL,
  board TEXT NOT NULL, scene TEXT NOT NULL, by TEXT NOT NULL, at INTEGER NOT NULL
) STRICT;
CREATE INDEX task_number ON task (number, id);
INSERT INTO task (number, state, text, owner, due, about, reason, board, scene, by, at)
  SELECT row_number() OVER (ORDER BY id), 'open', text, '', NULL, CASE subject WHEN '' THEN '[]' ELSE json_array(subject) END, '', board, scene, by, at
  FROM minute WHERE kind = 'task' ORDER BY id;
INSERT INTO task (number, state, text, owner, due, about, reason, board, scene, by, at)
  SELECT t.number, 'done', t.text, t.owner, t.due, t.about, a.text, t.board, t.scene, a.by, a.at
  FROM (SELECT id, row_number() OVER (ORDER BY id) AS number FROM minute WHERE kind = 'task') m
  JOIN task t ON t.number = m.number
  JOIN minute a ON a.id = (SELECT max(later.id) FROM minute later WHERE later.answers = m.id) ORDER BY a.id;
UPDATE minute SET answers = NULL WHERE answers IN (SELECT id FROM minute WHERE kind = 'task');
DELETE FROM minute WHERE kind = 'task';`,
};
