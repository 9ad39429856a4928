import type { Page } from "@playwright/test";
import { maskedBooking } from "../../main/bookings/masked.ts";
import { aClash, connected, fullBooking, item, someHistory, typicalDay, view } from "./views.ts";

const openFirst = (page: Page) =>
  page
    .getByRole("button", { name: /^Open / })
    .first()
    .click();

/** Chooses that of what a booking's menu offers. */
export async function chooseMore(page: Page, item: string | RegExp): Promise<void> {
  await page.getByRole("button", { name: "More", exact: true }).click();
  await page.getByRole("menuitem", { name: item }).click();
}
const openRequests = (page: Page) => page.getByRole("button", { name: /requests? waiting$/ }).click();

/** A booking, in each of its states, and what waits for an answer. */
export const bookingScreens = {
  "all of a booking": {
    view: view([item(fullBooking)], { timekit: connected }),
    more: { history: someHistory, clash: aClash },
    go: openFirst,
  },
  "a booking that is off": {
    view: view([item({ ...fullBooking, status: "cancelled", by: "customer" }, { off: true })]),
    go: openFirst,
  },
  "the menu of a booking": {
    view: view([item(fullBooking)], { timekit: connected }),
    go: async (page: Page) => {
      await openFirst(page);
      await page.getByRole("button", { name: "More", exact: true }).click();
    },
  },
  "a booking that is to be cancelled": {
    view: view([item(fullBooking)], { timekit: connected }),
    go: async (page: Page) => {
      await openFirst(page);
      await chooseMore(page, /^Cancel booking/);
    },
  },
  "a customer who is to be forgotten": {
    view: view([item(fullBooking)]),
    go: async (page: Page) => {
      await openFirst(page);
      await chooseMore(page, /^Forget/);
    },
  },
  "a request": {
    view: view([item({ ...fullBooking, status: "asked" })], { timekit: connected }),
    go: openFirst,
  },
  "a request without a key": { view: view([item({ ...fullBooking, status: "asked" })]), go: openFirst },
  "a request that was confirmed a moment ago": {
    view: view([item({ ...fullBooking, status: "asked" })], {
      timekit: connected,
      confirming: [{ id: "full", state: "waiting" }],
    }),
    go: openFirst,
  },
  "the requests": { view: view(typicalDay, { timekit: connected }), go: openRequests },
  "a booking while presenting": {
    view: view([item(maskedBooking(fullBooking), { join: "" })], { timekit: connected, presenting: true }),
    more: { history: someHistory, clash: { kind: "overlap" as const, other: maskedBooking(aClash.other) } },
    go: openFirst,
  },
  "the requests while presenting": {
    view: view([item(maskedBooking({ ...fullBooking, status: "asked" }))], {
      timekit: connected,
      presenting: true,
    }),
    go: openRequests,
  },
  "the requests without a key": { view: view(typicalDay), go: openRequests },
  "a day with a request that was confirmed a moment ago": {
    view: view(typicalDay, { timekit: connected, confirming: [{ id: "asked", state: "waiting" }] }),
  },
};
