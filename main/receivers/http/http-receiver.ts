import type { Log } from "../../lifecycle/log.ts";
import type { Address } from "../../settings/address.ts";
import type { SettingsStore } from "../../settings/settings.ts";
import type { ViewModel } from "../../view/view-model.ts";
import type { IntakeParts } from "../intake.ts";
import { createAnswerCount } from "./answer-count.ts";
import { createReceiverApp } from "./app.ts";
import { createConnections } from "./connections.ts";
import { createProbes } from "./probes.ts";
import { createReceiver } from "./server.ts";
import { createTurnedAway, type TurnedAwayParts } from "./turned-away.ts";

/** What receiving needs of the rest of Bookbell. */
export interface HttpReceiverParts extends IntakeParts, Pick<TurnedAwayParts, "turnAway"> {
  settings: Pick<SettingsStore, "get">;
  address: Pick<Address, "standing" | "at">;
  model: ViewModel;
  log: Log;
  /** A delivery was kept, whether it could be read or not. */
  onKept(): Promise<unknown>;
  /** What was turned away is counted. */
  onCounted(): unknown;
  onFault(error: unknown): void;
}

/** The receiver as the settings want it, and as the view shows it. */
export function createHttpReceiver(parts: HttpReceiverParts) {
  const { settings, address, model, log, onKept, onCounted, onFault, turnAway, ...intake } = parts;
  const probes = createProbes();
  const turnedAway = createTurnedAway({ ...intake, turnAway, onCounted, onFault });
  const connections = createConnections();
  const notTaken = createAnswerCount(log);
  const http = createReceiverApp({
    ...intake,
    trust: connections.trust,
    standing: address.standing,
    successCode: () => settings.get("successCode"),
    takeProbe: probes.take,
    onRefused: turnedAway.refused,
    onMisdirected: turnedAway.misdirected,
    onOldAddress: turnedAway.overOld,
    onAnswered(status, outcome, error) {
      // What was taken is in the delivery log already.
      if (outcome !== "taken") notTaken.note(status, outcome, error);
      if (outcome === "taken" || outcome === "unreadable") void onKept();
    },
  });
  const receiver = createReceiver(http, {
    onState(state) {
      if (state.state === "listening") log.info("Listening", { port: state.port });
      model.update({ receiver: state });
    },
    onConnection: connections.came,
    onFault,
  });
  return {
    ...receiver,
    minute: notTaken.write,
    async close(): Promise<void> {
      await receiver.close();
      notTaken.write();
    },
    openProbe: probes.open,
    /** The whole address on this computer, secret token included; null while the token cannot be read. */
    localAddress: () => address.at(`http://127.0.0.1:${receiver.port()}`),
  };
}
