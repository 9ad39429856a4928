import { app } from "electron";
import { WorldError } from "../lib/world-error.ts";
import { createCalendlyApi } from "../sources/calendly/api/api.ts";
import { createCalendlyCatchUp } from "../sources/calendly/catch-up.ts";
import { createCalendlyConnection } from "../sources/calendly/connection.ts";
import { createCalendlyCancel } from "../sources/calendly/host-actions.ts";
import type { Wanted } from "../sources/timekit/host-actions.ts";
import { registeredAddress } from "./public-address.ts";
import { askingWith, drive, type ServiceParts, secretFor, takeFrom } from "./service.ts";

/** Calendly itself, asked with the user's token: its webhook, what it did not bring, and what the host does there. */
export function createCalendly(parts: ServiceParts) {
  const { settings, secrets, model, store, tunnels, now, onFault } = parts;
  const ended = new AbortController();
  const memory = {
    get: () => settings.get("calendly"),
    change: (part: object) => settings.change({ calendly: { ...settings.get("calendly"), ...part } }),
  };
  const api = createCalendlyApi(
    askingWith(secrets.calendly, { base: calendlyAt, now, signal: ended.signal }),
  );
  const connection = createCalendlyConnection({
    api,
    memory,
    hasToken: () => secrets.calendly.view().state === "on",
    hook: () => registeredAddress("calendly", parts),
    signingKey: () => secretFor(secrets.calendlySigning, secrets.calendly),
    isKeyLost: () => secrets.calendlySigning.view().state === "unreadable",
    now,
    onView: (calendly) => model.update({ calendly }),
    onFault,
  });
  const take = takeFrom("calendly", parts, api.calendlysNow);
  const catchUp = createCalendlyCatchUp({
    api,
    connection,
    memory,
    take,
    now,
    onFetched: tunnels.fetched,
    onFault,
  });
  const cancel = createCalendlyCancel({
    api,
    account: connection.account,
    booking: (id) => store.bookings.get(`calendly:${id}`),
    takeAnswer: (body) => take(body),
  });
  const driven = drive({ ensure: connection.ensure, tend: connection.tend, catchUp });

  return {
    connection,
    ...driven,
    isOn: connection.isOn,
    /** What Calendly was asked for may have been taken in. */
    onKept: catchUp.onKept,
    async act({ id, action, message }: Wanted): Promise<void> {
      if (action !== "cancel") throw new WorldError("calendly-not-allowed");
      await cancel(id.slice("calendly:".length), message);
    },
    async start(): Promise<void> {
      connection.show();
      await driven.sync();
    },
    close: (): void => ended.abort(),
  };
}

/** Tests have a Calendly of their own; the installed Bookbell knows the real one only. */
function calendlyAt(): string {
  const stand = app.isPackaged ? undefined : process.env.BOOKBELL_CALENDLY_API;
  return stand ?? "https://api.calendly.com";
}
