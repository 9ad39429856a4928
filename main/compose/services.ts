import type { Booking } from "../../common/booking.ts";
import { type BookingAction, hostActionsOf } from "../../common/host-actions.ts";
import type { ProblemCode } from "../../common/problems.ts";
import { serviceOf } from "../../common/sources.ts";
import { createSecretsHandlers, type Opened } from "../ipc/secrets-handlers.ts";
import { createServicesHandlers } from "../ipc/services-handlers.ts";
import { baseOf } from "../sources/calcom/api/base.ts";
import { calcomPageOf } from "../sources/calcom/page.ts";
import { calendlyPageOf } from "../sources/calendly/page.ts";
import type { Wanted } from "../sources/timekit/host-actions.ts";
import { createCalcom } from "./calcom.ts";
import { createCalendly } from "./calendly.ts";
import type { Reception } from "./reception.ts";
import type { ServiceParts } from "./service.ts";
import { createTimekit } from "./timekit.ts";

/** What the booking services need of the rest of Bookbell. */
export interface ServicesParts extends Omit<ServiceParts, "tunnels"> {
  readonly reception: Pick<Reception, "tunnels" | "hook">;
}

/** Every booking service that can be asked: each by itself, and what is the same for all. */
export function createServices({ reception, ...given }: ServicesParts) {
  const { tunnels, hook } = reception;
  const parts = { ...given, tunnels };
  const timekit = createTimekit({ ...parts, hook });
  const calcom = createCalcom(parts);
  const calendly = createCalendly(parts);
  const all = [timekit, calcom, calendly];
  const byName = { timekit, calcom, calendly };

  /** A Zap's bookings are Timekit's. */
  function of(booking: Pick<Booking, "id">) {
    const name = serviceOf(booking);
    return name === "zapier" ? timekit : byName[name];
  }

  /** Nobody but its webhook posts to its address, or signs with its key. */
  async function leaveCalendly() {
    await calendly.connection.leave();
    given.secrets.calendlySigning.clear();
    given.addresses.calendly.close();
  }

  return {
    timekit,
    act: (wanted: Wanted): Promise<void> => of(wanted).act(wanted),
    /** What its service can be asked to do to it now. */
    actionsOf: (booking: Booking): readonly BookingAction[] =>
      of(booking).isOn() ? hostActionsOf(booking) : [],
    /** Where its service shows it to its host. Without a key nobody knows on which server a booking of Cal.com's is. */
    pageOf({ id, end }: Pick<Booking, "id" | "end">): URL | null {
      const own = id.slice(id.indexOf(":") + 1);
      const name = serviceOf({ id });
      if (name === "timekit" || name === "zapier") return new URL(timekitAdmin);
      if (name === "calendly") return calendlyPageOf(own, end !== null && end <= given.now());
      if (name !== "calcom" || given.secrets.calcom.view().state !== "on") return null;
      return calcomPageOf(own, baseOf(given.settings.get("calcom").base) ?? "");
    },
    /** The public address is another one: webhooks that Bookbell registered follow it. Never rejects. */
    async addressChanged(): Promise<void> {
      await Promise.all(all.map((one) => one.addressChanged()));
    },
    /** Asks all of them for what was missed. Never rejects. */
    async sync(): Promise<void> {
      await Promise.all(all.map((one) => one.sync()));
    },
    /** What one was asked for may have been taken in. */
    onKept(listener: () => void): void {
      for (const one of all) one.onKept(listener);
    },
    handlers: {
      ...timekit.handlers,
      services: createServicesHandlers({
        services: { calcom, calendly },
        settings: given.settings,
        async openAddress(name) {
          const address = given.addresses[name];
          if (!address.view().isOpen) await address.renew();
        },
      }),
      secrets: createSecretsHandlers({
        secrets: given.secrets,
        services: {
          // Webhooks at Timekit may be the user's own: they stay.
          timekit: opened(timekit, "timekit-key-refused", async () => timekit.connection.off()),
          calcom: opened(calcom, "calcom-key-refused", calcom.connection.leave),
          calendly: opened(calendly, "calendly-token-refused", leaveCalendly),
        },
      }),
    },
    /** Asks for what came while Bookbell did not run. */
    async start(): Promise<void> {
      await Promise.all(all.map((one) => one.start()));
    },
    minute(): void {
      for (const one of all) one.minute();
    },
    close(): void {
      for (const one of all) one.close();
    },
  };
}

export type Services = ReturnType<typeof createServices>;

/** It has no page of one booking whose address is told. */
const timekitAdmin = "https://admin.timekit.io/";

const opened = (
  { connection, sync }: { connection: Pick<Opened, "check" | "off">; sync(): Promise<void> },
  refused: ProblemCode,
  leave: Opened["leave"],
): Opened => ({ refused, check: connection.check, off: connection.off, leave, catchUp: sync });
