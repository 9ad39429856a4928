import { load } from "../../languages/compiled/full/load.js";
import { pageLanguage } from "./page-language.ts";

const { default: messages } = await load[pageLanguage]();

/** The words on what fills the screen when a booking begins. */
export const { fullScreen: words } = messages;
