import { serverOf, serverPortOf, socketOf, userOf } from "../../common/addresses.ts";
import type { Answer, InputOf, Requests } from "../../common/ipc.ts";
import { problem } from "../../common/problems.ts";
import { words } from "../../common/words/page.ts";
import { Secret } from "../form/secret.tsx";
import { TextField } from "../form/text-field.tsx";
import { ProblemText } from "../parts/problem-text.tsx";
import type { ViewSignals } from "../state/view-signals.ts";
import { TrustedKey } from "./host-key.tsx";
import { UrlField } from "./url-field.tsx";
import { useChooseFile } from "./use-choose-file.ts";

interface Props {
  readonly view: ViewSignals;
  readonly ask: Pick<Requests, "secrets" | "tunnel">;
  readonly say: (text: string) => void;
}

/** Where the server is, who Bookbell is there, and what leads from its web server to Bookbell. */
export function SshForm({ view, ask, say }: Props) {
  const { host, port, user, keyFile, socket, url, hostKey } = view.tunnel.value.ssh;
  const text = words.tunnel.ssh;
  const save = (ssh: InputOf<"tunnel.change">["ssh"]) => ask.tunnel.change({ ssh });
  return (
    <>
      <TextField
        say={say}
        read={serverOf}
        wrong={problem("not-a-host")}
        name={text.host}
        help={text.hostHelp}
        value={host}
        example={text.hostExample}
        save={(wanted) => save({ host: wanted })}
      />
      <TextField
        say={say}
        name={text.port}
        help={text.portHelp}
        value={port}
        read={serverPortOf}
        wrong={problem("not-a-port", { least: 1, most: 65535 })}
        save={(wanted) => save({ port: wanted })}
        short
      />
      <TrustedKey hostKey={hostKey} forget={() => ask.tunnel.forgetHostKey()} say={say} />
      <TextField
        say={say}
        read={userOf}
        wrong={problem("not-a-user")}
        name={text.user}
        help={text.userHelp}
        value={user}
        save={(wanted) => save({ user: wanted })}
      />
      <KeyFile keyFile={keyFile} chooseFile={() => ask.tunnel.chooseFile("ssh-key")} say={say} />
      <Secret name="ssh" secret={view.secrets.value.ssh} set={ask.secrets.set} say={say} />
      <TextField
        say={say}
        read={socketOf}
        wrong={problem("not-a-socket")}
        name={text.socket}
        help={text.socketHelp}
        value={socket}
        example={text.socketExample}
        save={(wanted) => save({ socket: wanted })}
      />
      <UrlField say={say} help={text.urlHelp} value={url} save={(wanted) => save({ url: wanted })} />
    </>
  );
}

interface KeyFileProps {
  /** Empty while none is chosen. */
  readonly keyFile: string;
  /** Whether one was chosen. */
  readonly chooseFile: () => Promise<Answer<boolean>>;
  readonly say: (text: string) => void;
}

function KeyFile({ keyFile, chooseFile, say }: KeyFileProps) {
  const { problem, choose } = useChooseFile(chooseFile, say);
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
