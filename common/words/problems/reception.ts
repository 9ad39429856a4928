import type { ProblemArgs } from "../../problems.ts";
import { counted } from "../counted.ts";
import type { ProblemCatalogue } from "./catalogue.ts";

const malformed: Record<ProblemArgs["refused-malformed"]["reason"], (some: { count: number }) => string> = {
  method: ({ count }) => `${counted(count, "request")} refused: not sent as POST.`,
  type: ({ count }) => `${counted(count, "request")} refused: not sent as JSON.`,
  size: ({ count }) => `${counted(count, "request")} refused: larger than 256 KiB.`,
  encoding: ({ count }) => `${counted(count, "request")} refused: sent compressed.`,
};

const misdirected: Record<ProblemArgs["misdirected"]["reason"], string> = {
  ended: "Bookings still go to your old address.",
  signed: "Bookings still go to an old address.",
  likely: "Bookings may still go to an old address.",
};

/** The words for what goes wrong with whether what Timekit posts arrives. */
export const receptionProblems = {
  "port-refused": {
    message: "Bookbell can’t listen for bookings on this computer.",
    remedy: "Choose another port in Settings.",
  },
  "secret-unreadable": {
    message: "A secret that you entered can no longer be read.",
    remedy: "Enter it again in Settings.",
  },
  "front-door-silent": {
    message: "New bookings can’t reach you.",
    remedy: "The tunnel isn’t responding; retrying.",
  },
  "front-door-refused": {
    message: "Bookbell’s public address answers, but doesn’t lead here.",
    remedy: "Check the address, and what stands between it and this computer.",
  },
  "front-door-intercepted": {
    message: "Another page answers at Bookbell’s public address.",
    remedy: "A sign-in page or the tunnel’s own page is in the way: choose another tunnel or network.",
  },
  "front-door-altered": {
    message: "Something on the way changes what is sent here, so signatures wouldn’t match.",
    remedy: "Choose another tunnel.",
  },
  "not-set-up": {
    message: "Bookbell can’t receive bookings yet.",
    remedy: "Finish setting up, so that bookings can reach this computer.",
  },
  "not-given": {
    message: "No booking service knows Bookbell’s address yet.",
    remedy: "Connect the one you use, or copy the address into its webhooks.",
  },
  "not-receiving": {
    message: "New bookings can’t reach you right now.",
    remedy: "Bookbell keeps trying.",
  },
  "address-unreadable": {
    message: "This system’s keyring doesn’t give Bookbell its own address.",
    remedy: "Bookings still arrive, but whether they do isn’t known: unlock the keyring, then try again.",
  },
  "address-renewed": {
    message: "Timekit doesn’t know Bookbell’s new address yet.",
    remedy: "Copy it into Timekit’s webhooks: the old one ends within a day.",
  },
  "address-changed": {
    message: "Bookbell’s public address has changed, so Timekit still posts to the old one.",
    remedy: "Copy the new address into Timekit.",
  },
  "zapier-moved": {
    message: "Bookbell’s public address has changed, so your Zap still posts to the old one.",
    remedy: "Copy the new address into your Zap.",
  },
  "zapier-renewed": {
    message: "Your Zap doesn’t know its new address yet.",
    remedy: "Copy it into the Zap: the old one ends within a day.",
  },
  "calcom-moved": {
    message: "Bookbell’s public address has changed, so Cal.com still posts to the old one.",
    remedy: "Copy the new address into Cal.com’s webhook.",
  },
  "calcom-renewed": {
    message: "Cal.com doesn’t know its new address yet.",
    remedy: "Copy it into Cal.com’s webhook: the old one ends within a day.",
  },
  "calcom-signing-unreadable": {
    message: "The secret of Cal.com’s webhook can’t be read.",
    remedy: "Unlock this system’s keyring, or enter it again: until then its bookings are rejected.",
  },
  "signing-unreadable": {
    message: "The signing secret can’t be read.",
    remedy: "Unlock this system’s keyring, or enter it again: until then bookings are rejected.",
  },
  "address-unproven": {
    message: "Nothing has come through Bookbell’s new public address yet.",
    remedy: "Copy it once Bookbell is receiving.",
  },
  "no-public-address": {
    message: "Bookbell has no public address yet.",
    remedy: "Set up a tunnel first.",
  },
  "port-other": {
    message: ({ port }) => `Bookbell is on port ${port}.`,
    remedy: ({ port, wanted }) =>
      `Port ${wanted} is in use. Point your tunnel at ${port}, or change the port.`,
  },
  "refused-unsigned": {
    message: ({ count }) => `${counted(count, "booking")} refused: the signature doesn’t match.`,
    remedy: "Enter the signing secret that Timekit has now.",
  },
  "refused-malformed": {
    message: ({ count, reason }) => malformed[reason]({ count }),
    remedy: "If Timekit sent it, correct the webhook there.",
  },
  misdirected: {
    message: ({ reason }) => misdirected[reason],
    remedy: ({ count }) => `${counted(count, "booking")} went there. Replace the webhooks that have it.`,
  },
  "address-old-used": {
    message: "Bookings still go to your old address, which ends within a day.",
    remedy: ({ count }) => `${counted(count, "booking")} came there. Replace the webhooks that have it.`,
  },
  unreadable: {
    message: ({ count }) => `${counted(count, "delivery", "deliveries")} couldn’t be read.`,
    remedy: "It may be a booking: look at it in the delivery log.",
  },
} satisfies Partial<ProblemCatalogue>;
