import type { ActivityLine } from "../../../common/activity.ts";
import type { Move } from "../../../common/agenda.ts";
import type { Booking } from "../../../common/booking.ts";
import type { Answered, DeliveryDetail, Forgotten } from "../../../common/delivery.ts";
import type { DestinationView, OutgoingLine, Tested } from "../../../common/destination-view.ts";
import type { Message } from "../../../common/destinations.ts";
import type { BookingDetail } from "../../../common/found.ts";
import type { MessageOf, TellName } from "../../../common/ipc.ts";
import { jsonOf } from "../../../common/json.ts";
import type { Project } from "../../../common/policy.ts";
import type { Graph, Resource } from "../../../common/timekit.ts";
import type { View } from "../../../common/view.ts";
import type { Opening } from "./opening.ts";

/** What a test may have main say otherwise from now on. */
export interface Answers {
  replay: Exclude<Answered, "gone" | "silent">;
  forgotten: Forgotten;
  exported: number | null;
  diagnostics: boolean;
  /** The file that the user chooses. */
  chosen: string | null;
  activity: readonly ActivityLine[];
  /** The other half of a booking's move, by its id. */
  moves: Readonly<Record<string, Move>>;
  projects: readonly Project[];
  bookings: readonly Booking[];
  details: Readonly<Record<string, BookingDetail>>;
  resources: readonly Resource[];
  /** By which the projects of the account are booked. */
  graphs: readonly Graph[];
  /** The notification that says hello is shown. */
  greeted: boolean;
  /** The ids of the bookings that their services have pages of. */
  pages: readonly string[];
  /** The host that main asks about before it opens a meeting; null = none. */
  unknownHost: string | null;
  /** How a new address is kept where its user has not agreed to keep it in plain. */
  keeps: DestinationView["kept"];
  tested: Tested;
  /** All changes of the last thirty days, newest first, with all that could leave of them. */
  happened: readonly Message[];
  /** Of every destination. */
  messages: readonly OutgoingLine[];
}

export type Tell = <Name extends TellName>(name: Name, message: MessageOf<Name>) => void;

/** All that the mocked main knows. */
export function createWorld({ view, bookings, joins, history, clash, ...opening }: Opening, tell: Tell) {
  const current = { ...view };
  let log = [...opening.deliveries];
  const answers: Answers = {
    replay: "duplicate",
    forgotten: { bookings: 0, deliveries: 0, alerts: 0, setAside: 0 },
    exported: 0,
    diagnostics: true,
    chosen: null,
    activity: opening.activity,
    moves: {},
    bookings,
    details: Object.fromEntries(
      bookings.map((booking) => [
        booking.id,
        { booking, history, clash, move: null, join: joins[booking.id] ?? null },
      ]),
    ),
    projects: [{ id: "lessons", name: "Guitar lessons" }],
    resources: [
      { id: "doc", name: "Emmett Brown" },
      { id: "marty", name: "Marty McFly" },
    ],
    graphs: ["instant", "confirm_decline"],
    greeted: true,
    pages: bookings.map(({ id }) => id).filter((id) => /^(?:calcom|calendly):/.test(id)),
    unknownHost: null,
    keeps: "encrypted",
    tested: { ok: true },
    happened: opening.happened,
    messages: opening.messages,
  };

  return {
    view: current as Readonly<View>,
    answers,
    joins,
    log: (): readonly DeliveryDetail[] => log,
    change(changes: Partial<View>): void {
      Object.assign(current, changes);
      tell("viewChanged", jsonOf(changes));
    },
    /** Deliveries come in, newest first. */
    deliver(came: readonly DeliveryDetail[]): void {
      log = [...came, ...log];
      tell("deliveriesChanged", null);
    },
    /** It is no longer kept, and the page has not heard yet. */
    remove(gone: number): void {
      log = log.filter(({ seq }) => seq !== gone);
    },
  };
}

export type World = ReturnType<typeof createWorld>;
