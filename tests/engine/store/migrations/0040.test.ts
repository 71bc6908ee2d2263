// What a source says of a link stands beside the link: read by its view, gone with its source.
import { expect, it } from "vitest";
import { openWorkspaceFile } from "../../../../electron/engine/store/sqlite/open.ts";
import { sql } from "../../../../electron/engine/store/sqlite/sql.ts";
import { freshFolder } from "../../folder.ts";

const at = freshFolder();

it("tells the attributes of links by name and value, and nothing of links without any", () => {
  const connection = openWorkspaceFile(at("links.caseweave"));
  connection.write((db) => {
    db.run(sql`INSERT INTO source (id, name, size, sha256, header_row, headings, row_kind, layout, confidence, doubts, mapping, utc_offset, state, imported_at, imported_by)
      VALUES (1, 'a.csv', 1, 'x', 1, '[]', 'link', 'l', 1, '[]', '{}', 0, 'ready', 0, 'me')`);
    for (const id of [1, 2])
      db.run(sql`INSERT INTO entity (id, kind, key, label, source_id, row) VALUES (${id}, 'thing', ${`k${id}`}, '', 1, ${id})`);
    db.run(
      sql`INSERT INTO link (kind, from_id, to_id, directed, role, origin, source_id, row) VALUES ('knows', 1, 2, 1, '', 'column', 1, 1)`,
    );
    db.run(sql`INSERT INTO link (kind, from_id, to_id, directed, role, origin, attributes, source_id, row)
      VALUES ('knows', 1, 2, 1, '', 'column', ${JSON.stringify([
        ["since", "2020"],
        ["备注", '"引号"'],
      ])}, 1, 2)`);
  });
  expect(connection.all(sql`SELECT link_id AS link, name, value, source_id AS source, row FROM v_link_attribute ORDER BY name`)).toEqual([
    { link: 2, name: "since", value: "2020", source: 1, row: 2 },
    { link: 2, name: "备注", value: '"引号"', source: 1, row: 2 },
  ]);
  connection.close();
});
