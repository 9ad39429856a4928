import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { argumentsOf } from "./languages/arguments.mjs";
import { compile, isRightToLeft } from "./languages/compile.mjs";
import { repository } from "./setup/paths.mjs";

// Makes languages/compiled of languages/*.arb: no message is read while Bookbell runs, and none can lack an argument.

const folder = join(repository, "languages");

/** The first part of a message's key is its subject. What fills the screen is a page of its own. */
const both = ["app", "details", "facts", "moments", "problems", "reasons", "receiving", "spans"];
const mains = ["exports", "greeting", "notifications", "outgoing", "testBooking", "tray"];
/** @type {Readonly<Record<string, (subject: string) => boolean>>} */
const sides = {
  main: (subject) => both.includes(subject) || mains.includes(subject),
  page: (subject) => subject !== "fullScreen" && !mains.includes(subject),
  full: (subject) => subject === "fullScreen",
};

/**
 * @param {string} file
 * @param {string} content
 */
function write(file, content) {
  const to = join(folder, "compiled", file);
  mkdirSync(dirname(to), { recursive: true });
  writeFileSync(to, content);
}

/** @param {string} language */
function read(language) {
  /** @type {Record<string, string>} */
  const arb = JSON.parse(readFileSync(join(folder, `${language}.arb`), "utf8"));
  return {
    /** As its speakers call it. */
    name: arb["@@x-name"],
    messages: new Map(Object.entries(arb).filter(([key]) => !key.startsWith("@"))),
  };
}

const english = argumentsOf(read("en").messages);

/**
 * @param {string} language
 * @param {ReadonlyMap<string, string>} messages
 * @throws Error that names the messages which are missing, too many, or given other arguments than in English
 */
function check(language, messages) {
  const own = argumentsOf(messages);
  const keys = new Set([...english.keys(), ...own.keys()]);
  const other = [...keys].filter((key) => english.get(key) !== own.get(key));
  if (other.length > 0)
    throw new Error(`languages/${language}.arb differs from English in ${other.join(", ")}`);
}

rmSync(join(folder, "compiled"), { recursive: true, force: true });
const all = readdirSync(folder)
  .filter((name) => name.endsWith(".arb"))
  .map((name) => ({ language: basename(name, ".arb"), ...read(basename(name, ".arb")) }));
for (const { language, messages } of all) {
  check(language, messages);
  for (const [side, says] of Object.entries(sides)) {
    const { module, types } = compile(
      language,
      [...messages].filter(([key]) => says(key.split(".")[0] ?? "")),
    );
    write(`${side}/${language}.js`, module);
    write(`${side}/${language}.d.ts`, language === "en" ? types : 'export { default } from "./en.js";\n');
  }
}
const names = Object.fromEntries(all.map(({ language, name }) => [language, name]));
const rightToLeft = Object.keys(names).filter(isRightToLeft);
write(
  "names.js",
  `export const names = ${JSON.stringify(names)};\nexport const rightToLeft = ${JSON.stringify(rightToLeft)};\n`,
);
write(
  "names.d.ts",
  `export type Language = ${all.map(({ language }) => `"${language}"`).join(" | ")};
export const names: Readonly<Record<Language, string>>;
export const rightToLeft: readonly Language[];\n`,
);
