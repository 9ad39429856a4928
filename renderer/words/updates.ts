import type { UpdatesView } from "../../common/updates.ts";

/** The words for newer versions. */
export const updates = {
  title: "Newer versions",
  elsewhere: {
    package: "Installed as a package: a newer one takes its place.",
    source: "This copy runs from its source.",
  } satisfies Record<Extract<UpdatesView, { state: "elsewhere" }>["by"], string>,
  never: "Not looked for yet.",
  newest: (when: string) => `Up to date as of ${when}.`,
  checking: "Looking…",
  downloading: (version: string, percent: number) => `Fetching ${version}: ${percent} %`,
  ready: (version: string) => `${version} is ready: installed when you quit.`,
  check: "Look now",
  checkAs: "Look for a newer version now",
  restart: "Restart now",
  again: "Try again",
  againAs: "Look for a newer version again",
  auto: "Update by itself",
  autoHelp: "Looks every six hours.",
} as const;
