import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { basename, delimiter, join } from "node:path";
import { repository } from "./paths.mjs";

/** A failure whose message says all that a person needs to know. */
export class SetUpError extends Error {}

// An ordinary user's PATH leaves out the folders of ldconfig.
const path = [process.env.PATH, "/usr/sbin", "/sbin"].join(delimiter);

/** For the system's own programs, whose words are read here and so must be English. */
export const systemEnv = { ...process.env, PATH: path, LC_ALL: "C" };

/** @param {string} program */
export function hasProgram(program) {
  return path.split(delimiter).some((folder) => existsSync(join(folder, program)));
}

/**
 * Runs a program without input and keeps what it prints; a program that is missing gives code 127.
 * @param {string} program
 * @param {string[]} args
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv, timeout?: number, shell?: boolean }} [options]
 * @returns {Promise<{ code: number, output: string }>}
 */
export function run(program, args, options = {}) {
  return new Promise((resolve) => {
    const child = spawn(program, args, {
      cwd: repository,
      killSignal: "SIGKILL",
      ...options,
      stdio: ["ignore", "pipe", "pipe"],
    });
    /** @type {string[]} */
    const texts = [];
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding("utf8").on("data", (text) => texts.push(text));
    }
    child.on("error", (error) => resolve({ code: 127, output: error.message }));
    child.on("close", (code) => resolve({ code: code ?? 1, output: texts.join("").trim() }));
  });
}

/**
 * Installs exactly what the lock file of a folder says, running no package's own scripts.
 * @param {string} folder
 */
export function npmCi(folder) {
  const script = process.env.npm_execpath ?? "";
  const isKnown = basename(script) === "npm-cli.js";
  // Windows starts npm only through a shell, and that needs the quotes.
  const shell = !isKnown && process.platform === "win32";
  const quiet = ["--no-audit", "--no-fund", "--loglevel=error"];
  const prefix = shell ? `"${folder}"` : folder;
  const args = ["ci", "--prefix", prefix, "--ignore-scripts", "--include=dev", ...quiet];
  return isKnown
    ? run(process.execPath, [script, ...args], { cwd: folder })
    : run("npm", args, { cwd: folder, shell });
}
