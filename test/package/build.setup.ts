import { readdir, readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { expect, test } from "@playwright/test";
import manifest from "../../package.json" with { type: "json" };
import { build, packAnew, unpacked } from "../support/package.ts";
import { newer } from "../support/update-feed.ts";

const targets = ["AppImage", "deb", "rpm"];

// What the tests of packages look at, made before them.
test.describe.configure({ mode: "serial" });
test.skip(process.platform !== "linux", "These are Linux's packages.");

test("one build makes a deb, an rpm and an AppImage", async () => {
  const { deb, rpm, appImage } = await build({ targets, name: "release" });
  const names = [deb, rpm, appImage].map((file) => path.basename(file));
  // Each for the machine that builds, and for no other.
  const machines = process.arch === "arm64" ? ["arm64", "aarch64", "arm64"] : ["amd64", "x86_64", "x86_64"];
  expect(names).toEqual([
    `Bookbell-${manifest.version}-${machines[0]}.deb`,
    `Bookbell-${manifest.version}-${machines[1]}.rpm`,
    `Bookbell-${machines[2]}.AppImage`,
  ]);
  expect(
    (await readdir(path.dirname(deb))).filter((name) => /\.(deb|rpm|AppImage)$/.test(name)),
  ).toHaveLength(3);
});

test("and a newer version of each", async () => {
  const folder = await unpacked("newer-content");
  await packAnew(folder, async (content) => {
    const manifest = path.join(content, "package.json");
    const text = await readFile(manifest, "utf8");
    await writeFile(manifest, JSON.stringify({ ...JSON.parse(text), version: newer }));
  });
  const settings = [`--prepackaged=${folder}`, `-c.extraMetadata.version=${newer}`];
  const { deb } = await build({ targets, name: "newer", settings });
  expect(path.basename(deb)).toContain(newer);
});
