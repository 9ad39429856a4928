import { counted } from "./counted.ts";

/** The words for messages that wait, or were given up. */
export const messages = {
  title: ({ label }: { label: string }) => `Messages to ${label}`,
  waiting: "Waiting",
  givenUp: "Not sent",
  next: "What waits",
  waits: ({ count }: { count: number }) => `${counted(count, "message")}, sent in order.`,
  retry: "Try now",
  retried: "Trying again",
  since: ({ when, tries }: { when: string; tries: number }) =>
    tries === 0
      ? `Since ${when}, not tried yet`
      : `Since ${when}, tried ${tries === 1 ? "once" : `${tries} times`}`,
  test: "Test",
  doubtful: "May have arrived",
  noTime: "Time not set yet",
  again: "Send again",
  againName: ({ what }: { what: string }) => `Send again: ${what}`,
  sentAgain: "It is sent again",
  drop: "Drop",
  dropName: ({ what }: { what: string }) => `Drop: ${what}`,
  dropSure: "Drop this message? It won’t be sent.",
  dropped: "Message dropped",
  what: ({ kind, when }: { kind: string; when: string }) => `${kind} · ${when}`,
  empty: { title: "Nothing waits", text: "Messages that can’t be sent at once are listed here." },
} as const;
