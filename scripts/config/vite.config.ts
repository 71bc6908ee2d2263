// How the renderer is bundled: into dist/renderer, every asset a file of its own, nothing inline and nothing from elsewhere (the CSP allows neither).
import { fileURLToPath } from "node:url";
import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";

const root = fileURLToPath(new URL("../..", import.meta.url));

export default defineConfig({
  root: `${root}renderer`,
  base: "./",
  cacheDir: `${root}node_modules/.cache/vite`,
  logLevel: "warn",
  plugins: [react()],
  build: {
    outDir: `${root}dist/renderer`,
    emptyOutDir: true,
    target: "chrome140",
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 4096,
    sourcemap: false,
    rolldownOptions: {
      output: {
        // Whatever declares a schema needs this chunk first, and with it the word that no code is made from strings.
        codeSplitting: { groups: [{ name: "policy", test: /node_modules\/zod\/|renderer\/rpc\/trustedTypes/ }] },
      },
    },
  },
});
