import { defineConfig } from "vite";
import { languagePages } from "./scripts/languages/plugins.mjs";

/** What fills the screen, apart from the page: what both share would be one more script, for which each of them waits. */
export default defineConfig({
  root: "renderer",
  base: "./",
  plugins: [languagePages()],
  build: {
    target: "chrome130",
    outDir: "../out/renderer",
    // The page is there.
    emptyOutDir: false,
    rollupOptions: { input: "renderer/full-screen.html", output: { charset: "ascii" } },
  },
});
