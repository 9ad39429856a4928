import { contextBridge, ipcRenderer } from "electron";
import type { AskName, Bridge, TellName } from "../common/ipc.ts";

/** All names in common/ipc.ts. The build puts them here, because what else is there makes every page load later. */
declare const names: Readonly<{ asks: Record<string, Record<string, AskName>>; tells: readonly TellName[] }>;

const ask = (name: AskName) => (input: unknown) => ipcRenderer.invoke(name, input);

const listen = (name: TellName) => (listener: (message: unknown) => void) => {
  // The event never reaches the page: it carries the sender.
  const hear = (_event: unknown, message: unknown) => listener(message);
  ipcRenderer.on(name, hear);
  return () => ipcRenderer.off(name, hear);
};

const asks = Object.entries(names.asks).map(([group, own]) => [
  group,
  Object.fromEntries(Object.entries(own).map(([key, name]) => [key, ask(name)])),
]);
const on = Object.fromEntries(names.tells.map((name) => [name, listen(name)]));

const bridge: Record<keyof Bridge, object> = { ...Object.fromEntries(asks), on };

contextBridge.exposeInMainWorld("bookbell", bridge);

// The first format that a process makes takes 20 ms: here it is made while the page waits for its code.
setTimeout(() => new Intl.DateTimeFormat());
