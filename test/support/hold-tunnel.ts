import { quickTunnel } from "../../main/tunnel/providers/cloudflare/quick.ts";

/** A Bookbell of its own that holds a quick tunnel until it is killed; run with the program and the folder. */
const [program = "", folder = ""] = process.argv.slice(2);
await quickTunnel({ program: async () => program, folder }).open(27_000, new AbortController().signal);
process.send?.("up");
