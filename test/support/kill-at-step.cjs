// Loaded into a process, and into each of its threads: at the step numbered KILL_AT the whole process is killed -9,
// just before it. A step is anything that changes a file: a call of node:fs, or a statement of SQLite's.
const fs = require("node:fs");
const { syncBuiltinESMExports } = require("node:module");

let left = Number(process.env.KILL_AT);
function step() {
  left -= 1;
  if (left === 0) process.kill(process.pid, "SIGKILL");
}

/** @param {any} object @param {string} name */
function watch(object, name) {
  const real = object[name];
  /** @param {unknown[]} args */
  object[name] = function (...args) {
    step();
    return real.apply(this, args);
  };
}

for (const name of ["renameSync", "writeFileSync", "rmSync", "fsyncSync"]) watch(fs, name);
// Whichever of the two the store takes in this process.
const builtIn = /** @type {any} */ (process).getBuiltinModule?.("node:sqlite");
// biome-ignore lint/style/noRestrictedImports: it is looked at, and opens nothing.
const fromPackage = require("@photostructure/sqlite");
for (const library of [builtIn, fromPackage]) if (library) watch(library.DatabaseSync.prototype, "exec");
syncBuiltinESMExports();
