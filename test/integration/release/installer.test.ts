import { readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { parse } from "yaml";

const repository = path.join(import.meta.dirname, "../../..");
const text = (file: string) => readFileSync(path.join(repository, file), "utf8");
const clsid = /\{[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\}/;

test("what Windows' uninstaller removes is what Windows knows the running Bookbell by", () => {
  const [include, main] = [text("build/installer.nsh"), text("main/lifecycle/before-ready.ts")];
  const { appId, nsis } = parse(text("electron-builder.yml"));
  expect(main).toContain(`setAppUserModelId("${appId}")`);
  expect(clsid.exec(include)?.[0]).toBe(clsid.exec(main)?.[0]);
  // And that one installer is made for each architecture, by whose name the updater chooses.
  expect(nsis.buildUniversalInstaller).toBe(false);
});

test("a Mac's icon has the size that a Retina screen shows", () => {
  const { mac } = parse(text("electron-builder.yml"));
  const icon = readFileSync(path.join(repository, mac.icon));
  expect(icon.subarray(0, 4).toString()).toBe("icns");
  const at = icon.indexOf("ic10");
  // It is a PNG of 1024 by 1024.
  const png = icon.subarray(at + 8, at + icon.readUInt32BE(at + 4));
  expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([1024, 1024]);
});

test("whoever finds Bookbell in a software centre starts the very launcher that the packages bring", () => {
  const { desktopName } = JSON.parse(text("package.json"));
  const { appId, linux, deb, rpm } = parse(text("electron-builder.yml"));
  const metainfo = text(`build/linux/${appId}.metainfo.xml`);
  expect(metainfo).toContain(`<id>${appId}</id>`);
  expect(metainfo).toContain(`<launchable type="desktop-id">${desktopName}</launchable>`);
  expect(metainfo).toContain(`<binary>${linux.executableName}</binary>`);
  for (const { fpm } of [deb, rpm])
    expect(fpm.at(-1)).toBe(`build/linux/${appId}.metainfo.xml=/usr/share/metainfo/${appId}.metainfo.xml`);
});
