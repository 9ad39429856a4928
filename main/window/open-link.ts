import { shell } from "electron";
import { WorldError } from "../lib/world-error.ts";

const openable: ReadonlySet<string> = new Set(["https:", "tel:", "mailto:"]);
/** The system's own helper may wait for a browser that never starts. */
const withinMs = 10_000;

/**
 * The one way out of Bookbell to a browser, phone or mail program; anything else could start a program.
 * @throws WorldError link-not-opened
 */
export async function openLink(url: URL): Promise<void> {
  if (!openable.has(url.protocol)) throw new WorldError("link-not-opened", url.protocol);
  let late: NodeJS.Timeout | undefined;
  const tooLate = new Promise<never>((_, reject) => {
    late = setTimeout(() => reject(new WorldError("link-not-opened", "no answer")), withinMs);
  });
  try {
    await Promise.race([shell.openExternal(url.href), tooLate]);
  } catch (error) {
    throw error instanceof WorldError ? error : new WorldError("link-not-opened");
  } finally {
    clearTimeout(late);
  }
}
