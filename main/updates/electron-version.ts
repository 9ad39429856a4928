import type { ElectronView } from "../../common/view.ts";

/**
 * What Bookbell runs on, and whether that is older than the Electron it is made for: the stand-in that the set-up makes
 * where Electron's own download is out of reach.
 */
export function electronView(running: string, madeFor: string): ElectronView {
  const [major, wanted] = [running, madeFor].map((version) => Number.parseInt(version, 10));
  return { version: running, outdated: Number(major) < Number(wanted), known: false };
}
