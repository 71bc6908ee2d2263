// The first schema: sources with their raw rows, entities, attributes, links, five kinds of event, edges, results, charts, audit, search.
// A source in state `loading` is invisible to every query; start-up removes what a crash left of it.

import { views } from "./0010-views.ts";
import type { Migration } from "./migration.ts";

const sources = `
CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;
CREATE TABLE source (
  id INTEGER PRIMARY KEY, name TEXT NOT NULL, sheet TEXT, entry TEXT, size INTEGER NOT NULL, sha256 TEXT NOT NULL,
  encoding TEXT, header_row INTEGER NOT NULL, headings TEXT NOT NULL, row_kind TEXT NOT NULL, layout TEXT NOT NULL,
  confidence REAL NOT NULL, doubts TEXT NOT NULL, mapping TEXT NOT NULL, utc_offset INTEGER NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('loading', 'ready')),
  read INTEGER NOT NULL DEFAULT 0, stored INTEGER NOT NULL DEFAULT 0, rejected INTEGER NOT NULL DEFAULT 0,
  skipped INTEGER NOT NULL DEFAULT 0, twins INTEGER NOT NULL DEFAULT 0,
  totals TEXT NOT NULL DEFAULT '[]', facts TEXT NOT NULL DEFAULT '{}',
  corrects INTEGER REFERENCES source (id) ON DELETE SET NULL, imported_at INTEGER NOT NULL, imported_by TEXT NOT NULL
) STRICT;
CREATE INDEX source_hash ON source (sha256);
CREATE INDEX source_loading ON source (id) WHERE state = 'loading';
CREATE TABLE source_chunk (
  id INTEGER PRIMARY KEY, source_id INTEGER NOT NULL, first_row INTEGER NOT NULL, row_count INTEGER NOT NULL, data BLOB NOT NULL
) STRICT;
CREATE UNIQUE INDEX source_chunk_row ON source_chunk (source_id, first_row);
CREATE TABLE row_note (
  id INTEGER PRIMARY KEY, source_id INTEGER NOT NULL, row INTEGER NOT NULL, verdict TEXT NOT NULL, reason TEXT NOT NULL,
  heading TEXT NOT NULL, cell TEXT NOT NULL
) STRICT;
CREATE INDEX row_note_source ON row_note (source_id, verdict, row);
CREATE TABLE layout (
  name TEXT PRIMARY KEY, mapping TEXT NOT NULL, headings TEXT NOT NULL, saved_at INTEGER NOT NULL, used INTEGER NOT NULL DEFAULT 0
) STRICT, WITHOUT ROWID;`;

