import { domainOf } from "../../common/addresses.ts";
import { problem } from "../../common/problems.ts";
import type { TunnelKind } from "../../common/tunnel.ts";
import { words } from "../../common/words/page.ts";
import { Secret } from "../form/secret.tsx";
import { TextField } from "../form/text-field.tsx";
import type { PageState } from "../state/page-state.ts";
import type { ViewSignals } from "../state/view-signals.ts";
import { Program } from "./program.tsx";
import { SshForm } from "./ssh-form.tsx";
import { UrlField } from "./url-field.tsx";

interface Props {
  readonly state: PageState;
  readonly view: ViewSignals;
}

/** What one way needs from the user. */
export function WayForm({ kind, ...rest }: Props & { kind: TunnelKind }) {
  if (kind === "cloudflare-quick") return <Quick {...rest} />;
  if (kind === "cloudflare-named") return <Named {...rest} />;
  if (kind === "ngrok") return <Ngrok {...rest} />;
  if (kind === "ssh") return <SshForm {...rest} />;
  return <Own {...rest} />;
}

function Quick({ state, view }: Props) {
  return (
    <>
      <Cloudflared state={state} view={view} />
      <p class="note soft">{words.tunnel.quickNote}</p>
    </>
  );
}

function Named({ state, view }: Props) {
  return (
    <>
      <Secret
        name="cloudflare"
        secret={view.secrets.value.cloudflare}
        set={state.ask.secrets.set}
        say={state.say}
      />
      <UrlField
        say={state.say}
        help={words.tunnel.namedHelp}
        value={view.tunnel.value.namedUrl}
        save={(namedUrl) => state.ask.tunnel.change({ namedUrl })}
      />
      <Cloudflared state={state} view={view} />
      <p class="note soft">{words.tunnel.namedNote({ port: portOf(view) })}</p>
    </>
  );
}

function Cloudflared({ state, view }: Props) {
  return (
    <Program
      program={view.cloudflared.value}
      download={() => state.ask.tunnel.downloadCloudflared()}
      cancel={() => state.ask.tunnel.cancelDownload()}
      chooseFile={() => state.ask.tunnel.chooseFile("cloudflared")}
      say={state.say}
    />
  );
}

function Ngrok({ state, view }: Props) {
  return (
    <>
      <Secret name="ngrok" secret={view.secrets.value.ngrok} set={state.ask.secrets.set} say={state.say} />
      <TextField
        say={state.say}
        name={words.tunnel.domain}
        help={words.tunnel.domainHelp}
        value={view.tunnel.value.ngrokDomain}
        read={domainOf}
        wrong={problem("not-a-domain")}
        save={(ngrokDomain) => state.ask.tunnel.change({ ngrokDomain })}
        example={words.tunnel.domainExample}
      />
    </>
  );
}

function Own({ state, view }: Props) {
  return (
    <UrlField
      say={state.say}
      help={words.tunnel.ownHelp({ port: portOf(view) })}
      value={view.tunnel.value.ownUrl}
      save={(ownUrl) => state.ask.tunnel.change({ ownUrl })}
    />
  );
}

/** The port in use; while there is none, the one that is wanted. */
function portOf(view: ViewSignals): number {
  const receiver = view.receiver.value;
  return receiver.state === "listening" ? receiver.port : view.settings.value.port;
}
