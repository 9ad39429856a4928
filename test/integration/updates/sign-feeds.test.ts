import { execFileSync } from "node:child_process";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { publicKeys, signedPart } from "../../../main/updates/signature.ts";
import { temporaryFolder } from "../../support/files.ts";

const script = path.join(import.meta.dirname, "../../../scripts/sign-feeds.mjs");
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
