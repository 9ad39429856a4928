// Opens the settings of a profile and has its address read, in a process of its own: node move-address.mjs FOLDER
import path from "node:path";
import { runnerImport } from "vite";

const [folder = ""] = process.argv.slice(2);
const root = path.join(import.meta.dirname, "../..");
const { module } = await runnerImport(path.join(root, "test/support/kept-address.ts"), {
  root,
  configFile: false,
  logLevel: "error",
});
await module.keptAddress(folder).address.read();
