import { contextBridge, ipcRenderer } from "electron";
import { type AskName, type Bridge, eachAsk, ipc, type TellName } from "../common/ipc.ts";

const ask = (name: AskName) => (input: unknown) => ipcRenderer.invoke(name, input);

const listen = (name: TellName) => (listener: (message: unknown) => void) => {
  // The event never reaches the page: it carries the sender.
  const hear = (_event: unknown, message: unknown) => listener(message);
  ipcRenderer.on(name, hear);
  return () => ipcRenderer.off(name, hear);
};

const tells = Object.keys(ipc.tells) as TellName[];
const on = Object.fromEntries(tells.map((name) => [name, listen(name)]));

const bridge: Record<keyof Bridge, object> = { ...eachAsk(ask), on };

contextBridge.exposeInMainWorld("bookbell", bridge);
