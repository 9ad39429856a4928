import type { ProgramView } from "../../common/tunnel.ts";
import { WorldError } from "../lib/world-error.ts";
import type { SettingsStore } from "../settings/settings.ts";
import { findCloudflared } from "./providers/cloudflare/find.ts";
import { releaseFor } from "./providers/cloudflare/releases.ts";

/** What having Cloudflare's program needs of the rest of Bookbell. */
export interface CloudflaredParts {
  readonly settings: Pick<SettingsStore, "get">;
  /** Where Bookbell puts it. */
  readonly folder: string;
  fetch(url: string, init: { signal: AbortSignal }): Promise<Response>;
  onView(view: ProgramView): void;
}

/** How often the bar moves, at most: a download comes in thousands of parts. */
const steps = 100;

/** Cloudflare's program: where it is, and how to get it. */
export function createCloudflared({ settings, folder, fetch, onView }: CloudflaredParts) {
  let stop: AbortController | null = null;

  const find = () =>
    findCloudflared({
      setting: settings.get("tunnel").cloudflared,
      env: process.env,
      folder,
      platform: process.platform,
    });

  async function look(): Promise<void> {
    const file = await find();
    const release = releaseFor(process.platform, process.arch);
    const missing = {
      state: "missing",
      size: release?.size ?? null,
      version: release?.version ?? "",
    } as const;
    onView(file ? { state: "found", file } : missing);
  }

  return {
    find,
    /** Looks for it anew. */
    look,
    /** @throws WorldError when it cannot be had, or was cancelled */
    async download(): Promise<void> {
      const release = releaseFor(process.platform, process.arch);
      if (!release) throw new WorldError("cloudflared-missing");
      stop?.abort();
      stop = new AbortController();
      let shown = -1;
      const onProgress = (got: number) => {
        const step = Math.floor((got / release.size) * steps);
        if (step === shown) return;
        shown = step;
        onView({ state: "downloading", got, size: release.size });
      };
      onProgress(0);
      try {
        // It is needed once in Bookbell's life, if at all.
        const { downloadCloudflared } = await import("./providers/cloudflare/download.ts");
        await downloadCloudflared({ folder, release, fetch, signal: stop.signal, onProgress });
      } finally {
        await look();
      }
    },
    cancel: (): void => stop?.abort(),
  };
}
