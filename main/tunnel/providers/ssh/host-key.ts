import { createHash } from "node:crypto";
import { WorldError } from "../../../lib/world-error.ts";

/**
 * Why a server's key is not to be trusted, or null when it is the one that the user trusts ("SHA256:…", as OpenSSH
 * prints it). The detail is the fingerprint of the key that the server has shown.
 */
export function doubtAbout(key: Buffer, trusted: string): WorldError | null {
  const hash = createHash("sha256").update(key).digest("base64");
  const fingerprint = `SHA256:${hash.replace(/=+$/, "")}`;
  if (fingerprint === trusted) return null;
  return new WorldError(trusted === "" ? "ssh-host-unknown" : "ssh-host-changed", fingerprint);
}
