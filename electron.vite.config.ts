import { defineConfig } from "electron-vite";
import { eachAsk, ipc } from "./common/ipc.ts";
import { languageModules, languagePages } from "./scripts/languages/plugins.mjs";
import { licences } from "./scripts/licences.mjs";

// The floor is Electron 33 (Node 20.18, Chromium 130): see ARCHITECTURE.md.
const node = "node20.18";
const chromium = "chrome130";

// V8 keeps all of a script in two bytes each once one of its characters is beyond Latin-1.
const charset = "ascii";

/** What packages ask for and Bookbell does without, as modules that take its place. */
const placeholders = new Map([
  // Express's bodies are taken as bytes: what would make texts of them, in any character set, is half a megabyte of tables.
  ["iconv-lite", "export default {};"],
  // electron-store checks a schema by these if it is given one, which it is not.
  ["ajv/dist/2020.js", "export class Ajv2020 {}"],
  ["ajv-formats", "export default {};"],
  // ssh2 goes without its own native code, which a build would have to compile, and then takes what Node has.
  ["cpu-features", "throw new Error('Left out.');"],
  ["./crypto/build/Release/sshcrypto.node", "throw new Error('Left out.');"],
]);

const leaveOut = {
  name: "leave-out",
  enforce: "pre",
  resolveId: (id: string) => (placeholders.has(id) ? `\0left-out:${id}` : null),
  load: (id: string) => placeholders.get(id.replace("\0left-out:", "")) ?? null,
} as const;

const names = { asks: eachAsk((name) => name), tells: Object.keys(ipc.tells) };

export default defineConfig({
  main: {
    plugins: [leaveOut, languageModules()],
    build: {
      target: node,
      // All but native modules, minified and within few files: as hundreds of their own they are twice as large, and a start
      // takes a fifth longer. What few need is in a file that is read when it is asked for.
      externalizeDeps: {
        exclude: [
          "@nats-io/jetstream",
          "@nats-io/nats-core",
          "csv-stringify",
          "electron-log",
          "electron-menubar",
          "electron-store",
          "electron-updater",
          "express",
          "express-rate-limit",
          "ical-generator",
          "nanotar",
          "node-notifier",
          "ssh2",
          "standardwebhooks",
          "temporal-polyfill",
          "ws",
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
