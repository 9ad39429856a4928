import { z } from "zod";

/** What electron-builder writes of the place of updates into a package: its app-update.yml. */
const configured = z.union([
  z.object({ provider: z.literal("github"), owner: z.string(), repo: z.string() }),
  z.object({ provider: z.literal("generic"), url: z.url() }),
]);

/** Where the feed of the newest version is, and the files of a version. */
export interface Places {
  feed(name: string): URL;
  /** Ends with a slash. */
  files(version: string): URL;
}

/** @throws Error when the package says nothing that is understood */
export function placesOf(config: unknown): Places {
  const place = configured.parse(config);
  if (place.provider === "generic") {
    const base = new URL(place.url.replace(/\/*$/, "/"));
    return { feed: (name) => new URL(name, base), files: () => base };
  }
  const releases = `https://github.com/${place.owner}/${place.repo}/releases`;
  return {
    feed: (name) => new URL(`${releases}/latest/download/${name}`),
    files: (version) => new URL(`${releases}/download/v${version}/`),
  };
}
