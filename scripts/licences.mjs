import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { manifestOf, neededBy, withTheirs } from "./dependencies.mjs";
import { repository } from "./setup/paths.mjs";

/** @typedef {{ name: string, version: string, licence: string, text: string }} Licence */

/** @param {string} folder */
function textIn(folder) {
  const file = readdirSync(join(repository, folder)).find((name) =>
    /^(licen[cs]e|copying)(\.|$|-)/i.test(name),
  );
  return file ? readFileSync(join(repository, folder, file), "utf8").trim() : "";
}

/**
 * @param {string} folder
 * @returns {Licence}
 */
function licenceOf(folder) {
  const { name, version, license, licenses } = manifestOf(folder);
  return { name, version, licence: license ?? licenses?.[0]?.type ?? "", text: textIn(folder) };
}

/** @param {Licence[]} all */
function sorted(all) {
  const distinct = new Map(all.map((one) => [`${one.name}@${one.version}`, one]));
  return [...distinct.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
}

/**
 * Every package that Bookbell ships, by name, with its licence; the text is empty where it brings none.
 * @returns {Licence[]}
 */
export const listLicences = () => sorted([...withTheirs(neededBy(""))].map(licenceOf));

/** Gives the page that list under a name of its own. */
export function licences() {
  const [name, id] = ["virtual:licences", "\0virtual:licences"];
  return {
    name: "licences",
    /** @param {string} source */
    resolveId: (source) => (source === name ? id : null),
    /** @param {string} wanted */
    load: (wanted) => (wanted === id ? `export const licences = ${JSON.stringify(listLicences())}` : null),
  };
}

/** Puts the licences of all that is within a bundle at its end: it is handed on without anything beside it. */
export function bundledLicences() {
  return {
    name: "bundled-licences",
    /**
     * @param {unknown} _options
     * @param {Record<string, { type: string, code?: string, modules?: Record<string, { renderedLength: number }> }>} bundle
     */
    generateBundle(_options, bundle) {
      for (const chunk of Object.values(bundle)) {
        const within = Object.entries(chunk.modules ?? {}).filter(
          ([, { renderedLength }]) => renderedLength > 0,
        );
        const folders = new Set(within.flatMap(([id]) => packageOf(id)));
        if (chunk.code) chunk.code += commentOf(sorted([...folders].map(licenceOf)));
      }
    },
  };
}

/**
 * The folder of the package that a module is of; none where it is our own.
 * @param {string} id
 */
function packageOf(id) {
  const [, folder] = /^\0?.*?(node_modules\/(?:.*\/node_modules\/)?(?:@[^/]+\/)?[^/?]+)/.exec(id) ?? [];
  return folder ? [folder] : [];
}

/** @param {Licence[]} all */
function commentOf(all) {
  const notices = all.map(({ name, version, licence, text }) => `${name} ${version} (${licence})\n\n${text}`);
  return `\n/*!\n${notices.join("\n\n---\n\n").replaceAll("*/", "* /")}\n*/\n`;
}
