// docs/rows.md is the registry of row kinds; every field has a word in both languages.
import { expect, it } from "vitest";
import { rowsPage, writtenRowsPage } from "../../scripts/docsRows.ts";
import { rowKindSpecs } from "../../shared/import/targets/index.ts";
import { catalogue } from "../../shared/words.ts";

it("has a word in both languages for every kind of rows and every field (resources/i18n/import.json)", () => {
  const keys = rowKindSpecs.flatMap(({ rowKind, targets }) => [
    `import.rowKind.${rowKind}`,
    ...targets.map(({ name }) => `import.target.${name}`),
  ]);
  expect([...new Set(keys)].filter((key) => !catalogue[key])).toEqual([]);
});

it("keeps docs/rows.md in step with the registry (npm run docs)", () => {
  expect(writtenRowsPage()).toBe(rowsPage());
});
