import { homedir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

export const repository = fileURLToPath(new URL("../..", import.meta.url)).replace(/[\\/]$/, "");
export const cache = join(process.env.XDG_CACHE_HOME || join(homedir(), ".cache"), "bookbell");
