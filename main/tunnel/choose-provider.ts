import type { Secrets } from "../settings/secrets.ts";
import type { SettingsStore } from "../settings/settings.ts";
import type { Provider } from "./provider.ts";
import { namedTunnel } from "./providers/cloudflare/named.ts";
import { quickTunnel } from "./providers/cloudflare/quick.ts";
import { type NgrokProcess, ngrokProvider } from "./providers/ngrok/provider.ts";
import { ownUrlProvider } from "./providers/own-url.ts";
import { type RelayProviderParts, relayProvider } from "./providers/relay.ts";
import { sshProvider } from "./providers/ssh/provider.ts";

/** What the ways of reaching this computer need of the rest of Bookbell. */
export interface ProviderParts {
  readonly settings: Pick<SettingsStore, "get">;
  readonly secrets: Pick<Secrets, "cloudflare" | "ngrok" | "ssh">;
  /** A folder of cloudflared's own. */
  readonly folder: string;
  /** Where cloudflared is; null = nowhere. */
  cloudflared(): Promise<string | null>;
  forkNgrok(): NgrokProcess;
  readonly relay: RelayProviderParts;
}

/** The way that the settings name; null = none. */
export function chooseProvider({
  settings,
  secrets,
  folder,
  cloudflared,
  forkNgrok,
  relay,
}: ProviderParts): Provider | null {
  const tunnel = settings.get("tunnel");
  const program = { program: cloudflared, folder };
  switch (tunnel.kind) {
    case "off":
      return null;
    case "cloudflare-quick":
      return quickTunnel(program);
    case "cloudflare-named":
      return namedTunnel({ ...program, url: tunnel.namedUrl, token: secrets.cloudflare.get });
    case "ngrok":
      return ngrokProvider({ fork: forkNgrok, token: secrets.ngrok.get, domain: () => tunnel.ngrokDomain });
    case "ssh":
      return sshProvider(() => tunnel.ssh, secrets.ssh.get);
    case "own-url":
      return ownUrlProvider(() => tunnel.ownUrl);
    case "relay":
      return relayProvider(relay);
  }
}
