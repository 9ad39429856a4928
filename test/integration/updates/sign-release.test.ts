import { execFileSync } from "node:child_process";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { publicKeys, signedPart } from "../../../main/updates/signature.ts";
import { temporaryFolder } from "../../support/files.ts";

const script = path.join(import.meta.dirname, "../../../scripts/sign-release.mjs");
const feed = "version: 1.2.0\n";

test("keys made and feeds signed as docs/packaging.md says are what Bookbell takes", () => {
  const folder = temporaryFolder();
  const openssl = (...args: readonly string[]) => execFileSync("openssl", args, { cwd: folder });
  mkdirSync(path.join(folder, "draft"));
  const files = ["latest.yml", "latest-linux.yml"].map((name) => path.join(folder, "draft", name));
  for (const file of files) writeFileSync(file, feed);
  let pem = "";
  // One after the other, as when a new key takes the place of an old one: each feed has both signatures.
  for (const key of ["old.pem", "new.pem"]) {
    openssl("genpkey", "-algorithm", "ed25519", "-out", key);
    pem += openssl("pkey", "-in", key, "-pubout");
    execFileSync(process.execPath, [script, path.join(folder, key), ...files]);
  }
  const keys = publicKeys(pem);
  expect(keys).toHaveLength(2);
  for (const file of files)
    for (const key of keys)
      expect(signedPart(path.basename(file), readFileSync(file, "utf8"), [key])).toBe(feed);
});

test("the sums of a release are signed so that openssl says whose they are, and whether they were altered", () => {
  const folder = temporaryFolder();
  const openssl = (...args: readonly string[]) =>
    execFileSync("openssl", args, { cwd: folder, stdio: ["ignore", "pipe", "ignore"] }).toString();
  openssl("genpkey", "-algorithm", "ed25519", "-out", "key.pem");
  writeFileSync(path.join(folder, "public.pem"), openssl("pkey", "-in", "key.pem", "-pubout"));
  const sums = path.join(folder, "SHA256SUMS");
  writeFileSync(sums, "00  Bookbell-x86_64.AppImage\n");
  execFileSync(process.execPath, [script, path.join(folder, "key.pem"), sums]);
  const by = ["-pubin", "-inkey", "public.pem", "-rawin", "-in", "SHA256SUMS", "-sigfile", "SHA256SUMS.sig"];
  const verified = () => openssl("pkeyutl", "-verify", ...by);
  expect(verified()).toContain("Verified Successfully");
  writeFileSync(sums, "11  Bookbell-x86_64.AppImage\n");
  expect(verified).toThrow();
});

test("a key that cannot sign leaves the feed as it was", () => {
  const folder = temporaryFolder();
  const file = path.join(folder, "latest.yml");
  writeFileSync(file, feed);
  execFileSync("openssl", ["genpkey", "-algorithm", "X25519", "-out", "other.pem"], {
    cwd: folder,
    stdio: "ignore",
  });
  const sign = () =>
    execFileSync(process.execPath, [script, "other.pem", file], { cwd: folder, stdio: "pipe" });
  expect(sign).toThrow();
  expect(readFileSync(file, "utf8")).toBe(feed);
});
