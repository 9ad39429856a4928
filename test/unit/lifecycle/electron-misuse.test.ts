import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";

interface Rule {
  readonly why: string;
  readonly pattern: RegExp;
  /** What it must catch. */
  readonly bad: string;
  /** The only file that may. */
  readonly only?: string;
}

/** What Electron's security checklist warns of, and lint cannot see. */
const rules: readonly Rule[] = [
  { why: "pages have no Node", pattern: /nodeIntegration\w*: true/, bad: "nodeIntegrationInWorker: true" },
  { why: "pages are isolated", pattern: /contextIsolation: false/, bad: "contextIsolation: false" },
  { why: "pages are sandboxed", pattern: /sandbox: false/, bad: "sandbox: false" },
  { why: "the web's own security stays", pattern: /webSecurity/, bad: "webSecurity: false" },
  {
    why: "no insecure content",
    pattern: /allowRunningInsecureContent/,
    bad: "allowRunningInsecureContent: true",
  },
  {
    why: "no experiments",
    pattern: /experimentalFeatures|enableBlinkFeatures/,
    bad: "experimentalFeatures: true",
  },
  { why: "no page within a page", pattern: /webviewTag: true|<webview|<iframe/, bad: "<webview src=" },
  {
    why: "main runs nothing in the page",
    pattern: /executeJavaScript|insertCSS/,
    bad: "page.executeJavaScript(",
  },
  {
    why: "text stays text",
    pattern: /innerHTML|outerHTML|dangerouslySet|insertAdjacentHTML/,
    bad: "a.innerHTML =",
  },
  { why: "nothing becomes code", pattern: /\beval\(|new Function\(/, bad: "eval(text)" },
  {
    why: "windows show our own page only",
    pattern: /loadURL\((?!fullScreenUrl\))|loadFile\(/,
    bad: 'window.loadURL("http://',
  },
  {
    why: "links pass one check",
    pattern: /shell\.(openExternal|openPath)/,
    bad: "shell.openExternal(url)",
    only: "main/window/open-link.ts",
  },
  { why: "IPC passes one check", pattern: /ipcMain/, bad: "ipcMain.on(", only: "main/ipc/serve.ts" },
  {
    why: "main tells the page in one place",
    pattern: /\.send\(name/,
    bad: "page.send(name",
    only: "main/window/tell.ts",
  },
  {
    why: "one bridge",
    pattern: /contextBridge|ipcRenderer/,
    bad: "contextBridge.expose",
    only: "preload/index.ts",
  },
  {
    why: "it listens on this computer only",
    pattern: /["'`](0\.0\.0\.0|::)["'`]/,
    bad: 'listen(port, "0.0.0.0")',
  },
  {
    why: "certificates are checked",
    // Not the switches of nearly that name, which main takes away.
    pattern: /rejectUnauthorized: false|certificate-error(?!s)|setCertificateVerify/,
    bad: 'app.on("certificate-error"',
  },
  {
    why: "no remote debugging",
    pattern: /appendSwitch\(/,
    bad: 'appendSwitch("remote-debugging-port"',
  },
];

const root = path.join(import.meta.dirname, "../../..");
const sources = ["main", "preload", "renderer", "common"].flatMap((folder) =>
  readdirSync(path.join(root, folder), { recursive: true, encoding: "utf8" })
    .filter((name) => /\.(tsx?|html)$/.test(name))
    .map((name) => ({
      file: `${folder}/${name.replaceAll(path.sep, "/")}`,
      text: readFileSync(path.join(root, folder, name), "utf8"),
    })),
);

describe("Electron is used as its checklist says", () => {
  test("all sources are looked at", () => expect(sources.length).toBeGreaterThan(200));

  test.each(rules)("$why", ({ pattern, bad, only }) => {
    expect(bad).toMatch(pattern);
    const found = sources.filter(({ text }) => pattern.test(text)).map(({ file }) => file);
    expect(found).toEqual(only ? [only] : []);
  });
});
