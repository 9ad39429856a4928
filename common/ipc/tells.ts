import type { Booking } from "../booking.ts";
import type { JsonOf } from "../json.ts";
import type { Unannounced } from "../news.ts";
import type { View } from "../view.ts";

/** What main tells the page by itself. */
export interface Tell<Message> {
  /** Carries the type only. */
  readonly message?: Message;
}

const tell = <Message>(): Tell<Message> => ({});

export const tells = {
  viewChanged: tell<JsonOf<Partial<View>>>(),
  /** A delivery came, was replayed, was removed, or was told of: an open list of what happened asks anew. */
  deliveriesChanged: tell<null>(),
  /** The window was hidden for a while: it opens on today, at now, unless something is half typed. */
  showToday: tell<null>(),
  /** A booking came that no notification tells of: said for a moment, so that it does not seem lost. */
  receivedQuietly: tell<Unannounced>(),
  /** Light up the row of this booking, which has just become so, if it is looked at; `window.lit` answers. */
  lightRow: tell<Booking>(),
  /** The tray asks for the settings. */
  showSettings: tell<null>(),
  /** Another language was chosen, and the page loaded anew: it goes on where that was. */
  showLanguage: tell<null>(),
  /** Bring this booking into view: the user clicked its notification. */
  revealBooking: tell<string>(),
  /** The user wants to join this booking from its notification, and is to be asked first. */
  askToJoin: tell<string>(),
};
