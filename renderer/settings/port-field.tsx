import type { Answer } from "../../common/ipc.ts";
import { ports } from "../../common/ports.ts";
import { problem } from "../../common/problems.ts";
import { words } from "../../common/words/page.ts";
import { TextField } from "../form/text-field.tsx";

/** The port, or null when that is none a program may listen on. */
function portOf(text: string): number | null {
  const port = /^\d{4,5}$/.test(text.trim()) ? Number(text) : Number.NaN;
  return port >= ports.least && port <= ports.most ? port : null;
}

interface Props {
  readonly port: number;
  readonly save: (port: number) => Promise<Answer<unknown>>;
  readonly say: (text: string) => void;
}

export function PortField({ port, save, say }: Props) {
  return (
    <TextField
      name={words.settings.port}
      help={words.settings.portHelp}
      value={port}
      read={portOf}
      wrong={problem("not-a-port", ports)}
      save={save}
      say={say}
      short
    />
  );
}
