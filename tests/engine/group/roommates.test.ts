// Who had one room at the same time, out of a hotel register: the same room on another night, or another room, is no company.
import { writeFileSync } from "node:fs";
import { expect, test } from "vitest";
import { loadRings } from "../../../electron/engine/group/loadRings.ts";
import { openWorkspaceFile } from "../../../electron/engine/store/sqlite/open.ts";
import { freshFolder } from "../folder.ts";
import { openEngine } from "../import/openEngine.ts";

const at = freshFolder();

test("people of one room on one night are company, as often as it happens", async () => {
  const [first, second, third] = ["310100197511237078", "120100198310234371", "120100195807213425"];
  const rows = [
    ["姓名", "身份证号", "旅馆名称", "房号", "入住时间", "退房时间"],
    ["宋某", first, "江畔旅馆", "203", "2026-05-16 14:00:00", "2026-05-17 10:00:00"],
    ["龙某", second, "江畔旅馆", "203", "2026-05-16 18:00:00", "2026-05-17 09:00:00"],
    ["沈某", third, "江畔旅馆", "204", "2026-05-16 18:00:00", "2026-05-17 09:00:00"],
    ["沈某", third, "江畔旅馆", "203", "2026-05-17 14:00:00", "2026-05-18 09:00:00"],
    ["宋某", first, "港湾旅馆", "8", "2026-06-01 14:00:00", "2026-06-03 10:00:00"],
    ["龙某", second, "港湾旅馆", "8", "2026-06-02 14:00:00", "2026-06-03 10:00:00"],
  ];
  writeFileSync(at("旅馆住宿.csv"), rows.map((cells) => cells.join(",")).join("\n"));
  const { call, close } = await openEngine(at("w.caseweave"));
  await call("import.storeFiles", { paths: [at("旅馆住宿.csv")] } as never);
  await close();
  const connection = openWorkspaceFile(at("w.caseweave"), { readOnly: true });
  const { roommates, refs } = loadRings(connection);
  connection.close();
  expect(roommates.map(({ from, to, count }) => [[refs[from], refs[to]].sort(), count])).toEqual([
    [[`person:${second}`, `person:${first}`], 2],
  ]);
});
