/** Something in the world that went wrong: a sentence for the user, and the one thing to do about it. */
export interface Problem {
  readonly code: string;
  readonly message: string;
  readonly remedy: string;
}

/**
 * Every fault of the world that a user may meet: what is wrong, and the one thing to do. `lasting` = trying again cannot
 * mend it, so Bookbell rests until its user has changed something.
 */
const problems = {
  "port-refused": [
    "Bookbell cannot listen for bookings on this computer.",
    "Choose another port in Settings.",
  ],
  "store-closed": [
    "Bookbell cannot keep bookings right now.",
    "Bookbell keeps trying; if this stays, restart it.",
  ],
  "disk-full": [
    "The disk is full, so bookings cannot be kept.",
    "Free some space; Bookbell goes on by itself.",
  ],
  "disk-low": [
    "The disk is almost full, so new bookings are not kept.",
    "Free some space; Bookbell goes on by itself.",
  ],
  "store-flooded": [
    "So much came of late that new bookings are not kept for now.",
    "Look at it in the delivery log; Bookbell goes on by itself.",
  ],
  "store-flooded-unsigned": [
    "So much came of late that new bookings are not kept for now.",
    "Enter Timekit’s signing secret, so that only what it signed is taken.",
  ],
  "store-read-only": [
    "Bookbell may not write to its folder.",
    "Make it writable; Bookbell goes on by itself.",
  ],
  "store-locked": ["Another program holds the bookings file.", "Close it; Bookbell goes on by itself."],
  "store-damaged": [
    "Your bookings file is damaged, so bookings cannot be kept.",
    "Bookbell is saving what can be read, and goes on by itself.",
  ],
  "store-moved": [
    "Another program took Bookbell’s bookings file away.",
    "Bookbell is putting it back, and goes on by itself.",
  ],
  "store-restored": [
    "Another program had taken Bookbell’s bookings file away.",
    "It is back, and nothing is lost; what lay in its place was set aside beside it.",
  ],
  "store-recovered": [
    "Your bookings file was damaged.",
    "What could be read was kept; the old file was set aside beside it.",
  ],
  "not-saved": ["The file could not be saved.", "Choose another place."],
  "store-newer": [
    "A newer version of Bookbell wrote these bookings.",
    "Install the newer version again.",
    "lasting",
  ],
  "notifications-failed": [
    "Notifications cannot be shown.",
    "Turn them on for Bookbell in your system settings.",
  ],
  "notifications-missing": [
    "This desktop shows no notifications.",
    "Start its notification service; until then, look at What is new.",
  ],
  "tray-missing": [
    "This desktop shows no tray icon.",
    "Start Bookbell again to open its window, or install the AppIndicator extension.",
  ],
  "hotkey-taken": [
    "That shortcut cannot be used.",
    "Another program may have it: try another, such as Ctrl+Alt+B.",
  ],
  "start-at-login": [
    "The system does not let Bookbell start at login.",
    "Add it in the system’s own settings.",
  ],
  "update-failed": [
    "Bookbell could not look for a newer version.",
    "Check your internet connection; Bookbell tries again later.",
  ],
  "update-altered": [
    "The newer version is not the file that was published, so it was thrown away.",
    "Bookbell tries again later.",
  ],
  "update-unsigned": [
    "The newer version is not signed by the makers of Bookbell, so nothing was fetched.",
    "Bookbell tries again later; tell the makers if it goes on.",
  ],
  "update-unkeyed": [
    "This copy cannot tell whether an update is genuine, so it takes none.",
    "Look for a newer version where you got this one.",
  ],
  "update-in-meeting": ["You are in a meeting.", "Restart when it is over, or quit: nothing is lost."],
  "setting-disk-full": ["The disk is full, so that could not be saved.", "Free some space, then try again."],
  "setting-read-only": [
    "Bookbell may not write to its folder, so that could not be saved.",
    "Make it writable, then try again.",
  ],
  "setting-not-saved": ["That could not be saved.", "Try again; if it stays, restart Bookbell."],
  "settings-reset": [
    "Some of your settings could not be read.",
    "Those were set back, the others kept: look through Settings.",
  ],
  "settings-address-reset": [
    "Bookbell’s address could not be read from your settings.",
    "It has a new one: copy it into Timekit.",
  ],
  "settings-damaged": [
    "Your settings could not be read.",
    "Bookbell started with fresh ones: copy the new address into Timekit.",
  ],
  "cloudflared-missing": [
    "cloudflared, Cloudflare’s tunnel program, is not on this computer.",
    "Let Bookbell download it, or choose the file.",
    "lasting",
  ],
  "cloudflared-broken": [
    "cloudflared could not be started.",
    "Download it again, or choose another file.",
    "lasting",
  ],
  "download-failed": ["The download broke off.", "Check your internet connection, then try again."],
  "download-altered": [
    "The download is not the file that Bookbell expects, so it was thrown away.",
    "Try again on another network, or choose a file of your own.",
  ],
  "secret-unreadable": ["A secret that you entered cannot be read any more.", "Enter it again in Settings."],
  "tunnel-unfinished": ["The tunnel is not set up yet.", "Fill in its fields in Settings.", "lasting"],
  "tunnel-refused": [
    "The tunnel service does not accept the token.",
    "Copy the token again from your account there.",
    "lasting",
  ],
  "tunnel-limit": ["The tunnel service asks for a pause: a limit is reached.", "Look at your account there."],
  "tunnel-address-taken": [
    "Another tunnel already uses that address.",
    "End the other one; Bookbell keeps trying.",
  ],
  "tunnel-address-not-yours": [
    "That address does not belong to your account there.",
    "Correct it in Settings, or leave it empty.",
    "lasting",
  ],
  "tunnel-turned-down": [
    "The tunnel service turned Bookbell down.",
    "Look at your account there; Bookbell keeps trying.",
  ],
  "tunnel-conflict": [
    "A configuration file of cloudflared’s own is in the way.",
    "Rename ~/.cloudflared/config.yml, or choose another tunnel.",
    "lasting",
  ],
  "tunnel-unreachable": [
    "The tunnel’s server cannot be reached.",
    "Check your internet connection; Bookbell keeps trying.",
  ],
  "tunnel-late": ["The tunnel did not come up in time.", "Bookbell keeps trying."],
  "tunnel-ended": ["The tunnel broke off.", "Bookbell is starting it again."],
  "ssh-key-unreadable": [
    "The SSH key file cannot be read.",
    "Choose a private key in OpenSSH or PEM format.",
    "lasting",
  ],
  "ssh-passphrase": ["The SSH key needs its passphrase.", "Enter it in Settings.", "lasting"],
  "ssh-refused": [
    "The server does not accept this user or key.",
    "Check both, and the server’s authorized_keys.",
    "lasting",
  ],
  "ssh-host-unknown": [
    "Bookbell has not met this server before.",
    "Compare its key with the server’s, then trust it in Settings.",
    "lasting",
  ],
  "ssh-host-changed": [
    "The server has another key than the one you trust, so Bookbell stopped.",
    "Ask who runs the server before you trust the new one.",
    "lasting",
  ],
  "ssh-forward-refused": [
    "The server does not let Bookbell listen there.",
    "Check the socket path and the server’s settings; Bookbell keeps trying.",
  ],
  "front-door-silent": ["Bookbell’s public address does not answer.", "Bookbell keeps trying to mend it."],
  "front-door-refused": [
    "Bookbell’s public address answers, but does not lead here.",
    "Check the address, and what stands between it and this computer.",
  ],
  "front-door-intercepted": [
    "Another page answers at Bookbell’s public address.",
    "A sign-in page or the tunnel’s own page is in the way: choose another tunnel or network.",
  ],
  "front-door-altered": [
    "Something on the way changes what Timekit sends, so signatures would not match.",
    "Choose another tunnel.",
  ],
  "not-set-up": [
    "Bookbell can’t receive bookings yet.",
    "Finish setting up, so that Timekit can reach this computer.",
  ],
  "not-given": [
    "Timekit doesn’t know Bookbell’s address yet.",
    "Connect Timekit, or copy the address into its webhooks.",
  ],
  "not-receiving": ["New bookings can’t reach you right now.", "Bookbell keeps trying."],
  "address-unreadable": [
    "This system’s keyring does not give Bookbell its own address.",
    "Bookings still arrive, but whether they do is not known: unlock the keyring, then try again.",
  ],
  "address-renewed": [
    "Timekit doesn’t know Bookbell’s new address yet.",
    "Copy it into Timekit’s webhooks: the old one ends within a day.",
  ],
  "address-changed": [
    "Bookbell’s public address has changed, so Timekit still posts to the old one.",
    "Copy the new address into Timekit.",
  ],
  "signing-unreadable": [
    "The signing secret cannot be read.",
    "Unlock this system’s keyring, or enter it again: until then bookings are rejected.",
  ],
  "webhooks-missing": [
    "Some of Timekit’s webhooks do not lead here, so bookings may be missing.",
    "Update the webhooks under Timekit.",
  ],
  "timekit-key-refused": [
    "Timekit does not accept this App API key.",
    "Copy it again from Timekit’s API settings.",
  ],
  "timekit-unreachable": [
    "Timekit cannot be reached.",
    "Check your internet connection; Bookbell keeps trying.",
  ],
  "timekit-busy": ["Timekit asks for a pause.", "Bookbell tries again by itself."],
  "timekit-odd": [
    "Timekit answered with something Bookbell does not know.",
    "Try again later, or use the manual way.",
  ],
  "timekit-endless": [
    "Timekit’s list of bookings came to no end, so some may be missing.",
    "Look in Timekit itself; Bookbell tries again later.",
  ],
  "timekit-gone": ["Timekit does not know this booking any more.", "Look in Timekit itself."],
  "no-link": ["This booking has no link to join.", "Look into its details, or ask whoever booked."],
  "link-not-opened": ["The link could not be opened.", "Choose a standard browser in your system settings."],
  "timekit-not-allowed": ["Timekit does not allow that for this booking now.", "Look in Timekit itself."],
  "timekit-webhooks-refused": [
    "Timekit did not accept some of the webhooks.",
    "Add those by hand, as the guide in Settings shows, or leave them.",
  ],
  "timekit-webhooks-left": [
    "Some old webhooks could not be deleted.",
    "Delete those with an old address in Timekit’s admin.",
  ],
  "address-unproven": [
    "Nothing has come through Bookbell’s new public address yet.",
    "Copy it once Bookbell is receiving.",
  ],
  "no-public-address": ["Bookbell has no public address yet.", "Set up a tunnel first."],
  "timekit-by-hand": [
    "Timekit does not let Bookbell register webhooks.",
    "Add them by hand, as the guide in Settings shows.",
  ],
  "invalid-input": ["That cannot be used here.", "Check what you entered."],
  internal: ["Something went wrong inside Bookbell.", "Try again; if it stays, restart Bookbell."],
} as const satisfies Record<string, readonly [message: string, remedy: string, lasting?: "lasting"]>;

export type ProblemCode = keyof typeof problems;

/** Notifications cannot be shown, and so many changes wait for it. */
export function notificationsWait(count: number): Problem {
  const message = `Notifications cannot be shown: ${count} ${count === 1 ? "waits" : "wait"}.`;
  return { ...problem("notifications-failed"), message };
}

const all = Object.fromEntries(
  Object.entries(problems).map(([code, [message, remedy]]) => [code, { code, message, remedy }]),
) as Record<ProblemCode, Problem>;

/** The same value every time: a trouble that goes on is no change of the view. */
export const problem = (code: ProblemCode): Problem => all[code];

const lasting: ReadonlySet<string> = new Set(
  Object.entries(problems).flatMap(([code, [, , flag]]) => (flag ? [code] : [])),
);

/** Whether only the user can mend it: to try again would be of no use. */
export const isLasting = (code: string): boolean => lasting.has(code);
