import { counted } from "./counted.ts";

/** The words of the first run. */
export const setup = {
  title: "Welcome to Bookbell",
  later: "Later",
  intro: "About two minutes.",
  again: "Run setup again",
  againOpen: "Run setup",
  done: "Done",
  login: "Start at login",
  states: { done: "done", open: "next", waiting: "not yet", trouble: "needs attention" },

  hello: {
    sending: "Trying a notification…",
    works: "Notifications work",
    saw: "You saw “Hello from Bookbell”.",
    notSeen: "I didn’t",
    notSeenAs: "I didn’t see the notification",
    unseen: "Did you see it now?",
    unseenHelp: "If not, turn off Do Not Disturb, and let Bookbell notify you in your system’s settings.",
    fails: "Notifications don’t work yet",
    again: "Try again",
  },

  reach: {
    title: "Let Timekit reach this computer",
    text: "Opens a free Cloudflare tunnel to a secret URL, without an account.",
    size: ({ size }: { size: string }) => `${size}, once.`,
    noDownload: "There is no Cloudflare download for this system. Choose another way.",
    download: "Download and open",
    open: "Open tunnel",
    opening: "Opening the tunnel…",
    again: "Try again",
    others: "Other ways…",
    done: ({ host }: { host: string }) => `Reachable through ${host}`,
  },

  connect: {
    title: "Connect Timekit",
    titleDone: "Connected",
    text: "Paste your App API key; Bookbell sets up the webhooks.",
    action: "Connect",
    where: "Where is it?",
    whereAs: "Where is it? Opens Timekit in the browser, see API Settings, Keys",
    noKey: "No key?",
    noKeyAs: "No key? Add webhooks manually",
    others: "Other services",
    othersAs: "Other services: Cal.com, Calendly, Zapier",
    noKeyring:
      "This system has no keyring: unless you save it here without encryption, enter it after each start.",
    registering: "Registering webhooks…",
    done: ({ count }: { count: number }) => `${counted(count, "webhook")} registered`,
    doneElsewhere: "Bookbell’s URL is in use.",
  },

  test: {
    title: "Send a test booking",
    text: "Starts by itself.",
    again: "Send again",
  },
} as const;
