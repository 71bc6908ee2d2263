// Imports go one way: renderer → shared ← engine ← desktop | web | cli; a stage uses earlier stages only.
import { expect, it } from "vitest";
import { stages } from "../../shared/stages.ts";
import { codeFiles } from "./sourceFiles.ts";

const layerOf = (path: string): string => {
  if (path.startsWith("electron/")) return path.split("/").slice(0, 2).join("/");
  return path.split("/")[0]!;
};

/** What each layer may import of the others. */
const allowed: Readonly<Record<string, readonly string[]>> = {
  shared: ["shared", "resources"],
  renderer: ["renderer", "shared", "resources"],
  "electron/engine": ["electron/engine", "electron/words.ts", "shared", "resources"],
  "electron/security": ["electron/security", "shared"],
  "electron/words.ts": ["shared"],
  "electron/web": ["electron/web", "electron/engine", "electron/security", "electron/words.ts", "shared"],
  "electron/desktop": ["electron/desktop", "electron/engine", "electron/security", "electron/words.ts", "shared"],
  "electron/cli": ["electron/cli", "electron/engine", "electron/web", "electron/words.ts", "shared"],
};

const isRelative = (name: string) => /^(shared|renderer|electron|resources|scripts)\//.test(name) || name === "electron/words.ts";

it("imports only what its layer may", () => {
  const wrong = codeFiles.flatMap(({ path, imports }) => {
    const may = allowed[layerOf(path)];
    return may ? imports.filter((name) => isRelative(name) && !may.includes(layerOf(name))).map((name) => `${path} → ${name}`) : [];
  });
  expect(wrong).toEqual([]);
});

it("keeps shared free of Node, the DOM, the clock and unseeded chance", () => {
  const wrong = codeFiles
    .filter(({ path }) => path.startsWith("shared/"))
    .flatMap(({ path, text, imports }) => [
      ...imports.filter((name) => !isRelative(name) && name !== "zod").map((name) => `${path} → ${name}`),
      ...(/\bDate\.now\(|\bnew Date\(\)|\bMath\.random\(|\bprocess\.(env|argv|cwd|exit)|\bdocument\.(create|query|get|body)|\bwindow\.\w+\(/.test(
        text.replaceAll(/\/\/.*|\/\*[\s\S]*?\*\//g, ""),
      )
        ? [`${path}: clock, chance, Node or DOM`]
        : []),
    ]);
  expect(wrong).toEqual([]);
});

it("lets a stage of shared use earlier stages, model and graph, never later ones", () => {
  const place = (path: string) => stages.indexOf(path.split("/")[1] as (typeof stages)[number]);
  // Words that later stages share with earlier ones: the contract joins all, and masking is asked for everywhere.
  const open = ["shared/rpc/contract.ts"];
  const wrong = codeFiles
    .filter(({ path }) => path.startsWith("shared/") && place(path) >= 0 && !open.includes(path))
    .flatMap(({ path, imports }) =>
      imports.filter((name) => name.startsWith("shared/") && place(name) > place(path)).map((name) => `${path} → ${name}`),
    );
  expect(wrong).toEqual([]);
});
