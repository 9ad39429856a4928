import { sqlite } from "../../main/store/engine/library.ts";

/** What the store opens its files with in this process: beside it, another library's locks would not count. */
export const DatabaseSync = sqlite();
