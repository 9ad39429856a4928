import type { RelaySettings, SshSettings, TunnelSettings } from "../../common/tunnel-settings.ts";
import { WorldError } from "../lib/world-error.ts";
import type { SettingsStore } from "../settings/settings.ts";
import type { Tunnels } from "../tunnel/tunnels.ts";
import type { Handlers } from "./handlers.ts";

/** What setting up a tunnel acts on. */
export interface TunnelParts {
  readonly settings: Pick<SettingsStore, "get" | "change">;
  /** Asks the keyring for what it did not give before. */
  readAddresses(): void;
  readonly tunnels: Pick<Tunnels, "hostKey" | "retry" | "download" | "cancelDownload">;
  /** Asks the user for a file; null = changed their mind. */
  chooseFile(): Promise<string | null>;
  readonly invitation: {
    /** Reads one out of a file, to be taken. @throws WorldError */
    openInvitation(file: string): Promise<RelaySettings>;
    /** Takes the one that was opened last. @throws WorldError */
    takeInvitation(): Promise<void>;
    /** Copies what of this computer's key others may know. @throws WorldError */
    copyRelayKey(): Promise<string>;
  };
}

/** What happens when the page asks about how Timekit reaches this computer. */
export function createTunnelHandlers(parts: TunnelParts): Handlers["tunnel"] {
  const { settings, tunnels, invitation } = parts;

  function change({ ssh, ...part }: Partial<Omit<TunnelSettings, "ssh">> & { ssh?: Partial<SshSettings> }) {
    const tunnel = settings.get("tunnel");
    settings.change({ tunnel: { ...tunnel, ...part, ssh: { ...tunnel.ssh, ...ssh } } });
    return null;
  }

  return {
    // zod says "maybe undefined" of keys that may be absent; JSON cannot carry undefined.
    change: (input) => change(input as Parameters<typeof change>[0]),
    async chooseFile(which) {
      const file = await parts.chooseFile();
      if (file === null) return false;
      change(which === "cloudflared" ? { cloudflared: file } : { ssh: { keyFile: file } });
      return true;
    },
    async openInvitation() {
      const file = await parts.chooseFile();
      return file === null ? null : invitation.openInvitation(file);
    },
    async takeInvitation() {
      await invitation.takeInvitation();
      return null;
    },
    copyRelayKey: invitation.copyRelayKey,
    trustHostKey(hostKey) {
      // Only what the user was shown: the server may have changed its key meanwhile.
      if (hostKey !== tunnels.hostKey()) throw new WorldError("invalid-input");
      return change({ ssh: { hostKey } });
    },
    forgetHostKey: () => change({ ssh: { hostKey: "" } }),
    reconnect() {
      parts.readAddresses();
      tunnels.retry();
      return null;
    },
    async downloadCloudflared() {
      await tunnels.download();
      return null;
    },
    cancelDownload() {
      tunnels.cancelDownload();
      return null;
    },
  };
}
