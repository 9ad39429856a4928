import type { SshSettings, TunnelSettings } from "../../common/tunnel-settings.ts";
import { WorldError } from "../lib/world-error.ts";
import type { Address } from "../settings/address.ts";
import type { SettingsStore } from "../settings/settings.ts";
import type { Proof } from "../tunnel/proof.ts";
import type { Tunnels } from "../tunnel/tunnels.ts";
import type { ViewModel } from "../view/view-model.ts";
import type { Handlers } from "./serve.ts";

/** What setting up a tunnel acts on. */
export interface TunnelHandlerParts {
  readonly model: ViewModel;
  readonly settings: SettingsStore;
  readonly address: Pick<Address, "read">;
  readonly tunnels: Tunnels;
  readonly proof: Proof;
  /** Asks the user for a file; null = changed their mind. */
  chooseFile(): Promise<string | null>;
}

type TunnelNames =
  | "changeTunnel"
  | "trustHostKey"
  | "forgetHostKey"
  | "reconnect"
  | "downloadCloudflared"
  | "cancelDownload"
  | "chooseFile"
  | "getGaps"
  | "proveIt"
  | "proofSeen"
  | "setSetup";

/** What happens when the page asks about how Timekit reaches this computer. */
export function createTunnelHandlers(parts: TunnelHandlerParts): Pick<Handlers, TunnelNames> {
  const { model, settings, address, tunnels, proof } = parts;

  function change({ ssh, ...part }: Partial<Omit<TunnelSettings, "ssh">> & { ssh?: Partial<SshSettings> }) {
    const tunnel = settings.get("tunnel");
    settings.change({ tunnel: { ...tunnel, ...part, ssh: { ...tunnel.ssh, ...ssh } } });
    model.update({ tunnel: settings.get("tunnel") });
    tunnels.apply();
    return null;
  }

  return {
    // zod says "maybe undefined" of keys that may be absent; JSON cannot carry undefined.
    changeTunnel: (input) => change(input as Parameters<typeof change>[0]),
    trustHostKey(hostKey) {
      // Only what the user was shown: the server may have changed its key meanwhile.
      if (hostKey !== model.get().reach.hostKey) throw new WorldError("invalid-input");
      return change({ ssh: { hostKey } });
    },
    forgetHostKey: () => change({ ssh: { hostKey: "" } }),
    reconnect() {
      void address.read();
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
    async chooseFile(which) {
      const file = await parts.chooseFile();
      if (file === null) return false;
      change(which === "cloudflared" ? { cloudflared: file } : { ssh: { keyFile: file } });
      return true;
    },
    getGaps: () => tunnels.gaps(),
    proveIt() {
      void proof.run();
      return null;
    },
    proofSeen(mark) {
      proof.seen(mark);
      return null;
    },
    setSetup(setup) {
      settings.change({ setup });
      model.update({ setup });
      return null;
    },
  };
}
