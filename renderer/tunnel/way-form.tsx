import { domainOf } from "../../common/addresses.ts";
import type { TunnelKind } from "../../common/tunnel.ts";
import { Secret } from "../settings/secret.tsx";
import { TextField } from "../settings/text-field.tsx";
import type { PageState, ViewSignals } from "../state/create-state.ts";
import { words } from "../words.ts";
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
      <Program state={state} program={view.cloudflared.value} />
      <p class="note soft">{words.tunnel.quickNote}</p>
    </>
  );
}

function Named({ state, view }: Props) {
  return (
    <>
      <Secret state={state} view={view} name="cloudflare" />
      <UrlField
        state={state}
        help={words.tunnel.namedHelp}
        value={view.tunnel.value.namedUrl}
        save={(namedUrl) => state.ask.tunnel.change({ namedUrl })}
      />
      <Program state={state} program={view.cloudflared.value} />
      <p class="note soft">{words.tunnel.namedNote(portOf(view))}</p>
    </>
  );
}

function Ngrok({ state, view }: Props) {
  return (
    <>
      <Secret state={state} view={view} name="ngrok" />
      <TextField
        state={state}
        name={words.tunnel.domain}
        help={words.tunnel.domainHelp}
        value={view.tunnel.value.ngrokDomain}
        read={domainOf}
        wrong={words.tunnel.domainWrong}
        save={(ngrokDomain) => state.ask.tunnel.change({ ngrokDomain })}
        example={words.tunnel.domainExample}
      />
    </>
  );
}

function Own({ state, view }: Props) {
  return (
    <UrlField
      state={state}
      help={words.tunnel.ownHelp(portOf(view))}
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
