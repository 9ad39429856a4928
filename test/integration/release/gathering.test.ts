import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { parse } from "yaml";
import manifest from "../../../package.json" with { type: "json" };
import { packingEnv, published } from "../../../scripts/release/pack.mjs";
import { temporaryFolder } from "../../support/files.ts";
import { filesOfRelease } from "../../support/release-files.ts";

const script = path.join(import.meta.dirname, "../../../scripts/release/gather.mjs");
const { version } = manifest;
const sha256 = (text: string) => createHash("sha256").update(text).digest("hex");

/** Folders as the release's machines leave them, gathered. */
function gathered(machines: Readonly<Record<string, readonly string[]>>, contentOf = (_: string) => "") {
  const folder = temporaryFolder();
  for (const [machine, names] of Object.entries(machines)) {
    mkdirSync(path.join(folder, "packages", machine), { recursive: true });
    for (const name of names)
      writeFileSync(path.join(folder, "packages", machine, name), contentOf(machine) || name);
  }
  execFileSync(process.execPath, [script, "packages", "release", "channels"], { cwd: folder, stdio: "pipe" });
  return {
    names: readdirSync(path.join(folder, "release")),
    sums: readFileSync(path.join(folder, "release/SHA256SUMS"), "utf8"),
    channel: (name: string) => readFileSync(path.join(folder, "channels", name), "utf8"),
  };
}

const bill = `bookbell-${version}.cdx.json`;

test("no machine of the release makes a file that another makes, but for the list of what it is made of", () => {
  const all = Object.values(filesOfRelease()).flat();
  expect(all).toHaveLength(new Set(all).size);
  expect(all).toEqual(
    expect.arrayContaining([
      `Bookbell-${version}-x64.exe`,
      `Bookbell-${version}-arm64.exe`,
      `Bookbell-${version}-arm64.dmg`,
      "Bookbell-x86_64.AppImage",
      "Bookbell-arm64.AppImage",
      "latest-linux-arm64.yml",
    ]),
  );
});

test("what is signed and what is not is in the sums as sha256sum reads them", () => {
  const machines = Object.entries(filesOfRelease()).map(([name, files]) => [name, [...files, bill]] as const);
  const { names, sums } = gathered(Object.fromEntries(machines));
  const summed = sums.trim().split("\n");
  expect(summed).toContain(`${sha256("Bookbell-x86_64.AppImage")}  Bookbell-x86_64.AppImage`);
  expect(summed.filter((line) => line.includes(bill))).toHaveLength(1);
  expect(sums).not.toContain("latest");
  expect(summed).toHaveLength(names.filter((name) => !/^latest|^SHA/.test(name)).length);
});

test("a file that two machines make differently is refused", () => {
  const both = { one: ["Bookbell.deb"], other: ["Bookbell.deb"] };
  expect(() => gathered(both, (machine) => machine)).toThrow("Two differ: Bookbell.deb");
});

test("winget and Homebrew are told where each package lies, and its sum", () => {
  const { channel } = gathered(filesOfRelease());
  const installer = parse(channel("Bookbell.Bookbell.installer.yaml"));
  expect(installer).toMatchObject({
    PackageVersion: version,
    ProductCode: productCode("app.bookbell.Bookbell"),
    InstallerType: "nullsoft",
    Scope: "user",
  });
  for (const arch of ["x64", "arm64"]) {
    const name = `Bookbell-${version}-${arch}.exe`;
    expect(installer.Installers).toContainEqual({
      Architecture: arch,
      InstallerUrl: `https://github.com/bookbell/bookbell/releases/download/v${version}/${name}`,
      InstallerSha256: sha256(name).toUpperCase(),
    });
    expect(channel("bookbell.rb")).toContain(`"${sha256(`Bookbell-${version}-${arch}.dmg`)}"`);
  }
  for (const kind of ["installer", "locale.en-US"])
    expect(parse(channel(`Bookbell.Bookbell.${kind}.yaml`)).PackageIdentifier).toBe("Bookbell.Bookbell");
  expect(() => gathered({ windows: [] })).toThrow(`The release lacks Bookbell-${version}-x64.exe`);
});

/** As electron-builder makes the name of the uninstaller's key: a UUID (version 5) of the application's id. */
function productCode(appId: string): string {
  const namespace = Buffer.from("50e065bc313411e69bab38c9862bdaf3", "hex");
  const bytes = createHash("sha1").update(namespace).update(appId).digest().subarray(0, 16);
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x50, 6);
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8);
  return bytes.toString("hex").replace(/^(.{8})(.{4})(.{4})(.{4})/, "$1-$2-$3-$4-");
}

test("a secret that the repository does not have is not there, in place of empty", () => {
  const env = { CSC_LINK: "", WIN_CSC_KEY_PASSWORD: "word", APPLE_ID: "", PATH: "", HOME: "/home/nora" };
  expect(packingEnv(env)).toEqual({ WIN_CSC_KEY_PASSWORD: "word", PATH: "", HOME: "/home/nora" });
});

test("published are packages, their maps, feeds and the list of what they are made of, and no more", () => {
  const others = ["builder-debug.yml", "builder-effective-config.yaml", "linux-unpacked", "mac-arm64"];
  const mine = [
    "Bookbell-1.0.0-x64.exe",
    "Bookbell-1.0.0-x64.exe.blockmap",
    "latest.yml",
    "bookbell-1.0.0.cdx.json",
  ];
  expect(published([...others, ...mine])).toEqual([...mine].sort());
});
