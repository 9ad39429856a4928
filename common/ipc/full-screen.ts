import * as z from "zod/mini";
import { type FullScreen, fullScreenActs } from "../full-screen.ts";
import { ask } from "./ask.ts";

/** The window that fills the screen; it may ask nothing else, and the tray window nothing of this. */
export const fullScreenAsks = {
  view: ask<FullScreen | null>()(z.void()),
  act: ask()(z.enum(fullScreenActs)),
};
