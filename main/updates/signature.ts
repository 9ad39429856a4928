import { createPublicKey, type KeyObject, verify } from "node:crypto";
import { WorldError } from "../lib/world-error.ts";

/** The public keys (Ed25519) of a PEM file: several while one takes the place of another. */
export function publicKeys(pem: string): readonly KeyObject[] {
  const blocks = pem.match(/-----BEGIN PUBLIC KEY-----[^-]+-----END PUBLIC KEY-----/g) ?? [];
  return blocks.map((block) => createPublicKey(block));
}

/** A feed, then its signatures, which YAML takes for comments; scripts/sign-release.mjs writes them. */
const signedFeed = /^([\s\S]*?\n)((?:# signature: [A-Za-z0-9+/]{85}[AQgw]==\n)+)$/;
/** A feed has less than a hundredth of it. */
const longest = 65_536;

/**
 * The part of a feed that one of the keys has signed, and that alone is to be believed. The name is signed, too: no
 * system's feed can stand in for another's.
 * @param name the feed's file name, such as latest-linux.yml
 * @throws WorldError update-unsigned
 */
export function signedPart(name: string, text: string, keys: readonly KeyObject[]): string {
  const [, feed = "", lines = ""] = text.length > longest ? [] : (signedFeed.exec(text) ?? []);
  const signed = Buffer.from(`${name}\n${feed}`);
  const signatures = lines.match(/[A-Za-z0-9+/]{86}==/g) ?? [];
  const isOurs = signatures.some((signature) =>
    keys.some((key) => verify(null, signed, key, Buffer.from(signature, "base64"))),
  );
  if (!isOurs) throw new WorldError("update-unsigned");
  return feed;
}