const facts = `
CREATE TABLE entity (
  id INTEGER PRIMARY KEY, kind TEXT NOT NULL, key TEXT NOT NULL, label TEXT NOT NULL, source_id INTEGER NOT NULL, row INTEGER NOT NULL,
  UNIQUE (kind, key)
) STRICT;
CREATE TABLE entity_source (entity_id INTEGER NOT NULL, source_id INTEGER NOT NULL, row INTEGER NOT NULL, PRIMARY KEY (entity_id, source_id)) STRICT, WITHOUT ROWID;
CREATE TABLE attribute (
  id INTEGER PRIMARY KEY, entity_id INTEGER NOT NULL REFERENCES entity (id), name TEXT NOT NULL, value TEXT NOT NULL,
  origin TEXT NOT NULL, source_id INTEGER NOT NULL, row INTEGER NOT NULL
) STRICT;
CREATE INDEX attribute_entity ON attribute (entity_id, name);
CREATE TABLE link (
  id INTEGER PRIMARY KEY, kind TEXT NOT NULL, from_id INTEGER NOT NULL REFERENCES entity (id), to_id INTEGER NOT NULL REFERENCES entity (id),
  directed INTEGER NOT NULL, role TEXT NOT NULL, origin TEXT NOT NULL, at INTEGER, until INTEGER, weight REAL,
  source_id INTEGER NOT NULL, row INTEGER NOT NULL
) STRICT;
CREATE INDEX link_from ON link (from_id, kind);
CREATE INDEX link_to ON link (to_id, kind);
CREATE TABLE transfer (
  id INTEGER PRIMARY KEY, at INTEGER, precision INTEGER NOT NULL, from_id INTEGER REFERENCES entity (id), to_id INTEGER REFERENCES entity (id),
  amount_fen INTEGER NOT NULL, currency TEXT NOT NULL, balance_fen INTEGER, state INTEGER NOT NULL, side INTEGER NOT NULL,
  channel TEXT NOT NULL, reference TEXT NOT NULL, memo TEXT NOT NULL, source_id INTEGER NOT NULL, row INTEGER NOT NULL
) STRICT;
CREATE INDEX transfer_from ON transfer (from_id, at);
CREATE INDEX transfer_to ON transfer (to_id, at);
CREATE TABLE call (
  id INTEGER PRIMARY KEY, at INTEGER, precision INTEGER NOT NULL, from_id INTEGER REFERENCES entity (id), to_id INTEGER REFERENCES entity (id),
  seconds INTEGER, medium TEXT NOT NULL, place_id INTEGER REFERENCES entity (id), device_id INTEGER REFERENCES entity (id),
  source_id INTEGER NOT NULL, row INTEGER NOT NULL
) STRICT;
CREATE INDEX call_from ON call (from_id, at);
CREATE INDEX call_to ON call (to_id, at);
CREATE INDEX call_place ON call (place_id, at) WHERE place_id IS NOT NULL;
CREATE INDEX call_device ON call (device_id, at) WHERE device_id IS NOT NULL;
CREATE TABLE stay (
  id INTEGER PRIMARY KEY, at INTEGER, until INTEGER, person_id INTEGER NOT NULL REFERENCES entity (id), place_id INTEGER REFERENCES entity (id),
  room TEXT NOT NULL, source_id INTEGER NOT NULL, row INTEGER NOT NULL
) STRICT;
CREATE INDEX stay_person ON stay (person_id, at);
CREATE INDEX stay_place ON stay (place_id, at);
CREATE TABLE capture (
  id INTEGER PRIMARY KEY, at INTEGER, device_id INTEGER NOT NULL REFERENCES entity (id), place_id INTEGER REFERENCES entity (id),
  source_id INTEGER NOT NULL, row INTEGER NOT NULL
) STRICT;
CREATE INDEX capture_device ON capture (device_id, at);
CREATE INDEX capture_place ON capture (place_id, at);
CREATE TABLE login (
  id INTEGER PRIMARY KEY, at INTEGER, account_id INTEGER NOT NULL REFERENCES entity (id), address_id INTEGER REFERENCES entity (id),
  device_id INTEGER REFERENCES entity (id), source_id INTEGER NOT NULL, row INTEGER NOT NULL
) STRICT;
CREATE INDEX login_account ON login (account_id, at);
CREATE INDEX login_address ON login (address_id, at) WHERE address_id IS NOT NULL;
CREATE INDEX login_device ON login (device_id, at) WHERE device_id IS NOT NULL;
CREATE TABLE event_source (
  id INTEGER PRIMARY KEY, kind TEXT NOT NULL, event_id INTEGER NOT NULL, source_id INTEGER NOT NULL, row INTEGER NOT NULL
) STRICT;
CREATE INDEX event_source_event ON event_source (kind, event_id);
CREATE TABLE coverage (
  id INTEGER PRIMARY KEY, entity_id INTEGER NOT NULL REFERENCES entity (id), kind TEXT NOT NULL, from_at INTEGER NOT NULL,
  until_at INTEGER NOT NULL, source_id INTEGER NOT NULL
) STRICT;
CREATE INDEX coverage_entity ON coverage (entity_id);
CREATE TABLE edge (
  from_id INTEGER NOT NULL, to_id INTEGER NOT NULL, kind TEXT NOT NULL, source_id INTEGER NOT NULL, directed INTEGER NOT NULL,
  count INTEGER NOT NULL, sum INTEGER NOT NULL, first_at INTEGER, last_at INTEGER,
  PRIMARY KEY (from_id, to_id, kind, source_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX edge_to ON edge (to_id, from_id, kind);`;

