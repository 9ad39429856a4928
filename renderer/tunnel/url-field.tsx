import { httpsOf } from "../../common/addresses.ts";
import type { Answer } from "../../common/ipc.ts";
import { TextField } from "../settings/text-field.tsx";
import type { PageState } from "../state/create-state.ts";
import { words } from "../words.ts";

interface Props {
  readonly state: PageState;
  readonly help: string;
  readonly value: string;
  readonly save: (url: string) => Promise<Answer<unknown>>;
}

/** The public address of a way that cannot tell its own. */
export function UrlField({ state, help, value, save }: Props) {
  return (
    <TextField
      state={state}
      name={words.tunnel.url}
      help={help}
      value={value}
      read={httpsOf}
      wrong={words.tunnel.urlWrong}
      save={save}
      example={words.tunnel.urlExample}
    />
  );
}
