import type { Bridge } from "../../common/ipc.ts";
import { asked } from "./asked.ts";

const names = [
  "getDelivery",
  "replayDelivery",
  "copyAsCurl",
  "forgetCustomer",
  "removeSetAside",
  "exportBookings",
  "exportDiagnostics",
  "copyAddress",
  "setSecret",
  "renewAddress",
  "endOldAddress",
  "removeEarlierSecrets",
  "trustHostKey",
  "forgetHostKey",
  "reconnect",
  "downloadCloudflared",
  "cancelDownload",
  "chooseFile",
  "getGaps",
  "getNews",
  "markSeen",
  "getProjects",
  "getResources",
  "chooseResource",
  "registerWebhooks",
  "catchUp",
  "proveIt",
  "proofSeen",
  "setSetup",
  "joinBooking",
  "actOnBooking",
  "setPresenting",
  "setHotkey",
  "setStartAtLogin",
  "checkForUpdates",
  "openReleases",
  "restartToUpdate",
  "getBooking",
  "getDay",
  "search",
  "snoozeBooking",
  "contactCustomer",
  "copyBooking",
  "exportBooking",
] as const;

/** Asked and answered in place: whoever asks shows what came of it. */
export type Requests = Pick<Bridge, (typeof names)[number]>;

export function createRequests(bridge: Bridge): Requests {
  const request = (name: keyof Requests) => [name, (input: never) => asked<unknown>(bridge[name](input))];
  return Object.fromEntries(names.map(request)) as Requests;
}
