// Whose an identifier is: what a column states stands, whatever the words of the brief let one guess.
import { writeFileSync } from "node:fs";
import { expect, test } from "vitest";
import { loadLinkInput } from "../../../electron/engine/link/loadCases.ts";
import { openWorkspaceFile } from "../../../electron/engine/store/sqlite/open.ts";
import { freshFolder } from "../folder.ts";
import { openEngine } from "../import/openEngine.ts";

const at = freshFolder();

test("the account of the column for payees is the offender's though the brief seems to call it the victim's own", async () => {
  const brief = "报警人称本人账户6222021234567890128被骗，又说本人电话13900000000。";
  writeFileSync(
    at("cases.csv"),
    ["案件编号,案件类别,嫌疑账号,报警人电话,简要案情", `A0001,电信诈骗,6222021234567890128,13900000000,${brief}`].join("\n"),
  );
  const { call, close } = await openEngine(at("w.caseweave"));
  await call("import.storeFiles", { paths: [at("cases.csv")] } as never);
  await close();
  const connection = openWorkspaceFile(at("w.caseweave"), { readOnly: true });
  const [record] = loadLinkInput(connection).cases;
  connection.close();
  expect(record!.identifiers.map(({ entity, role, origin }) => [entity, role, origin]).sort()).toEqual([
    ["account:6222021234567890128", "offender", "column"],
    ["phone:13900000000", "victim", "column"],
  ]);
});
