import type { ProofStep } from "../tunnel.ts";

/** The words for the test booking that shows whether all works. */
export const proof = {
  title: "Test booking",
  send: "Send test",
  close: "Close the test",
  intro:
    "Checks every step from your booking service to your screen, with a booking that is marked as a test.",
  run: "Send a test booking",
  again: "Send again",
  running: "On its way…",
  list: "Steps",
  steps: {
    tunnel: "Through the tunnel",
    receiver: "Received on this computer",
    store: "Saved",
    notification: "Notification shown",
    window: "Shown in Bookbell",
  } satisfies Record<ProofStep, string>,
  took: ({ ms }: { ms: number }) => `${ms} ms`,
  waiting: "waiting",
  under: "under way",
  stopped: "stopped here",
  reached: "done",
  works: ({ seconds }: { seconds: number }) =>
    `It works: the test booking was on your screen in ${seconds} s.`,
} as const;
