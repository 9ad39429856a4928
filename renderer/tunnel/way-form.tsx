import { domainOf } from "../../common/addresses.ts";
import type { Requests } from "../../common/ipc.ts";
import { problem } from "../../common/problems.ts";
import type { TunnelKind } from "../../common/tunnel.ts";
import { words } from "../../common/words/page.ts";
import { Secret } from "../form/secret.tsx";
import { TextField } from "../form/text-field.tsx";
import type { ViewSignals } from "../state/view-signals.ts";
import { Program } from "./program.tsx";
import { RelayForm } from "./relay-form.tsx";
import { SshForm } from "./ssh-form.tsx";
import { UrlField } from "./url-field.tsx";

/** What every way is set up with. */
export interface WayProps {
  readonly view: ViewSignals;
  readonly ask: Pick<Requests, "secrets" | "tunnel">;
  readonly say: (text: string) => void;
}

/** What one way needs from the user. */
export function WayForm({ kind, ...rest }: WayProps & { kind: TunnelKind }) {
  if (kind === "cloudflare-quick") return <Quick {...rest} />;
  if (kind === "cloudflare-named") return <Named {...rest} />;
  if (kind === "ngrok") return <Ngrok {...rest} />;
  if (kind === "ssh") return <SshForm {...rest} />;
  if (kind === "relay") return <RelayForm {...rest} />;
  return <Own {...rest} />;
}

function Quick(props: WayProps) {
  return (
    <>
      <Cloudflared {...props} />
      <p class="note soft">{words.tunnel.quickNote}</p>
    </>
  );
}

function Named({ view, ask, say }: WayProps) {
  return (
    <>
      <Secret name="cloudflare" secret={view.secrets.value.cloudflare} set={ask.secrets.set} say={say} />
      <UrlField
        say={say}
        help={words.tunnel.namedHelp}
        value={view.tunnel.value.namedUrl}
        save={(namedUrl) => ask.tunnel.change({ namedUrl })}
      />
      <Cloudflared view={view} ask={ask} say={say} />
      <p class="note soft">{words.tunnel.namedNote({ url: hereOf(view) })}</p>
    </>
  );
}

function Cloudflared({ view, ask, say }: WayProps) {
  return (
    <Program
      program={view.cloudflared.value}
      inUse={view.tunnel.value.kind.startsWith("cloudflare")}
      download={() => ask.tunnel.downloadCloudflared()}
      cancel={() => ask.tunnel.cancelDownload()}
      chooseFile={() => ask.tunnel.chooseFile("cloudflared")}
      say={say}
    />
  );
}

function Ngrok({ view, ask, say }: WayProps) {
  return (
    <>
      <Secret name="ngrok" secret={view.secrets.value.ngrok} set={ask.secrets.set} say={say} />
      <TextField
        say={say}
        name={words.tunnel.domain}
        help={words.tunnel.domainHelp}
        value={view.tunnel.value.ngrokDomain}
        read={domainOf}
        wrong={problem("not-a-domain")}
        save={(ngrokDomain) => ask.tunnel.change({ ngrokDomain })}
        example={words.tunnel.domainExample}
      />
    </>
  );
}

function Own({ view, ask, say }: WayProps) {
  return (
    <UrlField
      say={say}
      help={words.tunnel.ownHelp({ url: hereOf(view) })}
      value={view.tunnel.value.ownUrl}
      save={(ownUrl) => ask.tunnel.change({ ownUrl })}
    />
  );
}

/** Where Bookbell listens, or while it does not, where it is to. */
function hereOf(view: ViewSignals): string {
  const receiver = view.receiver.value;
  const port = receiver.state === "listening" ? receiver.port : view.settings.value.port;
  return `http://127.0.0.1:${port}`;
}
