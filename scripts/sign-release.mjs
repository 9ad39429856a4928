import { execFileSync } from "node:child_process";
import { createPrivateKey, sign } from "node:crypto";
import { readFileSync, realpathSync, writeFileSync } from "node:fs";
import { basename } from "node:path";
import { pathToFileURL } from "node:url";

/**
 * A feed of updates with one more signature at its end, as main/updates/signature.ts checks it.
 * @param {string} name its file name
 * @param {string} text
 * @param {import("node:crypto").KeyObject} privateKey Ed25519
 */
export function signFeed(name, text, privateKey) {
  const [feed = ""] = text.split(/^# signature: /m);
  const signature = sign(null, Buffer.from(`${name}\n${feed}`), privateKey);
  return `${text}# signature: ${signature.toString("base64")}\n`;
}

/**
 * By hand, where the key is: docs/packaging.md says when. A feed gets its signature within it, any other file one beside it,
 * as `openssl pkeyutl -verify` takes it.
 */
function signFiles() {
  const [keyFile, ...files] = process.argv.slice(2);
  if (!keyFile || files.length === 0) {
    console.error(
      "Say which key, and which files: node scripts/sign-release.mjs KEY.pem latest*.yml SHA256SUMS",
    );
    process.exitCode = 1;
    return;
  }
  // It asks for the passphrase itself, and keeps it out of here.
  const pem = execFileSync("openssl", ["pkey", "-in", keyFile], { stdio: ["inherit", "pipe", "inherit"] });
  const key = createPrivateKey(pem);
  for (const file of files) {
    if (file.endsWith(".yml")) writeFileSync(file, signFeed(basename(file), readFileSync(file, "utf8"), key));
    else writeFileSync(`${file}.sig`, sign(null, readFileSync(file), key));
    console.log(`Signed ${file}.`);
  }
}

const script = process.argv[1];
if (script && pathToFileURL(realpathSync(script)).href === import.meta.url) signFiles();
