import type { Bridge } from "../common/ipc.ts";

declare global {
  interface Window {
    readonly bookbell: Bridge;
  }
}
