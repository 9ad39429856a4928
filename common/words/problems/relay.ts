import { counted } from "../counted.ts";
import type { ProblemCatalogue } from "./catalogue.ts";

/** The words for what goes wrong with a team's relay. */
export const relayProblems = {
  "relay-invitation": {
    message: "This isn’t an invitation to a team’s relay.",
    remedy: "Copy the whole line: it begins with bookbell-relay:",
  },
  "relay-invitation-newer": {
    message: "This invitation is for a newer Bookbell.",
    remedy: "Update Bookbell, then paste it again.",
  },
  "relay-invitation-damaged": {
    message: "This invitation is incomplete.",
    remedy: "Copy it again from its beginning to its end, or ask for a new one.",
  },
  "relay-invitation-unencrypted": {
    message: "This invitation leads to a relay without encryption, so Bookbell doesn’t use it.",
    remedy: "Tell whoever runs the relay.",
  },
  "relay-invitation-other-key": {
    message: "This invitation is for another computer’s key.",
    remedy: "Send this computer’s key to whoever runs the relay, and ask for a new invitation.",
  },
  "relay-key-unkept": {
    message: "This system has no keyring that could keep a key.",
    remedy: "Ask for an invitation without one.",
  },
  "relay-invitation-ended": {
    message: "Your invitation to the relay has ended.",
    remedy: "Ask for a new invitation.",
  },
  "relay-invitation-ends": {
    message: ({ days }) => `Your invitation to the relay ends in ${counted(days, "day")}.`,
    remedy: "Ask for a new invitation before.",
  },
  "relay-refused": {
    message: "Your access to the relay was revoked. Bookings that came stay here.",
    remedy: "Ask for a new invitation.",
  },
  "relay-seat-gone": {
    message: "The relay no longer has a seat for this computer. Bookings that came stay here.",
    remedy: "Ask for a new invitation.",
  },
  "relay-unreachable": {
    message: "The relay can’t be reached. Bookings wait there.",
    remedy: "Check your internet connection; Bookbell keeps trying.",
  },
  "relay-certificate": {
    message: "The relay’s certificate isn’t valid, so Bookbell didn’t connect. Bookings wait there.",
    remedy: "A sign-in page of this network may be in the way. Otherwise, tell whoever runs the relay.",
  },
  "relay-proxy": {
    message: "This network’s proxy doesn’t let Bookbell through to the relay. Bookings wait there.",
    remedy: "Ask who runs this network to allow it.",
  },
  "relay-page": {
    message: "Another page answers where the relay should be. Bookings wait there.",
    remedy: "A sign-in page of this network may be in the way. Otherwise, tell whoever runs the relay.",
  },
  "relay-address": {
    message: "The address in your invitation no longer leads to the relay.",
    remedy: "Ask for a new invitation: who runs the relay has renewed its address.",
  },
  "relay-silent": {
    message: "The relay takes bookings, but they don’t come to this computer.",
    remedy: "Bookbell keeps trying; tell whoever runs the relay if it stays so.",
  },
  "relay-door-silent": {
    message: "Booking services can’t reach the relay: its address doesn’t answer.",
    remedy: "Tell whoever runs the relay. Bookbell checks again automatically.",
  },
  "relay-door-refused": {
    message: "Something in front of the relay refuses what booking services send.",
    remedy: "Tell whoever runs the relay.",
  },
  "relay-door-intercepted": {
    message: "Another page answers where booking services reach the relay.",
    remedy: "A sign-in page of this network may be in the way. Otherwise, tell whoever runs the relay.",
  },
  "relay-door-altered": {
    message: "Something on the way through the relay changes what is sent, so signatures wouldn’t match.",
    remedy: "Tell whoever runs the relay.",
  },
  "relay-full": {
    message: "The relay isn’t accepting bookings right now.",
    remedy: "Tell whoever runs it.",
  },
  "relay-signature": {
    message: ({ count }) => `${counted(count, "booking")} arrived with a signature that doesn’t match.`,
    remedy: "Enter the signing secret that Timekit has now: they are looked at again.",
  },
  "relay-clock": {
    message: "The relay’s clock is ahead of this computer’s.",
    remedy: "Tell whoever runs it, if this computer’s clock is right.",
  },
} satisfies Partial<ProblemCatalogue>;
