// Loaded into a process, and into each of its threads: the built-in SQLite is one of an older version, and says on
// standard error what it is given to open.
const { writeSync } = require("node:fs");
const sqlite = /** @type {any} */ (process).getBuiltinModule("node:sqlite");

sqlite.DatabaseSync = class extends sqlite.DatabaseSync {
  /** @param {any[]} args */
  constructor(...args) {
    writeSync(2, `built-in opens ${args[0]}\n`);
    super(...args);
    this.function("sqlite_version", () => "3.51.2");
  }
};
