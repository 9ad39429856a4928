import { execFileSync } from "node:child_process";
import { chmodSync, cpSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/**
 * STAND-IN for fpm's debs. @param {string} root what it installs @param {import("./fpm.mjs").Options} options
 */
export function makeDeb(root, options) {
  const control = Object.entries({
    Package: options.name,
    Version: options.version,
    Architecture: options.architecture,
    Maintainer: options.maintainer,
    Priority: options["deb-priority"],
    Homepage: options.url,
    Depends: options.depends?.join(", "),
    Recommends: options["deb-recommends"]?.join(", "),
    Description: options.description,
  });
  const folder = join(root, "DEBIAN");
  mkdirSync(folder);
  writeFileSync(join(folder, "control"), control.map(([key, value]) => `${key}: ${value}\n`).join(""));
  for (const [script, from] of /** @type {const} */ ([
    ["postinst", "after-install"],
    ["postrm", "after-remove"],
  ])) {
    cpSync(options[from] ?? "", join(folder, script));
    chmodSync(join(folder, script), 0o755);
  }
  const quick = ["--root-owner-group", "-Zzstd", "-z1"];
  execFileSync("dpkg-deb", ["--build", ...quick, root, options.package ?? ""]);
}
