import { serverOf, serverPortOf, socketOf, userOf } from "../../common/addresses.ts";
import type { InputOf } from "../../common/ipc.ts";
import { ProblemText } from "../parts/problem-text.tsx";
import { Secret } from "../settings/secret.tsx";
import { TextField } from "../settings/text-field.tsx";
import type { PageState, ViewSignals } from "../state/create-state.ts";
import { words } from "../words.ts";
import { TrustedKey } from "./host-key.tsx";
import { UrlField } from "./url-field.tsx";
import { useChooseFile } from "./use-choose-file.ts";

/** Where the server is, who Bookbell is there, and what leads from its web server to Bookbell. */
export function SshForm({ state, view }: { state: PageState; view: ViewSignals }) {
  const { host, port, user, socket, url, hostKey } = view.tunnel.value.ssh;
  const text = words.tunnel.ssh;
  const save = (ssh: InputOf<"tunnel.change">["ssh"]) => state.ask.tunnel.change({ ssh });
  return (
    <>
      <TextField
        state={state}
        read={serverOf}
        wrong={text.hostWrong}
        name={text.host}
        help={text.hostHelp}
        value={host}
        example={text.hostExample}
        save={(wanted) => save({ host: wanted })}
      />
      <TextField
        state={state}
        name={text.port}
        help={text.portHelp}
        value={port}
        read={serverPortOf}
        wrong={text.portWrong}
        save={(wanted) => save({ port: wanted })}
        short
      />
      <TrustedKey state={state} hostKey={hostKey} />
      <TextField
        state={state}
        read={userOf}
        wrong={text.userWrong}
        name={text.user}
        help={text.userHelp}
        value={user}
        save={(wanted) => save({ user: wanted })}
      />
      <KeyFile state={state} view={view} />
      <Secret state={state} view={view} name="ssh" />
      <TextField
        state={state}
        read={socketOf}
        wrong={text.socketWrong}
        name={text.socket}
        help={text.socketHelp}
        value={socket}
        example={text.socketExample}
        save={(wanted) => save({ socket: wanted })}
      />
      <UrlField state={state} help={text.urlHelp} value={url} save={(wanted) => save({ url: wanted })} />
    </>
  );
}

function KeyFile({ state, view }: { state: PageState; view: ViewSignals }) {
  const { keyFile } = view.tunnel.value.ssh;
  const { problem, choose } = useChooseFile(state, "ssh-key");
  return (
    <div class="setting">
      <div class="setting-words">
        <p class="setting-name">{words.tunnel.ssh.keyFile}</p>
        <p class={keyFile ? "help path" : "help"}>
          <bdi>{keyFile || words.tunnel.ssh.keyFileNone}</bdi>
        </p>
        <ProblemText problem={problem} />
      </div>
      <button type="button" class="button" onClick={() => void choose()}>
        {words.tunnel.ssh.choose}
      </button>
    </div>
  );
}
