import { readFile } from "node:fs/promises";

/** @typedef {{ chromium: string, node: string }} Engines */
/** @typedef {import("./sbom.mjs").Component} Component */

/** @param {string | undefined} part */
const isVersion = (part) => /^\d/.test(part ?? "");

/**
 * The versions that a packed Electron has within it, read from the program itself: no list says them before it runs.
 * @param {string} file
 * @returns {Promise<Engines>}
 */
export async function enginesIn(file) {
  const text = await readFile(file, "latin1");
  const chromium = /\bChrome\/(\d+\.\d+\.\d+\.\d+)/.exec(text)?.[1];
  const node = /\/node-v(\d+\.\d+\.\d+)\.tar\.gz|\bnode\.js\/v(\d+\.\d+\.\d+)/.exec(text)?.find(isVersion);
  if (!chromium || !node) throw new Error(`${file} does not tell the versions of Chromium and Node.`);
  return { chromium, node };
}

/**
 * Electron, and what it has within it, by the names under which faults of theirs are published.
 * @param {string} version
 * @param {Engines} engines
 * @returns {Component[]}
 */
export function runtime(version, { chromium, node }) {
  /** @param {string} maker @param {string} name @param {string} of */
  const cpe = (maker, name, of) => `cpe:2.3:a:${maker}:${name}:${of}:*:*:*:*:*:*:*`;
  const licence = (/** @type {string} */ id) => [{ license: { id } }];
  const framework = { type: "framework" };
  return [
    {
      ...framework,
      name: "electron",
      version,
      purl: `pkg:npm/electron@${version}`,
      cpe: cpe("electronjs", "electron", version),
      licenses: licence("MIT"),
    },
    {
      ...framework,
      name: "chromium",
      version: chromium,
      purl: `pkg:generic/chromium@${chromium}`,
      cpe: cpe("google", "chrome", chromium),
      licenses: licence("BSD-3-Clause"),
    },
    {
      ...framework,
      name: "node",
      version: node,
      purl: `pkg:generic/node@${node}`,
      cpe: cpe("nodejs", "node.js", node),
      licenses: licence("MIT"),
    },
  ].map((one) => ({ "bom-ref": `${one.name}@${one.version}`, ...one }));
}
