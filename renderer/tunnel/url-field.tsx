import { httpsOf } from "../../common/addresses.ts";
import type { Answer } from "../../common/ipc.ts";
import { problem } from "../../common/problems.ts";
import { words } from "../../common/words/page.ts";
import { TextField } from "../form/text-field.tsx";

interface Props {
  readonly help: string;
  readonly value: string;
  readonly save: (url: string) => Promise<Answer<unknown>>;
  readonly say: (text: string) => void;
}

/** The public address of a way that cannot tell its own. */
export function UrlField({ help, value, save, say }: Props) {
  return (
    <TextField
      name={words.tunnel.url}
      help={help}
      value={value}
      read={httpsOf}
      wrong={problem("not-an-address")}
      save={save}
      say={say}
      example={words.tunnel.urlExample}
    />
  );
}
