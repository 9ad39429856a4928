#!/usr/bin/env node
// STAND-IN for fpm, which comes from GitHub only: makes debs and rpms with Debian's own dpkg-deb and rpmbuild, and knows no
// more of fpm's options than electron-builder gives. Quick rather than small: nobody downloads what a test makes.
import { cpSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { parseArgs } from "node:util";
import { makeDeb } from "./deb.mjs";
import { makeRpm } from "./rpm.mjs";

const text = /** @type {const} */ ({ type: "string" });
const several = /** @type {const} */ ({ type: "string", multiple: true });
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    s: { ...text, short: "s" },
    t: { ...text, short: "t" },
    force: { type: "boolean" },
    depends: { ...several, short: "d" },
    directories: several,
    "deb-recommends": several,
    "deb-compression": text,
    "deb-priority": text,
    "rpm-compression": text,
    "rpm-os": text,
    "rpm-summary": text,
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

const root = mkdtempSync(join(tmpdir(), "fpm-"));
for (const mapping of positionals) {
  const [from = "", to = ""] = mapping.split("=");
  const target = join(root, to);
  mkdirSync(dirname(target), { recursive: true });
  cpSync(from, target, { recursive: true, verbatimSymlinks: true, preserveTimestamps: true });
}
if (values.t === "rpm") makeRpm(root, values);
else makeDeb(root, values);
// rpmbuild has done so.
rmSync(root, { recursive: true, force: true });

/** @typedef {typeof values} Options */
