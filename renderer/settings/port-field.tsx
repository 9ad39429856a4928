import { ports } from "../../common/ports.ts";
import type { PageState } from "../state/create-state.ts";
import { words } from "../words.ts";
import { TextField } from "./text-field.tsx";

/** The port, or null when that is none a program may listen on. */
function portOf(text: string): number | null {
  const port = /^\d{4,5}$/.test(text.trim()) ? Number(text) : Number.NaN;
  return port >= ports.least && port <= ports.most ? port : null;
}

interface Props {
  readonly state: PageState;
  readonly port: number;
  readonly focused: boolean;
}

export function PortField({ state, port, focused }: Props) {
  return (
    <TextField
      state={state}
      name={words.settings.port}
      help={words.settings.portHelp}
      value={port}
      read={portOf}
      wrong={{ message: words.settings.portRange, remedy: "" }}
      save={(wanted) => state.changeSettings({ port: wanted })}
      short
      focused={focused}
    />
  );
}
