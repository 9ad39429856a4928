/** The words for what Bookbell runs on. */
export const electron = {
  runsOn: ({ version }: { version: string }) => `Electron ${version}`,
  message: ({ version }: { version: string }) =>
    `Bookbell runs on an outdated Electron (${version}): for trying out only.`,
  remedy: "Where GitHub can be reached, run npx install-electron, then start Bookbell again.",
} as const;

/** The words for newer versions. */
export const updates = {
  title: "Software update",
  elsewhere: "This copy runs from its source.",
  never: "Not checked yet.",
  newest: ({ when }: { when: string }) => `Up to date as of ${when}.`,
  checking: "Checking…",
  downloading: ({ version, percent }: { version: string; percent: number }) =>
    `Downloading ${version}: ${percent} %`,
  ready: ({ version }: { version: string }) => `${version} is ready: installed when you quit.`,
  available: ({ version }: { version: string }) => `${version} is out. Install it as you installed this one.`,
  page: "Open its page",
  check: "Check now",
  checkAs: "Check for a software update now",
  restart: "Restart now",
  again: "Try again",
  againAs: "Check for a software update again",
  auto: "Check automatically",
  autoHelp: "Every six hours.",
  /** How far it is, in a line. */
  values: {
    elsewhere: "from source",
    newest: "up to date",
    never: "not checked yet",
    checking: "checking for updates",
    downloading: "downloading an update",
    failed: "update check failed",
    available: ({ version }: { version: string }) => `${version} is out`,
    ready: ({ version }: { version: string }) => `${version} is ready`,
  },
  footer: {
    ready: ({ version }: { version: string }) => `Version ${version} is ready`,
    available: ({ version }: { version: string }) => `Version ${version} is out`,
    dismiss: ({ version }: { version: string }) => `Dismiss: version ${version} is out`,
  },
} as const;
