/** The words for what Bookbell runs on. */
export const electron = {
  runsOn: ({ version }: { version: string }) => `Electron ${version}`,
  message: ({ version }: { version: string }) =>
    `Bookbell runs on an outdated Electron (${version}): for trying out only.`,
  remedy: "Where GitHub can be reached, run npx install-electron, then start Bookbell again.",
} as const;

/** The words for newer versions. */
export const updates = {
  title: "Newer versions",
  elsewhere: "This copy runs from its source.",
  never: "Not looked for yet.",
  newest: ({ when }: { when: string }) => `Up to date as of ${when}.`,
  checking: "Looking…",
  downloading: ({ version, percent }: { version: string; percent: number }) =>
    `Fetching ${version}: ${percent} %`,
  ready: ({ version }: { version: string }) => `${version} is ready: installed when you quit.`,
  available: ({ version }: { version: string }) => `${version} is out. Install it as you installed this one.`,
  page: "Open its page",
  check: "Look now",
  checkAs: "Look for a newer version now",
  restart: "Restart now",
  again: "Try again",
  againAs: "Look for a newer version again",
  auto: "Look by itself",
  autoHelp: "Every six hours.",
  status: {
    message: ({ version }: { version: string }) => `Bookbell ${version} is out.`,
    remedy: "Install it as you installed this one.",
    action: "Open its page",
  },
} as const;
