import type { ProofStep } from "../tunnel.ts";

/** The words for the test booking that shows whether all works. */
export const proof = {
  title: "Prove it",
  row: "Prove it",
  help: "Sends a test booking the whole way.",
  intro:
    "Bookbell posts a test booking to its own public address, as a booking service would, and watches it arrive. It is marked as a test.",
  run: "Prove it",
  again: "Prove it again",
  running: "On its way…",
  list: "Steps",
  steps: {
    tunnel: "Through the tunnel",
    receiver: "Received on this computer",
    store: "Kept safely",
    notification: "Notification shown",
    window: "On your screen",
  } satisfies Record<ProofStep, string>,
  took: ({ ms }: { ms: number }) => `${ms} ms`,
  waiting: "waiting",
  under: "under way",
  stopped: "stopped here",
  reached: "done",
  works: ({ ms }: { ms: number }) =>
    `It works: the test booking was on your screen in ${(ms / 1000).toFixed(1)} s.`,
} as const;
