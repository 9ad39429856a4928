import { promisify } from "node:util";
import { gunzip } from "node:zlib";
import { parseTar } from "nanotar";

/** Several times what cloudflared has. */
const maxOutputLength = 268_435_456;

/**
 * The ordinary file of that name within an archive (.tgz). Whatever else is in there, and wherever it wants to go, is
 * written nowhere.
 * @throws Error when there is none, or the archive is damaged
 */
export async function unpacked(archive: Uint8Array, name: string): Promise<Uint8Array> {
  const content = await promisify(gunzip)(archive, { maxOutputLength });
  // nanotar reads a buffer from its very beginning, wherever the array in it begins.
  const files = parseTar(new Uint8Array(content), {
    filter: (entry) => entry.name === name && entry.type === "file",
  });
  const data = files.at(0)?.data;
  if (!data) throw new Error(`The archive holds no ${name}.`);
  return data;
}
