// One door per package: a library that matters is opened in one folder only.
import { expect, it } from "vitest";
import { codeFiles } from "./sourceFiles.ts";

const doors: readonly (readonly [packageName: RegExp, folder: RegExp])[] = [
  [/^electron(\/|$)(?!engine|desktop|web|cli|security|words)/, /^(electron\/desktop|scripts)\//],
  [/^better-sqlite3/, /^electron\/engine\/store\/sqlite\//],
  [/^neo4j-driver/, /^electron\/engine\/store\/neo4j\//],
  [/^cytoscape/, /^(renderer\/views\/chart|scripts\/bench)\//],
  [/^node:http$/, /^electron\/web\//],
  [/^(pdfkit|subset-font|@napi-rs\/canvas)/, /^electron\/engine\/review\/(picture|writeExport)\//],
  [/^hucre/, /^electron\/engine\/(import\/readers|demo)\//],
];

it("opens each package behind its one door", () => {
  const wrong = codeFiles.flatMap(({ path, imports }) =>
    imports.flatMap((name) =>
      doors.filter(([packageName, folder]) => packageName.test(name) && !folder.test(path)).map(() => `${path} → ${name}`),
    ),
  );
  expect(wrong).toEqual([]);
});

it("writes SQL in the store only", () => {
  const wrong = codeFiles
    .filter(({ path }) => path.startsWith("electron/engine/") && !path.startsWith("electron/engine/store/"))
    .filter(({ text }) =>
      /\b(SELECT .+ FROM|INSERT INTO|DELETE FROM|UPDATE \w+ SET)\b/.test(text.replaceAll(/\/\/.*|\/\*[\s\S]*?\*\//g, "")),
    );
  expect(wrong.map(({ path }) => path)).toEqual([]);
});

it("reads keys out of references in one file of the renderer, for they come unmasked", () => {
  const readers = codeFiles.filter(({ path, text }) => path.startsWith("renderer/") && text.includes("parseEntityRef"));
  expect(readers.map(({ path }) => path)).toEqual(["renderer/i18n/entityNames.ts"]);
});
