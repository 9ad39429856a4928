import { roughly } from "../spans.ts";
import type { ProblemCatalogue } from "./catalogue.ts";

/** The words for what goes wrong with this computer, and Bookbell itself. */
export const desktopProblems = {
  "notifications-failed": {
    message: "Notifications can’t be shown.",
    remedy: "Turn them on for Bookbell in your system settings.",
  },
  "notifications-missing": {
    message: "This desktop shows no notifications.",
    remedy: "Start its notification service; until then, look at Activity.",
  },
  "tray-missing": {
    message: "This desktop shows no tray icon.",
    remedy: "Start Bookbell again to open its window, or install the AppIndicator extension.",
  },
  "hotkey-taken": {
    message: "That shortcut can’t be used.",
    remedy: "Another program may have it: try another, such as Ctrl+Alt+B.",
  },
  "start-at-login": {
    message: "The system doesn’t let Bookbell start at login.",
    remedy: "Add it in the system’s own settings.",
  },
  "update-failed": {
    message: "Bookbell couldn’t check for updates.",
    remedy: "Check your internet connection; Bookbell will try again later.",
  },
  "update-altered": {
    message: "The newer version isn’t the file that was published, so it was deleted.",
    remedy: "Bookbell will try again later.",
  },
  "update-unsigned": {
    message: "The newer version isn’t signed by the makers of Bookbell, so nothing was fetched.",
    remedy: "Bookbell will try again later; tell the makers if it goes on.",
  },
  "update-unkeyed": {
    message: "This copy can’t check whether an update is genuine, so it installs none.",
    remedy: "Look for a newer version where you got this one.",
  },
  "update-in-meeting": {
    message: "You are in a meeting.",
    remedy: "Restart when it is over, or quit: nothing is lost.",
  },
  "invalid-input": {
    message: "That can’t be used here.",
    remedy: "Check what you entered.",
  },
  internal: {
    message: "Something went wrong inside Bookbell.",
    remedy: "Try again. If it keeps happening, restart Bookbell.",
  },
  "notifications-wait": {
    message: ({ count }) => `Notifications can’t be shown: ${count} ${count === 1 ? "waits" : "wait"}.`,
    remedy: "Turn them on for Bookbell in your system settings.",
  },
  "clock-wrong": {
    message: ({ ms }) =>
      ms > 0
        ? `This computer’s clock is ${roughly(ms)} ahead.`
        : `This computer’s clock is ${roughly(-ms)} behind.`,
    remedy: "Set it right: until then alerts and reminders come at the wrong time, or not at all.",
  },
} satisfies Partial<ProblemCatalogue>;
