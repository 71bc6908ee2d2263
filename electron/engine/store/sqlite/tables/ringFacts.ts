// What ring discovery reads, each in one pass: who stands in cases on which side, and who is tied to whom, with the first row that says so.
import type { ReadableDb } from "../database.ts";
import { sql } from "../sql.ts";
import { ready } from "./entity.ts";

export interface RingEntityRow {
  readonly id: number;
  readonly kind: string;
  readonly key: string;
  readonly label: string;
  /** What it is, whatever was imported first: its key; of somebody without a number the name and whom or what it is tied to. */
  readonly name: string;
}

export interface TieRow {
  readonly from: number;
  readonly to: number;
  readonly count: number;
  readonly first: number | null;
  readonly last: number | null;
  readonly sourceId: number;
  readonly row: number;
}

export interface InvolvedRow {
  readonly entity: number;
  readonly case: number;
  readonly role: string;
  readonly sourceId: number;
  readonly row: number;
}

/** By what they are, not by when they came: communities are drawn in this order, and the same data must give the same rings. */
export const listRingEntities = (db: ReadableDb) =>
  db.all<RingEntityRow>(sql`SELECT id, kind, key, label, CASE WHEN key LIKE '#%' THEN label || ' ' || coalesce(
      (SELECT group_concat(tie, ' ') FROM (SELECT DISTINCT l.kind || ' ' || o.kind || ':' || o.key AS tie FROM link l JOIN entity o ON o.id = l.to_id
        WHERE l.from_id = entity.id AND o.key NOT LIKE '#%' AND l.source_id ${ready} ORDER BY 1)), '') ELSE key END AS name FROM entity
    WHERE kind IN ('case', 'person', 'organisation', 'phone', 'account', 'device', 'netid', 'vehicle') AND source_id ${ready}
    ORDER BY kind, key LIKE '#%', name, id`);

export const listInvolved = (db: ReadableDb) =>
  db.all<InvolvedRow>(sql`SELECT from_id AS entity, to_id AS "case", role, source_id AS sourceId, row FROM link
    WHERE kind = 'involved-in' AND source_id ${ready} ORDER BY id`);

/** Links of a kind by pair; a bare column of SQLite follows min(). */
export const listTiesOf = (db: ReadableDb, kind: "owns" | "uses") =>
  db.all<TieRow>(sql`SELECT from_id AS "from", to_id AS "to", count(*) AS count, min(coalesce(at, 0)) AS first, NULL AS last, source_id AS sourceId, row
    FROM link WHERE kind = ${kind} AND source_id ${ready} GROUP BY from_id, to_id ORDER BY from_id, to_id`);

export interface CallPairRow extends TieRow {
  /** The handset of all these calls; null: several, or not known. */
  readonly device: number | null;
}

export const listCallPairs = (db: ReadableDb) =>
  db.all<CallPairRow>(sql`SELECT from_id AS "from", to_id AS "to", count(*) AS count, min(at) AS first, max(at) AS last, source_id AS sourceId, row,
      CASE WHEN count(device_id) = count(*) AND min(device_id) = max(device_id) THEN min(device_id) END AS device
    FROM call WHERE at IS NOT NULL AND from_id IS NOT NULL AND to_id IS NOT NULL AND source_id ${ready}
    GROUP BY from_id, to_id ORDER BY from_id, to_id`);

/** Which number was used in which handset, from when until when. */
export const listHandsets = (db: ReadableDb) =>
  db.all<TieRow>(sql`SELECT u.from_id AS "from", u.to_id AS "to", count(c.id) AS count, min(c.at) AS first, max(c.at) AS last,
      coalesce(c.source_id, u.source_id) AS sourceId, coalesce(c.row, u.row) AS row
    FROM (SELECT from_id, to_id, min(source_id) AS source_id, min(row) AS row FROM link l
      WHERE kind = 'uses' AND source_id ${ready} AND EXISTS (SELECT 1 FROM entity e WHERE e.id = l.to_id AND e.kind = 'device') GROUP BY from_id, to_id) u
    LEFT JOIN call c ON c.device_id = u.to_id AND (c.from_id = u.from_id OR c.to_id = u.from_id) AND c.source_id ${ready}
    GROUP BY u.from_id, u.to_id ORDER BY u.from_id, u.to_id`);

