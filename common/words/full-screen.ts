import type { Messages } from "../../languages/compiled/full/en.js";

/** As in page.ts. */
declare const messages: Messages;

/** The words on what fills the screen when a booking begins. */
export const { fullScreen: words } = messages;
