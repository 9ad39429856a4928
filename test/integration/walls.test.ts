import { execFile } from "node:child_process";
import { copyFile, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

// What `npm run check` refuses among imports: each rule is given a file that breaks it, and one that does not.

/** From top to bottom; an import goes down only. */
const floors = [
  ["compose"],
  ["window"],
  ["ipc"],
  ["exports", "calendar", "alerts", "tunnel"],
  ["tray", "updates", "store", "receivers"],
  ["desktop", "view", "sources"],
  ["settings", "lifecycle"],
  ["destinations"],
  ["bookings", "lib"],
];
const folders = floors.flat();
/** The same of the page; its own files lie above all of them. */
const pageFloors = [
  ["screens", "full-screen"],
  ["setup", "palette"],
  ["activity", "booking", "destinations", "log", "search", "settings", "timekit", "today", "tunnel"],
  ["agenda", "proof", "webhooks"],
  ["chrome"],
  ["form"],
  ["parts"],
  ["state"],
  ["text"],
];
const pageFolders = pageFloors.flat();
const pageFiles = ["main.tsx", "app.tsx", "use-keys.ts"];
const mayUseElectron = ["compose", "window", "tray", "ipc", "desktop", "updates", "lifecycle", "settings"];
const edges = ["alerts/notifiers", "tunnel/providers/ngrok"];

/** What a team's relay has of main: what it does without Electron, and without a store. */
const ofRelay = ["receivers", "sources", "lib"];
const notOfRelay = folders.filter((folder) => ![...ofRelay, "bookings"].includes(folder));

let root = "";
let found: readonly { file: string; rule: string }[] = [];

const importing = (...from: readonly string[]) =>
  from
    .map((specifier, index) => `import { a${index} } from "${specifier}";\nconsole.log(a${index});\n`)
    .join("");

/** For each folder a file that imports from all floors below, and one for each folder that it must not import from. */
function filesOf(side: string, floors: readonly (readonly string[])[]): Record<string, string> {
  const floorOf = (folder: string) => floors.findIndex((floor) => floor.includes(folder));
  const folders = floors.flat();
  const specifier = (folder: string) => `../${folder}/leaf.ts`;
  return Object.fromEntries(
    folders.flatMap((folder) => {
      const others = folders.filter((other) => other !== folder);
      const isBelow = (other: string) => floorOf(other) > floorOf(folder);
      const below = others.filter(isBelow).map(specifier);
      return [
        [`${side}/${folder}/leaf.ts`, "export const a0 = 0;\n"],
        [`${side}/${folder}/down.ts`, importing(...below, "../../common/leaf.ts")],
        ...others
          .filter((other) => !isBelow(other))
          .map((other) => [`${side}/${folder}/up-to-${other}.ts`, importing(specifier(other))]),
      ];
    }),
  );
}

/** The source of each file, by its name. */
const files: Record<string, string> = {
  ...filesOf("main", floors),
  ...filesOf("renderer", pageFloors),
  ...Object.fromEntries(
    folders.flatMap((folder) => [
      [`main/${folder}/page.ts`, importing("../../renderer/leaf.ts")],
      [`main/${folder}/electron.ts`, importing("electron")],
      [`main/${folder}/electron-log.ts`, importing("electron-log/node.js")],
      [`main/${folder}/ipc-main.ts`, 'import { ipcMain } from "electron";\nconsole.log(ipcMain);\n'],
    ]),
  ),
  ...Object.fromEntries(
    pageFolders.flatMap((folder) => [
      [`renderer/${folder}/main.ts`, importing("../../main/lib/leaf.ts")],
      [`renderer/${folder}/electron.ts`, importing("electron")],
      ...pageFiles.map((file) => [`renderer/${folder}/up-to-${file}`, importing(`../${file}`)]),
    ]),
  ),
  ...Object.fromEntries(
    pageFiles.map((file) => [`renderer/${file}`, importing("./screens/leaf.ts", "./text/leaf.ts")]),
  ),
  ...Object.fromEntries(edges.map((edge) => [`main/${edge}/electron.ts`, importing("electron")])),
  "relay/down.ts": importing(...ofRelay.map((folder) => `../main/${folder}/leaf.ts`), "../common/leaf.ts"),
  "relay/electron.ts": importing("electron"),
  "relay/electron-log.ts": importing("electron-log/node.js"),
  "relay/page.ts": importing("../renderer/leaf.ts"),
  ...Object.fromEntries(
    notOfRelay.map((folder) => [`relay/up-to-${folder}.ts`, importing(`../main/${folder}/leaf.ts`)]),
  ),
  "relay/leaf.ts": "export const a0 = 0;\n",
  ...Object.fromEntries(
    [...folders, ...edges, "receivers/relay"].map((folder) => [
      `main/${folder}/of-the-relay.ts`,
      importing(`${"../".repeat(folder.split("/").length + 1)}relay/leaf.ts`),
    ]),
  ),
  "main/of-the-relay.ts": importing("../relay/leaf.ts"),
  "common/of-the-relay.ts": importing("../relay/leaf.ts"),
  "common/words/of-the-relay.ts": importing("../../relay/leaf.ts"),
  "preload/of-the-relay.ts": importing("../relay/leaf.ts"),
  "renderer/of-the-relay.ts": importing("../relay/leaf.ts"),
  ...Object.fromEntries(
    pageFolders.map((folder) => [`renderer/${folder}/of-the-relay.ts`, importing("../../relay/leaf.ts")]),
  ),
  "main/receivers/relay/leaf.ts": "export const a0 = 0;\n",
  "main/receivers/http/way-in.ts": importing("../relay/leaf.ts"),
  "main/tunnel/way-in.ts": importing("../receivers/relay/leaf.ts"),
  "main/compose/way-in.ts": importing("../receivers/relay/leaf.ts"),
  "common/leaf.ts": "export const a0 = 0;\n",
  "common/main.ts": importing("../main/lib/leaf.ts"),
  "common/node.ts": importing("node:fs"),
  "renderer/leaf.ts": "export const a0 = 0;\n",
  "renderer/main.ts": importing("../main/lib/leaf.ts"),
  "renderer/electron.ts": importing("electron"),
  "main/lib/one.ts": 'import type { Two } from "./two.ts";\nexport type One = Two | 1;\n',
  "main/lib/two.ts": 'import type { One } from "./one.ts";\nexport type Two = { readonly one: One };\n',
};

beforeAll(async () => {
  root = await mkdtemp(path.join(tmpdir(), "bookbell-walls-"));
  const config = JSON.parse(await readFile("biome.json", "utf8"));
  await writeFile(path.join(root, "biome.json"), JSON.stringify({ ...config, $schema: undefined, vcs: {} }));
  await copyFile("package.json", path.join(root, "package.json"));
  for (const [name, source] of Object.entries(files)) {
    await mkdir(path.dirname(path.join(root, name)), { recursive: true });
    await writeFile(path.join(root, name), source);
  }
  const biome = path.resolve("node_modules/@biomejs/biome/bin/biome");
  const args = [biome, "lint", "--reporter=json", "--max-diagnostics=none"];
  const { stdout } = await promisify(execFile)(process.execPath, args, {
    cwd: root,
    maxBuffer: 2 ** 26,
  }).catch(
    // It ends with 1 because there is something to find.
    (error: { stdout: string }) => error,
  );
  const { diagnostics } = JSON.parse(stdout) as {
    diagnostics: { category: string; location: { path: string | { file: string } } }[];
  };
  found = diagnostics.map(({ category, location }) => ({
    file: typeof location.path === "string" ? location.path : location.path.file,
    rule: category.split("/").at(-1) ?? "",
  }));
});

afterAll(() => rm(root, { recursive: true, force: true }));

const rulesBrokenBy = (file: string) => {
  expect(files).toHaveProperty([file]);
  return found.filter((one) => one.file === file).map(({ rule }) => rule);
};
const restricted = ["noRestrictedImports"];

describe.each(folders)("main/%s", (folder) => {
  test("imports from every floor below", () => expect(rulesBrokenBy(`main/${folder}/down.ts`)).toEqual([]));

  test("imports from no floor above, from no neighbour, and never from the page", () => {
    const wrong = Object.keys(files).filter((name) => name.startsWith(`main/${folder}/up-to-`));
    for (const file of [...wrong, `main/${folder}/page.ts`]) expect(rulesBrokenBy(file)).toEqual(restricted);
  });

  test("imports Electron only if it is at an edge, and ipcMain only in ipc", () => {
    const electron = mayUseElectron.includes(folder) ? [] : restricted;
    expect(rulesBrokenBy(`main/${folder}/electron.ts`)).toEqual(electron);
    expect(rulesBrokenBy(`main/${folder}/electron-log.ts`)).toEqual(electron);
    expect(rulesBrokenBy(`main/${folder}/ipc-main.ts`)).toEqual(folder === "ipc" ? [] : restricted);
  });
});

test.each(edges)("main/%s may import Electron", (edge) =>
  expect(rulesBrokenBy(`main/${edge}/electron.ts`)).toEqual([]),
);

describe.each(pageFolders)("renderer/%s", (folder) => {
  test("imports from every floor below", () =>
    expect(rulesBrokenBy(`renderer/${folder}/down.ts`)).toEqual([]));

  test("imports from no floor above, from no neighbour, and from common only besides", () => {
    const wrong = Object.keys(files).filter((name) => name.startsWith(`renderer/${folder}/up-to-`));
    expect(wrong.length).toBeGreaterThanOrEqual(pageFiles.length);
    for (const file of [...wrong, `renderer/${folder}/main.ts`, `renderer/${folder}/electron.ts`])
      expect(rulesBrokenBy(file)).toEqual(restricted);
  });
});

test("relay imports from few folders of main, and never from Electron or the page", () => {
  expect(rulesBrokenBy("relay/down.ts")).toEqual([]);
  const wrong = Object.keys(files).filter((name) => name.startsWith("relay/up-to-"));
  expect(wrong).toHaveLength(notOfRelay.length);
  for (const file of [...wrong, "relay/electron.ts", "relay/electron-log.ts", "relay/page.ts"])
    expect(rulesBrokenBy(file)).toEqual(restricted);
});

test("nobody imports from a team's relay, whose way in main/receivers/relay is another", () => {
  const wrong = Object.keys(files).filter((name) => name.endsWith("/of-the-relay.ts"));
  expect(wrong).toHaveLength(folders.length + edges.length + 1 + pageFolders.length + 5);
  for (const file of wrong) expect({ file, rules: rulesBrokenBy(file) }).toEqual({ file, rules: restricted });
  const right = Object.keys(files).filter((name) => name.endsWith("/way-in.ts"));
  for (const file of right) expect(rulesBrokenBy(file)).toEqual([]);
});

test("every folder of the page has its floor", async () => {
  const entries = await readdir("renderer", { withFileTypes: true });
  const names = entries.filter((entry) => entry.isDirectory()).map(({ name }) => name);
  // Styles import nothing but each other.
  expect(names.sort()).toEqual([...pageFolders, "styles"].sort());
});

test.each(pageFiles)("renderer/%s imports from every floor", (file) =>
  expect(rulesBrokenBy(`renderer/${file}`)).toEqual([]),
);

test.each(["common/main.ts", "common/node.ts", "renderer/main.ts", "renderer/electron.ts"])(
  "%s imports what it must not know",
  (file) => expect(rulesBrokenBy(file)).toEqual(restricted),
);

test("a circle is refused, of types, too", () => {
  expect(rulesBrokenBy("main/lib/one.ts")).toEqual(["noImportCycles"]);
  expect(rulesBrokenBy("main/lib/two.ts")).toEqual(["noImportCycles"]);
});
