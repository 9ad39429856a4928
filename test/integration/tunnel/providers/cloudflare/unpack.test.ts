import { execFileSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import { mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import path from "node:path";
import { gzipSync } from "node:zlib";
import fc from "fast-check";
import { createTar, type TarFileInput } from "nanotar";
import { expect, test } from "vitest";
import { unpacked } from "../../../../../main/tunnel/providers/cloudflare/unpack.ts";
import { temporaryFolder } from "../../../../support/files.ts";

const program = randomBytes(70_001);
const name = "cloudflared";
const packed = (...files: TarFileInput[]) => gzipSync(createTar(files));

test("a program that tar packed comes out as it was", async () => {
  const folder = temporaryFolder();
  writeFileSync(path.join(folder, name), program);
  writeFileSync(path.join(folder, "README.md"), "words");
  const archive = execFileSync("tar", ["-czf", "-", "README.md", name], { cwd: folder });
  expect(Buffer.from(await unpacked(archive, name)).equals(program)).toBe(true);
});

test("a link of its name is not taken for it", async () => {
  const folder = temporaryFolder();
  symlinkSync("/etc/passwd", path.join(folder, name));
  const archive = execFileSync("tar", ["-czf", "-", name], { cwd: folder });
  await expect(unpacked(archive, name)).rejects.toThrow("holds no cloudflared");
});

test("neither is a folder, nor what lies in one", async () => {
  const folder = temporaryFolder();
  mkdirSync(path.join(folder, name));
  writeFileSync(path.join(folder, name, name), program);
  const archive = execFileSync("tar", ["-czf", "-", name], { cwd: folder });
  await expect(unpacked(archive, name)).rejects.toThrow("holds no cloudflared");
});

test.each([
  ["no archive", Buffer.from("hello")],
  ["nothing", gzipSync("")],
  ["an archive without it", packed({ name: "other", data: program })],
  ["one that ends too early", gzipSync(createTar([{ name, data: program }]).subarray(0, 20_000))],
  ["one cut off while packed", packed({ name, data: program }).subarray(0, 20_000)],
  ["an empty program", packed({ name, data: "" })],
  ["one that unpacks without end", gzipSync(Buffer.alloc(300_000_000))],
])("%s is refused", async (_, archive) => {
  await expect(unpacked(archive, name)).rejects.toThrow();
});

test("the first of two is taken, and a size that lies ends in an error", async () => {
  const two = packed({ name, data: program }, { name, data: "another" });
  expect(Buffer.from(await unpacked(two, name)).equals(program)).toBe(true);
  const tar = Buffer.from(createTar([{ name, data: program }]));
  tar.write("77777777777", 124, "latin1");
  await expect(unpacked(gzipSync(tar), name)).rejects.toThrow();
});

test("whatever the archive holds, it ends with bytes or an error", async () => {
  const blocks = fc.array(fc.uint8Array({ minLength: 512, maxLength: 512 }), { maxLength: 5 });
  await fc.assert(
    fc.asyncProperty(blocks, async (parts) => {
      const hostile = gzipSync(Buffer.concat(parts));
      await unpacked(hostile, name).catch((error: unknown) => expect(error).toBeInstanceOf(Error));
    }),
  );
});
