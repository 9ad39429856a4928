import { readFile } from "node:fs/promises";
import ssh2, { type ParsedKey } from "ssh2";
import { WorldError } from "../../../lib/world-error.ts";

/**
 * Reads a private key; asks for the passphrase only when the key is encrypted.
 * @throws WorldError
 */
export async function readKey(file: string, passphrase: () => Promise<string | null>): Promise<ParsedKey> {
  const text = await readFile(file).catch((error: NodeJS.ErrnoException) => {
    throw new WorldError("ssh-key-unreadable", error.code);
  });
  const plain = parse(text);
  if (!(plain instanceof Error)) return privateKey(plain);
  // ssh2 has no code for it; these are the words of all its formats.
  if (!plain.message.includes("no passphrase given"))
    throw new WorldError("ssh-key-unreadable", plain.message);
  const entered = await passphrase();
  const decrypted = entered ? parse(text, entered) : plain;
  if (decrypted instanceof Error) throw new WorldError("ssh-passphrase");
  return privateKey(decrypted);
}

// ssh2 returns its errors, but throws those of the crypto below it.
function parse(text: Buffer, passphrase?: string): ParsedKey | Error {
  try {
    const parsed: unknown = ssh2.utils.parseKey(text, passphrase);
    // Only the OpenSSH format gives a list, of one.
    return (Array.isArray(parsed) ? parsed[0] : parsed) as ParsedKey | Error;
  } catch (error) {
    return error as Error;
  }
}

function privateKey(key: ParsedKey): ParsedKey {
  if (!key.isPrivateKey()) throw new WorldError("ssh-key-unreadable", "This is the public half of a key.");
  return key;
}
