import type { Bridge } from "../../common/ipc.ts";
import { asked } from "./asked.ts";

/** Asked and answered in place: whoever asks shows what came of it. */
export type Requests = Pick<
  Bridge,
  "getDelivery" | "replayDelivery" | "copyAsCurl" | "forgetCustomer" | "exportBookings" | "exportDiagnostics"
>;

export function createRequests(bridge: Bridge): Requests {
  return {
    getDelivery: (seq) => asked(bridge.getDelivery(seq)),
    replayDelivery: (seq) => asked(bridge.replayDelivery(seq)),
    copyAsCurl: (seq) => asked(bridge.copyAsCurl(seq)),
    forgetCustomer: (mail) => asked(bridge.forgetCustomer(mail)),
    exportBookings: (format) => asked(bridge.exportBookings(format)),
    exportDiagnostics: () => asked(bridge.exportDiagnostics()),
  };
}
