import { readFileSync } from "node:fs";
import path from "node:path";
import { parse } from "yaml";
import manifest from "../../package.json" with { type: "json" };

const repository = path.join(import.meta.dirname, "../..");
const yaml = (file: string) => parse(readFileSync(path.join(repository, file), "utf8"));

interface Machine {
  readonly name: string;
  readonly arguments: string;
}
type Target = string | { readonly target: string; readonly arch?: readonly string[] };

/** How a package for Linux calls an architecture. */
const called: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  deb: { x64: "amd64" },
  rpm: { x64: "x86_64", arm64: "aarch64" },
  AppImage: { x64: "x86_64" },
};
const endOf: Readonly<Record<string, string>> = { nsis: "exe" };

/**
 * The files that each of the release's machines makes, by what electron-builder.yml and the workflow say. An architecture
 * that a target names is made whatever the machine was asked for.
 */
export function filesOfRelease(): Record<string, string[]> {
  const builder = yaml("electron-builder.yml");
  const { packages } = yaml(".github/workflows/release.yml").jobs;
  const machines: readonly Machine[] = packages.strategy.matrix.include;
  return Object.fromEntries(
    machines.map(({ name, arguments: given }) => {
      const asked = [...given.matchAll(/--(x64|arm64)/g)].map(([, arch = ""]) => arch);
      const system = /--(win|mac|linux)/.exec(given)?.[1] ?? "";
      const files = (builder[system].target as readonly Target[]).flatMap((one) => {
        const { target, arch = asked } = typeof one === "string" ? { target: one } : one;
        const ownName = target === "AppImage" ? builder.appImage : target === "nsis" ? builder.nsis : null;
        const pattern: string = (ownName ?? builder[system]).artifactName;
        return arch.map((one) => {
          const [machine, ext] = [called[target]?.[one] ?? one, endOf[target] ?? target];
          const values: Readonly<Record<string, string>> = { version: manifest.version, arch: machine, ext };
          return pattern.replace(/\$\{(\w+)\}/g, (_, value) => values[value] ?? "");
        });
      });
      return [name, [...files, feedOf(system, asked)]];
    }),
  );
}

const feedOf = (system: string, [arch]: readonly string[]) =>
  ({ win: "latest.yml", mac: "latest-mac.yml" })[system] ??
  `latest-linux${arch === "arm64" ? "-arm64" : ""}.yml`;
