// Test settings: four kinds of tests, picked by folder.
import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    root: new URL("../..", import.meta.url).pathname,
    include: ["tests/**/*.test.{ts,tsx}"],
    globalSetup: ["tests/e2e/sharedFolder.ts"],
    testTimeout: 60_000,
    // What a screen shows arrives when it arrives, also on a slow machine.
    expect: { poll: { timeout: 30_000 } },
    hookTimeout: 60_000,
    pool: "forks",
  },
});
