import type { ProblemCatalogue } from "./catalogue.ts";

/** The words for what goes wrong with what is kept, and the disk it is kept on. */
export const storeProblems = {
  "store-closed": {
    message: "Bookbell can’t save bookings right now.",
    remedy: "Bookbell keeps trying; if this stays, restart it.",
  },
  "disk-full": {
    message: "The disk is full, so bookings can’t be saved.",
    remedy: "Free some space; Bookbell will continue automatically.",
  },
  "disk-low": {
    message: "The disk is almost full, so new bookings aren’t saved.",
    remedy: "Free some space; Bookbell will continue automatically.",
  },
  "store-flooded": {
    message: "Too much is arriving, so new bookings aren’t saved for now.",
    remedy: "Look at it in the delivery log; Bookbell will continue automatically.",
  },
  "store-flooded-unsigned": {
    message: "Too much is arriving, so new bookings aren’t saved for now.",
    remedy: "Enter Timekit’s signing secret, so that only what it signed is taken.",
  },
  "store-read-only": {
    message: "Bookbell can’t write to its data folder.",
    remedy: "Make it writable; Bookbell will continue automatically.",
  },
  "store-locked": {
    message: "Another program has the bookings file open.",
    remedy: "Close it; Bookbell will continue automatically.",
  },
  "store-damaged": {
    message: "Your bookings file is damaged, so bookings can’t be saved.",
    remedy: "Bookbell is saving what can be read, and will continue automatically.",
  },
  "store-moved": {
    message: "Another program took Bookbell’s bookings file away.",
    remedy: "Bookbell is putting it back, and will continue automatically.",
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
    message: "The file couldn’t be saved.",
    remedy: "Choose another place.",
  },
  "store-newer": {
    message: "A newer version of Bookbell wrote these bookings.",
    remedy: "Install the newer version again.",
  },
  "setting-disk-full": {
    message: "The disk is full, so that couldn’t be saved.",
    remedy: "Free some space, then try again.",
  },
  "setting-read-only": {
    message: "Bookbell can’t write to its data folder, so that couldn’t be saved.",
    remedy: "Make it writable, then try again.",
  },
  "setting-not-saved": {
    message: "That couldn’t be saved.",
    remedy: "Try again. If it keeps happening, restart Bookbell.",
  },
  "settings-reset": {
    message: "Some of your settings couldn’t be read.",
    remedy: "Those were set back, the others kept: look through Settings.",
  },
  "settings-address-reset": {
    message: "Bookbell’s address couldn’t be read from your settings.",
    remedy: "It has a new one: copy it into Timekit.",
  },
  "settings-damaged": {
    message: "Your settings couldn’t be read.",
    remedy: "Bookbell started with fresh ones: copy the new address into Timekit.",
  },
} satisfies Partial<ProblemCatalogue>;
