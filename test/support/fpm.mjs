#!/usr/bin/env node
// Takes fpm's place for electron-builder, with Debian's own dpkg-deb: fpm comes from GitHub only. Debian packages, no more
// of its options than electron-builder gives.
import { execFileSync } from "node:child_process";
import { chmodSync, cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { parseArgs } from "node:util";

const text = /** @type {const} */ ({ type: "string" });
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    s: { ...text, short: "s" },
    t: { ...text, short: "t" },
    force: { type: "boolean" },
    depends: { ...text, short: "d", multiple: true },
    "deb-recommends": { ...text, multiple: true },
    "deb-compression": text,
    "deb-priority": text,
    architecture: text,
    "after-install": text,
    "after-remove": text,
    description: text,
    version: text,
    package: text,
    name: text,
    maintainer: text,
    vendor: text,
    url: text,
    license: text,
  },
});
if (values.t !== "deb") throw new Error(`This makes Debian packages, not ${values.t}.`);

const root = mkdtempSync(join(tmpdir(), "fpm-"));
for (const mapping of positionals) {
  const [from = "", to = ""] = mapping.split("=");
  const target = join(root, to);
  mkdirSync(dirname(target), { recursive: true });
  cpSync(from, target, { recursive: true, verbatimSymlinks: true, preserveTimestamps: true });
}
const control = Object.entries({
  Package: values.name,
  Version: values.version,
  Architecture: values.architecture,
  Maintainer: values.maintainer,
  Priority: values["deb-priority"],
  Homepage: values.url,
  Depends: values.depends?.join(", "),
  Recommends: values["deb-recommends"]?.join(", "),
  Description: values.description,
});
const folder = join(root, "DEBIAN");
mkdirSync(folder);
writeFileSync(join(folder, "control"), control.map(([key, value]) => `${key}: ${value}\n`).join(""));
for (const [script, from] of /** @type {const} */ ([
  ["postinst", "after-install"],
  ["postrm", "after-remove"],
])) {
  cpSync(values[from] ?? "", join(folder, script));
  chmodSync(join(folder, script), 0o755);
}
// Quick rather than small: nobody downloads what a test makes.
execFileSync("dpkg-deb", ["--build", "--root-owner-group", "-Zzstd", "-z1", root, values.package ?? ""]);
rmSync(root, { recursive: true });
