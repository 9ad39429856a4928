import { existsSync, rmSync, writeFileSync } from "node:fs";
import { hasProgram, run, systemEnv } from "./commands.mjs";

const wait = ["-o", "DPkg::Lock::Timeout=300"];
const installing = ["install", "-y", "--no-install-recommends"];

/** Whether this system's packages come by apt, and whether this user may install them. */
export function apt() {
  const here = hasProgram("apt-get");
  return { here, allowed: here && process.getuid?.() === 0 };
}

/**
 * @param {string[][]} choices packages, each under the names that it may have
 */
async function namesHere(choices) {
  const { output } = await run("apt-cache", ["policy", ...choices.flat()], { env: systemEnv });
  const known = [...output.matchAll(/^(\S+):\n.*\n {2}Candidate: (?!\(none\))/gm)].map(([, name]) => name);
  return choices.map((names) => names.find((name) => known.includes(name)) ?? names.at(-1) ?? "");
}

/**
 * Installs the packages and returns what apt said if it failed, else nothing.
 * @param {string[][]} choices packages, each under the names that it may have
 */
export async function aptInstall(choices) {
  const env = { ...systemEnv, DEBIAN_FRONTEND: "noninteractive" };
  const update = await run("apt-get", ["update", "-qq", ...wait], { env });
  const args = [...installing, "-qq", ...wait, ...(await namesHere(choices))];
  const { code, output } = await withoutServices(() => run("apt-get", args, { env }));
  return code === 0 ? "" : `${update.output}\n${output}\n`;
}

/**
 * Debian starts a server as soon as it is installed; the tests want its program only.
 * @template T
 * @param {() => Promise<T>} install
 */
async function withoutServices(install) {
  const policy = "/usr/sbin/policy-rc.d";
  if (existsSync(policy)) return install();
  writeFileSync(policy, "#!/bin/sh\nexit 101\n", { mode: 0o755 });
  try {
    return await install();
  } finally {
    rmSync(policy);
  }
}

/**
 * The command with which a person installs the packages.
 * @param {string[][]} choices packages, each under the names that it may have
 */
export async function aptCommand(choices) {
  return ["sudo apt-get", ...installing, ...(await namesHere(choices))].join(" ");
}
