// Test settings: as many workers as the machine has cores, the long files first, and one start for all tests that only compute.
import { defineConfig } from "vitest/config";
import { LongFirst } from "./longFirst.ts";

const only = (...folders: string[]) => folders.map((folder) => `tests/${folder}/**/*.test.{ts,tsx}`);

export default defineConfig({
  test: {
    root: new URL("../..", import.meta.url).pathname,
    globalSetup: ["tests/e2e/sharedFolder.ts", "tests/compileCache.ts"],
    // No test is about speed: these end only what hangs, also on a machine that does much else.
    testTimeout: 240_000,
    hookTimeout: 240_000,
    expect: { poll: { timeout: 90_000 } },
    pool: "forks",
    maxWorkers: "100%",
    sequence: { sequencer: LongFirst },
    projects: [
      { extends: true, test: { name: "work", include: only("contract", "desktop", "e2e", "engine", "peers") } },
      // Pure functions keep nothing from one file to the next.
      { extends: true, test: { name: "rules", include: only("architecture", "unit"), isolate: false } },
    ],
  },
});
