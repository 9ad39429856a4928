// Loaded into a process, and into each of its threads: takes the built-in SQLite away, as in an Electron without one.
const { getBuiltinModule } = process;
process.getBuiltinModule = /** @param {any} name */ (name) =>
  name === "node:sqlite" ? undefined : getBuiltinModule(name);
