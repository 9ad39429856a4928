import { execFileSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const macros = {
  _build_id_links: "none",
  __spec_install_post: "%{nil}",
  _binary_payload: "w1.zstdio",
  use_source_date_epoch_as_buildtime: "1",
  clamp_mtime_to_source_date_epoch: "1",
  _buildhost: "somewhere",
};
const architectures = new Map([
  ["amd64", "x86_64"],
  ["arm64", "aarch64"],
]);

/** A script for a spec, which takes percent signs for macros. @param {string} [file] */
const script = (file) => readFileSync(file ?? "", "utf8").replaceAll("%", "%%");

/**
 * STAND-IN for fpm's rpms: like fpm it lists files only, and folders below those that it is told.
 * @param {string} root what it installs @param {import("./fpm.mjs").Options} options
 */
export function makeRpm(root, options) {
  const owned = options.directories ?? [];
  const listed = readdirSync(root, { recursive: true, withFileTypes: true }).flatMap((entry) => {
    const path = join(entry.parentPath, entry.name).slice(root.length);
    const within = owned.some((folder) => path === folder || path.startsWith(`${folder}/`));
    return entry.isDirectory() ? (within ? [`%dir "${path}"`] : []) : [`"${path}"`];
  });
  const spec = `Name: ${options.name}
Version: ${options.version}
Release: 1
Summary: ${options["rpm-summary"]}
License: ${options.license}
Vendor: ${options.vendor}
URL: ${options.url}
Packager: ${options.maintainer}
AutoReqProv: no
${(options.depends ?? []).map((one) => `Requires: ${one}`).join("\n")}
%description
${options.description}
%post
${script(options["after-install"])}
%postun
${script(options["after-remove"])}
%files
%defattr(-,root,root,-)
${listed.sort().join("\n")}
`;
  const work = mkdtempSync(join(tmpdir(), "rpm-"));
  writeFileSync(join(work, "made.spec"), spec);
  const target = architectures.get(options.architecture ?? "") ?? "";
  const defines = Object.entries({ ...macros, _topdir: work }).flatMap(([name, value]) => [
    "--define",
    `${name} ${value}`,
  ]);
  const args = ["-bb", "--quiet", "--target", target, "--buildroot", root, ...defines];
  execFileSync("rpmbuild", [...args, join(work, "made.spec")]);
  const folder = join(work, "RPMS", target);
  renameSync(join(folder, readdirSync(folder)[0] ?? ""), options.package ?? "");
  rmSync(work, { recursive: true });
}
