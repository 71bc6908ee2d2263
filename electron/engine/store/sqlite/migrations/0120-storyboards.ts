// Storyboards with every step that was done on them, and what meetings minuted.
import type { Migration } from "./migration.ts";

export const storyboards: Migration = {
  version: 120,
  up: `
CREATE TABLE storyboard (
  id TEXT PRIMARY KEY, name TEXT NOT NULL, subject TEXT NOT NULL, document TEXT NOT NULL, place INTEGER NOT NULL, last_scene INTEGER NOT NULL, saved_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE storyboard_step (
  board TEXT NOT NULL, place INTEGER NOT NULL, step TEXT NOT NULL, document TEXT NOT NULL, PRIMARY KEY (board, place)
) STRICT, WITHOUT ROWID;
CREATE TABLE minute (
  id INTEGER PRIMARY KEY, kind TEXT NOT NULL, text TEXT NOT NULL, board TEXT NOT NULL, scene TEXT NOT NULL, subject TEXT NOT NULL,
  answers INTEGER, by TEXT NOT NULL, at INTEGER NOT NULL
) STRICT;
CREATE INDEX minute_answers ON minute (answers) WHERE answers IS NOT NULL;`,
};