const results = `
CREATE TABLE exclusion (entity TEXT PRIMARY KEY, reason TEXT NOT NULL, by TEXT NOT NULL, at INTEGER NOT NULL) STRICT, WITHOUT ROWID;
CREATE TABLE decision (
  id INTEGER PRIMARY KEY, subject TEXT NOT NULL, a TEXT NOT NULL, b TEXT NOT NULL, verdict TEXT NOT NULL, reason TEXT NOT NULL,
  by TEXT NOT NULL, at INTEGER NOT NULL
) STRICT;
CREATE INDEX decision_subject ON decision (subject, a, b);
CREATE TABLE link_run (
  id INTEGER PRIMARY KEY, data_version INTEGER NOT NULL, at INTEGER NOT NULL, cases INTEGER NOT NULL, compared INTEGER NOT NULL,
  all_pairs INTEGER NOT NULL, model TEXT NOT NULL, hubs TEXT NOT NULL, seconds REAL NOT NULL
) STRICT;
CREATE TABLE link_pair (
  id INTEGER PRIMARY KEY, run_id INTEGER NOT NULL, a TEXT NOT NULL, b TEXT NOT NULL, bits REAL NOT NULL, posterior REAL NOT NULL,
  strength TEXT NOT NULL, basis TEXT NOT NULL, kinds TEXT NOT NULL, score BLOB
) STRICT;
CREATE INDEX link_pair_bits ON link_pair (run_id, bits DESC);
CREATE INDEX link_pair_a ON link_pair (run_id, a, b);
CREATE INDEX link_pair_b ON link_pair (run_id, b);
CREATE TABLE group_run (
  id INTEGER PRIMARY KEY, link_run_id INTEGER NOT NULL, data_version INTEGER NOT NULL, at INTEGER NOT NULL, seconds REAL NOT NULL, changes TEXT NOT NULL
) STRICT;
CREATE TABLE series (
  run_id INTEGER NOT NULL, id TEXT NOT NULL, title TEXT NOT NULL, detail TEXT NOT NULL, PRIMARY KEY (run_id, id)
) STRICT, WITHOUT ROWID;
CREATE TABLE series_member (
  run_id INTEGER NOT NULL, series TEXT NOT NULL, "case" TEXT NOT NULL, bits REAL NOT NULL, membership REAL NOT NULL, state TEXT NOT NULL,
  PRIMARY KEY (run_id, series, "case")
) STRICT, WITHOUT ROWID;
CREATE INDEX series_member_case ON series_member (run_id, "case");
CREATE TABLE chart (id TEXT PRIMARY KEY, name TEXT NOT NULL, document TEXT NOT NULL, saved_at INTEGER NOT NULL) STRICT, WITHOUT ROWID;`;

const audit = `
CREATE TABLE audit (
  sequence INTEGER PRIMARY KEY, at INTEGER NOT NULL, utc_offset INTEGER NOT NULL, user TEXT NOT NULL, host TEXT NOT NULL,
  action TEXT NOT NULL, detail TEXT NOT NULL, result TEXT NOT NULL, previous TEXT NOT NULL, hash TEXT NOT NULL
) STRICT;
CREATE TRIGGER audit_no_update BEFORE UPDATE ON audit BEGIN SELECT RAISE(ABORT, 'audit is append-only'); END;
CREATE TRIGGER audit_no_delete BEFORE DELETE ON audit BEGIN SELECT RAISE(ABORT, 'audit is append-only'); END;
CREATE TRIGGER decision_no_update BEFORE UPDATE ON decision BEGIN SELECT RAISE(ABORT, 'decisions are append-only'); END;
CREATE TRIGGER decision_no_delete BEFORE DELETE ON decision BEGIN SELECT RAISE(ABORT, 'decisions are append-only'); END;`;

// Our own tokens (one character a token for Chinese), so the tokenizer only has to split at blanks. Trigrams find parts of numbers.
const search = `
CREATE VIRTUAL TABLE search_text USING fts5 (words, pinyin, content='', contentless_delete=1, tokenize="unicode61 remove_diacritics 0", detail=full);
CREATE VIRTUAL TABLE search_key USING fts5 (key, content='', contentless_delete=1, tokenize="trigram", detail=none);`;

export const initial: Migration = { version: 10, up: [sources, facts, results, audit, search, views].join("\n") };
