import { contextBridge, ipcRenderer } from "electron";
import { type AskName, type Bridge, ipc, type TellName } from "../common/ipc.ts";

const ask = (name: AskName) => (input: unknown) => ipcRenderer.invoke(name, input);

const listen = (name: TellName) => (listener: (message: unknown) => void) => {
  // The event never reaches the page: it carries the sender.
  const hear = (_event: unknown, message: unknown) => listener(message);
  ipcRenderer.on(name, hear);
  return () => ipcRenderer.off(name, hear);
};

const bridge = Object.fromEntries(
  Object.entries(ipc).map(([name, { kind }]) =>
    kind === "ask"
      ? [name, ask(name as AskName)]
      : [`on${name[0]?.toUpperCase()}${name.slice(1)}`, listen(name as TellName)],
  ),
) as Bridge;

contextBridge.exposeInMainWorld("bookbell", bridge);
