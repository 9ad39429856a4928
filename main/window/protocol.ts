import { readFile } from "node:fs/promises";
import path from "node:path";
import { protocol } from "electron";
import { type Language, pageIn } from "../../common/words/languages.ts";
import { contentSecurityPolicy } from "./content-security-policy.ts";

const scheme = "app";
export const origin = `${scheme}://bookbell`;
export const pageUrl = `${origin}/index.html`;
export const fullScreenUrl = `${origin}/full-screen.html`;

const types: Record<string, string> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".svg": "image/svg+xml",
  ".png": "image/png",
};

/** Must run before `ready`. */
export function registerPageScheme(): void {
  // Compiled once and kept: the page is there again sooner.
  const privileges = { standard: true, secure: true, codeCache: true };
  protocol.registerSchemesAsPrivileged([{ scheme, privileges }]);
}

/** Serves the files of `folder`, and nothing else, to the page; of each page, the one that speaks that language. */
export function servePage(folder: string, language: () => Language): void {
  protocol.handle(scheme, async (request) => {
    const file = fileOf(request.url, folder, language());
    const type = file && types[path.extname(file)];
    if (!file || !type || request.method !== "GET") return new Response(null, { status: 404 });
    try {
      const headers = {
        "Content-Type": type,
        "Content-Security-Policy": contentSecurityPolicy,
        "X-Content-Type-Options": "nosniff",
      };
      return new Response(await readFile(file), { headers });
    } catch {
      return new Response(null, { status: 404 });
    }
  });
}

/** The file a URL of ours names, or null for any that would leave the folder; "..%2f" reaches us undecoded. */
function fileOf(url: string, folder: string, language: Language): string | null {
  try {
    const { host, pathname } = new URL(url);
    const name = pageIn(decodeURIComponent(pathname), language);
    const file = path.join(folder, name);
    return host === "bookbell" && !name.includes("\0") && file.startsWith(folder + path.sep) ? file : null;
  } catch {
    return null;
  }
}
