import type { FullScreen, FullScreenAct } from "../../common/full-screen.ts";
import type { Handlers } from "./handlers.ts";

interface Parts {
  view(): FullScreen | null;
  act(act: FullScreenAct): void;
}

/** What happens in the window that fills the screen. */
export const createFullScreenHandlers = ({ view, act }: Parts): Handlers["fullScreen"] => ({
  view,
  act(what) {
    act(what);
    return null;
  },
});
