import { open, readFile } from "node:fs/promises";

const sentinel = "dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX";
const wireVersion = 1;
const fuses = /** @type {const} */ ([
  "RunAsNode",
  "EnableCookieEncryption",
  "EnableNodeOptionsEnvironmentVariable",
  "EnableNodeCliInspectArguments",
  "EnableEmbeddedAsarIntegrityValidation",
  "OnlyLoadAppFromAsar",
  "LoadBrowserProcessSpecificV8Snapshot",
  "GrantFileProtocolExtraPrivileges",
]);

/**
 * Sets Electron's fuses in place: one byte each behind the sentinel, a version and a length.
 * @param {string} executable
 * @param {Partial<Record<typeof fuses[number], boolean>>} settings
 */
export async function setFuses(executable, settings) {
  const bytes = await readFile(executable);
  const start = bytes.indexOf(sentinel) + sentinel.length;
  const length = bytes[start + 1] ?? 0;
  if (start < sentinel.length || bytes[start] !== wireVersion || length < fuses.length) {
    throw new Error("the executable holds no fuses of the known kind");
  }
  const wire = bytes.subarray(start + 2, start + 2 + length);
  fuses.forEach((fuse, at) => {
    const setting = settings[fuse];
    if (setting !== undefined) wire[at] = (setting ? "1" : "0").charCodeAt(0);
  });
  const file = await open(executable, "r+");
  await file.write(wire, 0, length, start + 2);
  await file.close();
}
