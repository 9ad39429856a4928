import type { ProblemCatalogue } from "./catalogue.ts";

/** The words for what goes wrong with the tunnel and what it needs. */
export const tunnelProblems = {
  "cloudflared-missing": {
    message: "cloudflared, Cloudflare’s tunnel program, isn’t on this computer.",
    remedy: "Let Bookbell download it, or choose the file.",
  },
  "cloudflared-broken": {
    message: "cloudflared couldn’t be started.",
    remedy: "Download it again, or choose another file.",
  },
  "download-failed": {
    message: "The download was interrupted.",
    remedy: "Check your internet connection, then try again.",
  },
  "download-altered": {
    message: "The download isn’t the file that Bookbell expects, so it was deleted.",
    remedy: "Try again on another network, or choose a file of your own.",
  },
  "tunnel-unfinished": {
    message: "The tunnel isn’t set up yet.",
    remedy: "Fill in its fields in Settings.",
  },
  "tunnel-refused": {
    message: "The tunnel service doesn’t accept the token.",
    remedy: "Copy the token again from your account there.",
  },
  "tunnel-limit": {
    message: "The tunnel provider’s limit has been reached.",
    remedy: "Check your account with the tunnel provider.",
  },
  "tunnel-address-taken": {
    message: "Another tunnel already uses that address.",
    remedy: "End the other one; Bookbell keeps trying.",
  },
  "tunnel-address-not-yours": {
    message: "That address doesn’t belong to your account there.",
    remedy: "Correct it in Settings, or leave it empty.",
  },
  "tunnel-turned-down": {
    message: "The tunnel service refused Bookbell.",
    remedy: "Check your account with the tunnel provider; Bookbell keeps trying.",
  },
  "tunnel-conflict": {
    message: "A configuration file of cloudflared’s own is in the way.",
    remedy: "Rename ~/.cloudflared/config.yml, or choose another tunnel.",
  },
  "tunnel-unreachable": {
    message: "The tunnel’s server can’t be reached.",
    remedy: "Check your internet connection; Bookbell keeps trying.",
  },
  "tunnel-late": {
    message: "The tunnel didn’t come up in time.",
    remedy: "Bookbell keeps trying.",
  },
  "tunnel-ended": {
    message: "The tunnel was interrupted.",
    remedy: "Bookbell is starting it again.",
  },
  "ssh-key-unreadable": {
    message: "The SSH key file can’t be read.",
    remedy: "Choose a private key in OpenSSH or PEM format.",
  },
  "ssh-passphrase": {
    message: "The SSH key needs its passphrase.",
    remedy: "Enter it in Settings.",
  },
  "ssh-refused": {
    message: "The server doesn’t accept this user or key.",
    remedy: "Check both, and the server’s authorized_keys.",
  },
  "ssh-host-unknown": {
    message: "First connection to this server.",
    remedy: "Compare its key with the server’s, then trust it in Settings.",
  },
  "ssh-host-changed": {
    message: "The server has another key than the one you trust, so Bookbell stopped.",
    remedy: "Ask who runs the server before you trust the new one.",
  },
  "ssh-forward-refused": {
    message: "The server doesn’t let Bookbell listen there.",
    remedy: "Check the socket path and the server’s settings; Bookbell keeps trying.",
  },
} satisfies Partial<ProblemCatalogue>;
