import type { SourceName } from "../../../common/sources.ts";
import type { MainWords } from "../../../common/words/main.ts";
import type { Delivery, Taken } from "../../bookings/delivery.ts";
import { createEvent } from "../../lib/event.ts";
import type { Log } from "../../lifecycle/log.ts";
import type { Address } from "../../settings/address.ts";
import type { SettingsStore } from "../../settings/settings.ts";
import type { Source } from "../../sources/source.ts";
import type { ViewModel } from "../../view/view-model.ts";
import { type IntakeParts, receive } from "../intake.ts";
import { createAnswerCount } from "./answer-count.ts";
import { createReceiverApp } from "./app.ts";
import { createConnections } from "./connections.ts";
import { createProbes } from "./probes.ts";
import { createReceiver } from "./server.ts";
import { createTurnedAway, type TurnedAwayParts } from "./turned-away.ts";

/** What receiving needs of the rest of Bookbell. */
export interface HttpReceiverParts extends IntakeParts, Pick<TurnedAwayParts, "turnAway"> {
  sourceOf(name: string): Source | undefined;
  settings: Pick<SettingsStore, "get" | "watch">;
  addresses: Readonly<Record<SourceName, Pick<Address, "standing" | "at">>>;
  model: Pick<ViewModel, "update">;
  words(): MainWords;
  log: Log;
  onFault(error: unknown): void;
}

/** A delivery, and what became of it: it is durable. */
export interface TakenIn {
  readonly delivery: Delivery;
  readonly taken: Taken;
}

/** The receiver as the settings want it, and as the view shows it. It listens from `start` on. */
export function createHttpReceiver(parts: HttpReceiverParts) {
  const { settings, addresses, model, log, onFault, turnAway, sourceOf, words, ...given } = parts;
  const [arrival, taking] = [createEvent<Delivery>(), createEvent<TakenIn>()];
  const [count, move] = [createEvent(), createEvent()];
  const intakeParts: IntakeParts = {
    ...given,
    async take(delivery) {
      arrival.tell(delivery);
      const taken = await given.take(delivery);
      taking.tell({ delivery, taken });
      return taken;
    },
  };
  const probes = createProbes();
  const turnedAway = createTurnedAway({ ...intakeParts, turnAway, onCounted: count.tell, onFault });
  const connections = createConnections();
  const notTaken = createAnswerCount(log);
  const http = createReceiverApp({
    intake: (incoming) => receive(incoming, intakeParts),
    sourceOf,
    reasonWords: (reason) => words().reasonWords(reason),
    trust: connections.trust,
    standing: (token, source) => addresses[source].standing(token),
    successCode: () => settings.get("successCode"),
    takeProbe: probes.take,
    onRefused: turnedAway.refused,
    onMisdirected: turnedAway.misdirected,
    onOldAddress: turnedAway.overOld,
    onAnswered(status, outcome, error) {
      // What was taken is in the delivery log already.
      if (outcome !== "taken") notTaken.note(status, outcome, error);
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
  let endWatch = () => {};
  return {
    port: receiver.port,
    /** For whatever else brings deliveries. */
    intake: intakeParts,
    /** A delivery came to the right address, and is about to be kept. */
    onArrived: arrival.on,
    onTaken: taking.on,
    /** What was turned away is counted. */
    onCounted: count.on,
    /** It listens where the settings want it to by now, if it can. */
    onMoved: move.on,
    /** Listens, and moves when the settings say so. */
    async start(): Promise<void> {
      const listen = () => receiver.listenOn(settings.get("port"));
      endWatch = settings.watch(["port"], () => void listen().then(() => move.tell()));
      await listen();
    },
    minute: notTaken.write,
    async close(): Promise<void> {
      endWatch();
      await receiver.close();
      notTaken.write();
    },
    openProbe: probes.open,
    /** Timekit's whole address on this computer, secret token included; null while the token cannot be read. */
    localAddress: () => addresses.timekit.at(`http://127.0.0.1:${receiver.port()}`),
  };
}
