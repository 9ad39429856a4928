import type { ProblemCatalogue } from "./catalogue.ts";

/** The words for what goes wrong with what is kept, and the disk it is kept on. */
export const storeProblems = {
  "store-closed": {
    message: "Bookbell cannot keep bookings right now.",
    remedy: "Bookbell keeps trying; if this stays, restart it.",
  },
  "disk-full": {
    message: "The disk is full, so bookings cannot be kept.",
    remedy: "Free some space; Bookbell goes on by itself.",
  },
  "disk-low": {
    message: "The disk is almost full, so new bookings are not kept.",
    remedy: "Free some space; Bookbell goes on by itself.",
  },
  "store-flooded": {
    message: "So much came of late that new bookings are not kept for now.",
    remedy: "Look at it in the delivery log; Bookbell goes on by itself.",
  },
  "store-flooded-unsigned": {
    message: "So much came of late that new bookings are not kept for now.",
    remedy: "Enter Timekit’s signing secret, so that only what it signed is taken.",
  },
  "store-read-only": {
    message: "Bookbell may not write to its folder.",
    remedy: "Make it writable; Bookbell goes on by itself.",
  },
  "store-locked": {
    message: "Another program holds the bookings file.",
    remedy: "Close it; Bookbell goes on by itself.",
  },
  "store-damaged": {
    message: "Your bookings file is damaged, so bookings cannot be kept.",
    remedy: "Bookbell is saving what can be read, and goes on by itself.",
  },
  "store-moved": {
    message: "Another program took Bookbell’s bookings file away.",
    remedy: "Bookbell is putting it back, and goes on by itself.",
  },
  "store-restored": {
    message: "Another program had taken Bookbell’s bookings file away.",
    remedy: "It is back, and nothing is lost; what lay in its place was set aside beside it.",
  },
  "store-recovered": {
    message: "Your bookings file was damaged.",
    remedy: "What could be read was kept; the old file was set aside beside it.",
  },
  "not-saved": {
    message: "The file could not be saved.",
    remedy: "Choose another place.",
  },
  "store-newer": {
    message: "A newer version of Bookbell wrote these bookings.",
    remedy: "Install the newer version again.",
  },
  "setting-disk-full": {
    message: "The disk is full, so that could not be saved.",
    remedy: "Free some space, then try again.",
  },
  "setting-read-only": {
    message: "Bookbell may not write to its folder, so that could not be saved.",
    remedy: "Make it writable, then try again.",
  },
  "setting-not-saved": {
    message: "That could not be saved.",
    remedy: "Try again; if it stays, restart Bookbell.",
  },
  "settings-reset": {
    message: "Some of your settings could not be read.",
    remedy: "Those were set back, the others kept: look through Settings.",
  },
  "settings-address-reset": {
    message: "Bookbell’s address could not be read from your settings.",
    remedy: "It has a new one: copy it into Timekit.",
  },
  "settings-damaged": {
    message: "Your settings could not be read.",
    remedy: "Bookbell started with fresh ones: copy the new address into Timekit.",
  },
} satisfies Partial<ProblemCatalogue>;
