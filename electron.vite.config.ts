import { defineConfig } from "electron-vite";
import { eachAsk, ipc } from "./common/ipc.ts";
import { licences } from "./scripts/licences.mjs";

// The floor is Electron 33 (Node 20.18, Chromium 130): see ARCHITECTURE.md.
const node = "node20.18";
const chromium = "chrome130";

const names = { asks: eachAsk((name) => name), tells: Object.keys(ipc.tells) };

export default defineConfig({
  main: {
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
        output: { format: "cjs", entryFileNames: "[name].cjs" },
      },
    },
  },
  renderer: {
    root: "renderer",
    plugins: [licences()],
    build: {
      target: chromium,
      minify: true,
      rollupOptions: { input: { index: "renderer/index.html", full: "renderer/full-screen.html" } },
    },
  },
});
