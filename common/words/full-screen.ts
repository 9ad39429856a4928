import messages from "../../languages/compiled/full/en.js";

/** The words on what fills the screen when a booking begins, in the language that its page is loaded in. */
export const { fullScreen: words } = messages;
