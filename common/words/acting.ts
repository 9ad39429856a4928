import type { Joining } from "./joined.ts";
import type { PageMessages } from "./messages.ts";

/** The time is empty where it has none. */
type Meeting = { readonly who: string; readonly time: string };

/** The words for joining a meeting and answering a customer. */
export function createActing({ acting }: Pick<PageMessages, "acting">, { commaJoined }: Joining) {
  const { named, labelled } = acting;
  /** The host is empty while others see the screen. */
  const join = ({ host }: { host: string }) => (host ? acting.joinHost({ host }) : acting.join);
  const timed = (text: (named: { who: string }) => string) => (meeting: Meeting) =>
    commaJoined([text(meeting), meeting.time]);
  return {
    ...acting,
    join,
    /** The same for who does not see beside which booking they stand. */
    named: {
      join: ({ host, who, time }: Meeting & { host: string }) =>
        commaJoined([named.join({ join: join({ host }), who }), time]),
      confirm: timed(named.confirm),
      decline: timed(named.decline),
      cancel: timed(named.cancel),
      email: timed(named.email),
      copy: timed(named.copy),
      undo: timed(named.undo),
    },
    labelled: ({ label, who, time }: Meeting & { label: string }) =>
      commaJoined([labelled({ label, who }), time]),
  };
}
