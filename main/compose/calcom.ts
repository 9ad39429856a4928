import { app } from "electron";
import { createCalcomApi } from "../sources/calcom/api/api.ts";
import { baseOf, cloudBase } from "../sources/calcom/api/base.ts";
import { createCalcomCatchUp } from "../sources/calcom/catch-up.ts";
import { createCalcomConnection } from "../sources/calcom/connection.ts";
import { createCalcomActions } from "../sources/calcom/host-actions.ts";
import type { Wanted } from "../sources/timekit/host-actions.ts";
import { registeredAddress } from "./public-address.ts";
import { askingWith, drive, type ServiceParts, secretFor, takeFrom } from "./service.ts";

/** Cal.com itself, asked with the user's key: its webhook, what it did not bring, and what the host does there. */
export function createCalcom(parts: ServiceParts) {
  const { settings, secrets, model, store, tunnels, now, onFault } = parts;
  const ended = new AbortController();
  const base = () => calcomAt() ?? baseOf(settings.get("calcom").base) ?? cloudBase;
  const memory = {
    get: () => settings.get("calcom"),
    change: (part: object) => settings.change({ calcom: { ...settings.get("calcom"), ...part } }),
  };
  const api = createCalcomApi(askingWith(secrets.calcom, { base, now, signal: ended.signal }));
  const connection = createCalcomConnection({
    api,
    memory,
    hasKey: () => secrets.calcom.view().state === "on",
    hook: () => registeredAddress("calcom", parts),
    signingSecret: () => secretFor(secrets.calcomSigning, secrets.calcom),
    now,
    onView: (calcom) => model.update({ calcom }),
    onFault,
  });
  const take = takeFrom("calcom", parts, api.calcomsNow);
  const catchUp = createCalcomCatchUp({
    api,
    connection,
    memory,
    take,
    now,
    onFetched: tunnels.fetched,
    onFault,
  });
  const act = createCalcomActions({
    api,
    booking: (uid) => store.bookings.get(`calcom:${uid}`),
    takeAnswer: (body) => take(body),
  });
  const driven = drive({ ensure: connection.ensure, tend: connection.tend, catchUp });

  return {
    connection,
    ...driven,
    isOn: connection.isOn,
    /** What Cal.com was asked for may have been taken in. */
    onKept: catchUp.onKept,
    act: ({ id, action, message }: Wanted) => act({ uid: id.slice("calcom:".length), action, message }),
    async start(): Promise<void> {
      connection.show();
      await driven.sync();
    },
    close: (): void => ended.abort(),
  };
}

/** Tests have a Cal.com of their own; the installed Bookbell knows the user's only. */
const calcomAt = () => (app.isPackaged ? undefined : process.env.BOOKBELL_CALCOM_API);
