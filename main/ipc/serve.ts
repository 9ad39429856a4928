import { ipcMain, type WebFrameMain } from "electron";
import {
  type Answer,
  type AnyAsk,
  type AskName,
  ipc,
  type LongAnswer,
  type OutputOf,
} from "../../common/ipc.ts";
import { jsonOf } from "../../common/json.ts";
import { problem } from "../../common/problems.ts";
import { WorldError } from "../lib/world-error.ts";
import type { Handlers } from "./handlers.ts";
import { maskedAnswer } from "./masks.ts";

/** What serving the page needs of the rest of Bookbell. */
export interface ServeParts {
  /** Whether that frame may ask this. */
  isOurs(frame: WebFrameMain | null, name: AskName): boolean;
  /** Others see the screen: no name may leave. */
  presenting(): boolean;
  onFault(error: unknown): void;
}

type Handle = (input: unknown) => OutputOf<AskName> | Promise<OutputOf<AskName>>;

/** Answers the pages; anything that is not the main frame of our own page gets no answer at all. */
export function serveIpc(handlers: Handlers, { isOurs, presenting, onFault }: ServeParts) {
  function serve(name: AskName, { input, long }: AnyAsk, handle: Handle) {
    ipcMain.handle(name, async (event, sent: unknown): Promise<Answer<unknown> | LongAnswer<unknown>> => {
      // Read at once: the frame may be gone a moment later.
      if (!isOurs(event.senderFrame, name)) throw new Error("Not for you.");
      const parsed = input.safeParse(sent);
      if (!parsed.success) return { ok: false, error: problem("invalid-input") };
      try {
        const value = await handle(parsed.data);
        const shown = presenting() ? maskedAnswer(name, value) : value;
        return long ? { ok: true, json: jsonOf(shown) } : { ok: true, value: shown };
      } catch (error) {
        if (error instanceof WorldError) return { ok: false, error: problem(error.code) };
        onFault(error);
        return { ok: false, error: problem(isOfFiles(error) ? "not-saved" : "internal") };
      }
    });
    return () => ipcMain.removeHandler(name);
  }

  const stops = Object.entries(ipc.asks).flatMap(([group, asks]) =>
    Object.entries(asks).map(([own, ask]) => {
      const handle = handlers[group as keyof Handlers][own as never] as Handle;
      return serve(`${group}.${own}` as AskName, ask, handle);
    }),
  );
  return () => {
    for (const stop of stops) stop();
  };
}

/** The user chose the place, so the user can choose another. */
const isOfFiles = (error: unknown) => typeof (error as NodeJS.ErrnoException).syscall === "string";
