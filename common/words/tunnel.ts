import type { TunnelSettings } from "../tunnel-settings.ts";
import { counted } from "./counted.ts";

export interface WayWords {
  readonly name: string;
  readonly needs: string;
}

const ways: Readonly<Record<TunnelSettings["kind"], WayWords>> = {
  "cloudflare-quick": {
    name: "Cloudflare quick tunnel",
    needs: "No account. A new URL at every start.",
  },
  "cloudflare-named": {
    name: "Cloudflare named tunnel",
    needs: "Needs a Cloudflare account and a domain.",
  },
  ngrok: { name: "ngrok", needs: "Needs an ngrok account." },
  ssh: { name: "Your own server", needs: "Needs a server with a domain. Uses SSH." },
  "own-url": { name: "Your own URL", needs: "An https URL that already leads here." },
  relay: {
    name: "A team relay",
    needs: "Needs an invitation. Bookings wait there while this computer sleeps.",
  },
  off: { name: "None", needs: "Nothing from outside reaches Bookbell." },
};

/** The words for how bookings reach this computer. */
export const tunnel = {
  title: "Tunnel",
  row: "Tunnel",
  health: "State",
  choose: "Let Timekit reach this computer",
  ways,
  inUse: "In use",
  recommended: "Simplest",
  use: "Turn on",
  useOff: "Turn off",
  downloadAndUse: "Download and turn on",
  used: ({ name }: { name: string }) => `${name} is on`,

  url: "Public URL",
  urlExample: "https://hooks.example.com",
  saved: "Saved",

  quickNote:
    "Bookbell tells you when the URL has changed, and with a key it tells your booking service by itself.",
  namedNote: ({ port }: { port: number }) =>
    `In Cloudflare, let the tunnel’s public host name lead to http://127.0.0.1:${port}. Needs cloudflared 2025.4 or newer.`,
  namedHelp: "The tunnel’s public host name in Cloudflare.",
  ownHelp: ({ port }: { port: number }) => `It must lead to http://127.0.0.1:${port}.`,

  relay: {
    privacy:
      "Bookings wait on the relay’s server; whoever runs it can read them. Your signing secret and API key stay on this computer.",
    ofTeam: ({ team, days }: { team: string; days: number }) =>
      `Bookings wait up to ${counted(days, "day")} on ${team}’s server; whoever runs it can read them. Your signing secret and API key stay on this computer.`,
    about: ({ team, host, seat, days }: { team: string; host: string; seat: string; days: number }) =>
      `An invitation for ${seat} to ${team}’s relay at ${host}, which keeps bookings for up to ${counted(days, "day")}.`,
    take: "Use this invitation",
    cancel: "Cancel",
    file: "From a file",
    fileHelp: "If you were sent it as one, such as anna.bookbell.",
    open: "Open…",
    key: "This computer’s key",
    keyHelp: "Only if whoever runs the relay asks for it. The invitation is then of no use to anybody else.",
    keyCopied: ({ key }: { key: string }) => `Copied. Send this to whoever runs the relay: ${key}`,
    copyKey: "Copy",
    copyKeyName: "Copy this computer’s key",
    registersHere: "This computer registers the team’s webhooks.",
    registersElsewhere: "Webhooks are registered by whoever runs the relay.",
  },

  domain: "Domain",
  domainHelp: "Leave it empty for the one ngrok gives you.",
  domainExample: "bell.ngrok.app",

  program: {
    title: "cloudflared",
    missing: "Cloudflare’s tunnel program isn’t on this computer.",
    noDownload: "There is no download for this system: install it, then choose the file.",
    download: ({ size }: { size: string }) => `Download (${size})`,
    choose: "Choose file…",
    other: "Choose another…",
    progress: "Download of cloudflared",
    got: ({ got, size }: { got: string; size: string }) => `${got} of ${size}`,
    megabytes: ({ count }: { count: number }) => `${count} MB`,
    cancel: "Cancel",
    found: "cloudflared is ready",
  },

  ssh: {
    host: "Server",
    hostHelp: "Its name or IP address.",
    hostExample: "server.example.com",
    port: "Port",
    portHelp: "Usually 22.",
    user: "User",
    userHelp: "The one Bookbell signs in as.",
    keyFile: "Key file",
    keyFileNone: "A private key that the server knows.",
    choose: "Choose…",
    socket: "Socket",
    socketHelp: "The path your web server passes requests to.",
    socketExample: "/home/hooks/bookbell.sock",
    urlHelp: "What your web server answers to.",
  },

  hostKey: {
    title: "Server’s key",
    waiting: "Compare it with the server’s own. Trust it only when both are the same.",
    trust: "Trust this key",
    trusted: "You trust this key.",
    forget: "Forget",
    didTrust: "Key trusted",
    didForget: "Key forgotten",
    none: "Asked for at the first connection.",
  },
} as const;
