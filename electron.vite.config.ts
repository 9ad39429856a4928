import { defineConfig } from "electron-vite";
import { eachAsk, ipc } from "./common/ipc.ts";
import { languageModules, languagePages } from "./scripts/languages/plugins.mjs";
import { licences } from "./scripts/licences.mjs";

// The floor is Electron 33 (Node 20.18, Chromium 130): see ARCHITECTURE.md.
const node = "node20.18";
const chromium = "chrome130";

// V8 keeps all of a script in two bytes each once one of its characters is beyond Latin-1.
const charset = "ascii";

/** Express's bodies are taken as bytes: what would make texts of them, in any character set, is half a megabyte of tables. */
const withoutCharsets = {
  name: "without-charsets",
  enforce: "pre",
  resolveId: (id: string) => (id === "iconv-lite" ? "\0no-iconv-lite" : null),
  load: (id: string) => (id === "\0no-iconv-lite" ? "export default {};" : null),
} as const;

const names = { asks: eachAsk((name) => name), tells: Object.keys(ipc.tells) };

export default defineConfig({
  main: {
    plugins: [withoutCharsets, languageModules()],
    build: {
      target: node,
      // What every start needs, within few files: hundreds of small ones take a fifth longer.
      externalizeDeps: {
        exclude: [
          "electron-log",
          "electron-menubar",
          "electron-store",
          "express",
          "express-rate-limit",
          "standardwebhooks",
          "temporal-polyfill",
          "zod",
        ],
      },
      rollupOptions: {
        input: {
          index: "main/index.ts",
          "store-worker": "main/store/thread/worker.ts",
          "ngrok-worker": "main/tunnel/providers/ngrok/worker.ts",
        },
        output: {
          format: "es",
          charset,
          // With their names, functions are known again in the stack of an error that a user sends.
          minify: { compress: true, codegen: true, mangle: { toplevel: true, keepNames: true } },
        },
      },
      // Not shipped: see scripts/trace.mjs.
      sourcemap: "hidden",
    },
  },
  preload: {
    define: { names: JSON.stringify(names) },
    build: {
      target: node,
      externalizeDeps: false,
      rollupOptions: {
        input: "preload/index.ts",
        // A sandboxed preload can only be CommonJS, in one file.
        output: { format: "cjs", charset, entryFileNames: "[name].cjs" },
      },
    },
  },
  renderer: {
    root: "renderer",
    plugins: [licences(), languagePages()],
    build: {
      target: chromium,
      minify: true,
      rollupOptions: {
        input: "renderer/index.html",
        output: { charset },
        // A constant that a later script needs, too, would be one more script.
        optimization: { inlineConst: { mode: "all", pass: 1 } },
      },
    },
  },
});
