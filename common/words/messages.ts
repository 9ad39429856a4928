import type { Messages as MainMessages } from "../../languages/compiled/main/en.js";
import type { Messages as PageMessages } from "../../languages/compiled/page/en.js";

export type { MainMessages, PageMessages };

/** What main and the page both say. */
export type SharedMessages = Pick<PageMessages, keyof MainMessages & keyof PageMessages>;
