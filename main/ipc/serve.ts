import { ipcMain, type WebContents, type WebFrameMain } from "electron";
import {
  type Answer,
  type AskName,
  type InputOf,
  ipc,
  type MessageOf,
  type OutputOf,
  type TellName,
} from "../../common/ipc.ts";
import { problem } from "../../common/problems.ts";
import { WorldError } from "../lib/world-error.ts";
import { maskedAnswer } from "./masks.ts";

/** One function for each thing the page may ask. */
export type Handlers = {
  [Name in AskName]: (input: InputOf<Name>) => OutputOf<Name> | Promise<OutputOf<Name>>;
};

/** What serving the page needs of the rest of Bookbell. */
export interface ServeParts {
  isOurs(frame: WebFrameMain | null): boolean;
  /** Others see the screen: no name may leave. */
  presenting(): boolean;
  onFault(error: unknown): void;
}

/** Answers the page; anything that is not the main frame of our own page gets no answer at all. */
export function serveIpc(handlers: Handlers, { isOurs, presenting, onFault }: ServeParts) {
  for (const name of Object.keys(handlers) as AskName[]) {
    ipcMain.handle(name, async (event, input: unknown): Promise<Answer<unknown>> => {
      // Read at once: the frame may be gone a moment later.
      if (!isOurs(event.senderFrame)) throw new Error("Not for you.");
      const parsed = ipc[name].input.safeParse(input);
      if (!parsed.success) return { ok: false, error: problem("invalid-input") };
      try {
        const handle = handlers[name] as (input: unknown) => OutputOf<AskName> | Promise<OutputOf<AskName>>;
        const value = await handle(parsed.data);
        return { ok: true, value: presenting() ? maskedAnswer(name, value) : value };
      } catch (error) {
        if (error instanceof WorldError) return { ok: false, error: problem(error.code) };
        onFault(error);
        return { ok: false, error: problem(isOfFiles(error) ? "not-saved" : "internal") };
      }
    });
  }
  return () => {
    for (const name of Object.keys(handlers)) ipcMain.removeHandler(name);
  };
}

/** The user chose the place, so the user can choose another. */
const isOfFiles = (error: unknown) => typeof (error as NodeJS.ErrnoException).syscall === "string";

/** Tells the page something. */
export function tell<Name extends TellName>(page: WebContents, name: Name, message: MessageOf<Name>): void {
  page.send(name, message);
}