export const listLoginPairs = (db: ReadableDb) =>
  db.all<TieRow>(sql`SELECT "from", "to", count(*) AS count, min(at) AS first, max(at) AS last, sourceId, row FROM (
      SELECT account_id AS "from", address_id AS "to", at, source_id AS sourceId, row FROM login WHERE address_id IS NOT NULL AND source_id ${ready}
      UNION ALL SELECT account_id, device_id, at, source_id, row FROM login WHERE device_id IS NOT NULL AND source_id ${ready})
    GROUP BY "from", "to" ORDER BY "from", "to"`);

export interface RoomStayRow {
  readonly person: number;
  readonly place: number;
  readonly room: string;
  readonly at: number;
  readonly until: number;
  readonly sourceId: number;
  readonly row: number;
}

/** Stays of which the room is stated, room by room in time order. */
export const listRoomStays = (db: ReadableDb) =>
  db.all<RoomStayRow>(sql`SELECT person_id AS person, place_id AS place, room, at, until, source_id AS sourceId, row
    FROM stay WHERE room <> '' AND place_id IS NOT NULL AND at IS NOT NULL AND until > at AND source_id ${ready} ORDER BY place_id, room, at, id`);

export interface RingTransferRow {
  readonly from: number | null;
  readonly to: number | null;
  readonly fen: number;
  readonly at: number;
  readonly sourceId: number;
  readonly row: number;
}

/** Dated transfers that moved money, in time order. */
export const listRingTransfers = (db: ReadableDb) =>
  db.all<RingTransferRow>(sql`SELECT from_id AS "from", to_id AS "to", amount_fen AS fen, at, source_id AS sourceId, row
    FROM transfer WHERE state = 0 AND at IS NOT NULL AND currency = 'CNY' AND source_id ${ready} ORDER BY at, id`);

export interface RingCaseRow {
  readonly id: number;
  readonly at: string | null;
  readonly loss: string | null;
  readonly longitude: number | null;
  readonly latitude: number | null;
}

/** Cases with their time, loss and place. */
export const listRingCases = (db: ReadableDb) =>
  db.all<RingCaseRow>(sql`SELECT c.id,
      (SELECT value FROM attribute a WHERE a.entity_id = c.id AND a.name = 'case.from' AND a.source_id ${ready} LIMIT 1) AS at,
      (SELECT value FROM attribute a WHERE a.entity_id = c.id AND a.name = 'case.loss' AND a.source_id ${ready} LIMIT 1) AS loss,
      CAST((SELECT a.value FROM link l JOIN attribute a ON a.entity_id = l.to_id AND a.name = 'place.longitude' WHERE l.from_id = c.id AND l.kind = 'at-place' LIMIT 1) AS REAL) AS longitude,
      CAST((SELECT a.value FROM link l JOIN attribute a ON a.entity_id = l.to_id AND a.name = 'place.latitude' WHERE l.from_id = c.id AND l.kind = 'at-place' LIMIT 1) AS REAL) AS latitude
    FROM entity c WHERE c.kind = 'case' AND c.source_id ${ready} ORDER BY c.id`);

export interface TowerCallRow {
  readonly at: number;
  readonly phone: number;
  readonly longitude: number;
  readonly latitude: number;
  readonly sourceId: number;
  readonly row: number;
}

/** Calls with the place of their tower, for the side whose handset made them; in time order. */
export const listTowerCalls = (db: ReadableDb) =>
  db.all<TowerCallRow>(sql`WITH spot AS (SELECT x.entity_id AS place, CAST(x.value AS REAL) AS longitude, CAST(y.value AS REAL) AS latitude FROM attribute x
      JOIN attribute y ON y.entity_id = x.entity_id AND y.name = 'place.latitude' WHERE x.name = 'place.longitude' AND x.source_id ${ready} GROUP BY x.entity_id)
    SELECT c.at, u.from_id AS phone, s.longitude, s.latitude, c.source_id AS sourceId, c.row FROM call c
    JOIN spot s ON s.place = c.place_id
    JOIN (SELECT DISTINCT from_id, to_id FROM link WHERE kind = 'uses' AND source_id ${ready}) u ON u.to_id = c.device_id AND (u.from_id = c.from_id OR u.from_id = c.to_id)
    WHERE c.at IS NOT NULL AND c.source_id ${ready} ORDER BY c.at, c.id`);
