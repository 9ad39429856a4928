type Values = Readonly<Record<string, unknown>>;

/** Each makes a file of one version into one of the next; the first is given 0.1.0's, which knew no versions. */
const migrations: readonly ((file: Values) => Values)[] = [
  ({ told, ...file }) => (told === undefined ? file : { ...file, alerts: told }),
  // The step of the first run that was Timekit's alone.
  (file) => (file.setup === "timekit" ? { ...file, setup: "connect" } : file),
  // The first run has no steps any more: it looks at what is there.
  (file) => (["reach", "connect", "prove"].includes(String(file.setup)) ? { ...file, setup: "open" } : file),
];

/** A file of any version as this one writes it; one of a newer version stays as it is. */
export function migrated(file: Values): Values {
  const version = typeof file.version === "number" ? file.version : 0;
  const changed = migrations.slice(version).reduce((values, migrate) => migrate(values), file);
  return { ...changed, version: Math.max(version, migrations.length) };
}
