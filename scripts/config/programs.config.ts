// How the programs outside the renderer are bundled: flat into dist/desktop, so that a child's entry lies beside the chunk that forks it.
import { fileURLToPath } from "node:url";
import type { InlineConfig } from "vite";

const root = fileURLToPath(new URL("../..", import.meta.url));

/** Stay packages of their own: native modules and what the desktop program itself provides. */
const external = [
  "electron",
  "better-sqlite3",
  "better-sqlite3-multiple-ciphers",
  // What exports draw with: a native canvas, and libraries that read files beside themselves.
  "@napi-rs/canvas",
  "pdfkit",
  "subset-font",
];

function bundle(input: Record<string, string>, output: { format: "es" | "cjs"; ending: string }): InlineConfig {
  return {
    root,
    configFile: false,
    logLevel: "warn",
    publicDir: false,
    ssr: { noExternal: true, external },
    // CommonJS libraries name their own file; as part of an ES module it is this.
    define: output.format === "es" ? { __filename: "import.meta.filename", __dirname: "import.meta.dirname" } : {},
    build: {
      ssr: true,
      outDir: `${root}dist/desktop`,
      emptyOutDir: false,
      target: "node22",
      minify: false,
      rollupOptions: {
        input,
        output: { format: output.format, entryFileNames: `[name].${output.ending}`, chunkFileNames: `[name]-[hash].${output.ending}` },
      },
    },
  };
}

/** The preload script is sandboxed: CommonJS, one file. */
export const programs: readonly InlineConfig[] = [
  bundle(
    {
      main: `${root}electron/desktop/main.ts`,
      host: `${root}electron/engine/hostMain.ts`,
      childMain: `${root}electron/engine/jobs/childMain.ts`,
      taskThread: `${root}electron/engine/jobs/taskThread.ts`,
      cli: `${root}electron/cli/main.ts`,
    },
    { format: "es", ending: "js" },
  ),
  bundle({ preload: `${root}electron/desktop/preload.ts` }, { format: "cjs", ending: "cjs" }),
];
