import type { BusMessage } from "./bus-monitor.ts";

/** A notification as a program sent it, and what became of it. */
export interface Notified {
  /** The program's own name on the bus: another one after each start. */
  readonly sender: string;
  readonly appName: string;
  readonly replacesId: number;
  readonly icon: string;
  readonly summary: string;
  readonly body: string;
  readonly actions: readonly { readonly key: string; readonly label: string }[];
  readonly hints: Readonly<Record<string, unknown>>;
  /** As sent, in milliseconds: -1 leaves it to the daemon, 0 means never. */
  readonly expire: number;
  /** When it was on the bus, in milliseconds since 1970, with fractions. */
  readonly at: number;
  /** The daemon's number for it; undefined until the daemon answers. */
  id: number | undefined;
  /** The daemon's own name on the bus, once it answered: what others say of its notifications does not count. */
  daemon: string | undefined;
  state: "sent" | "refused" | "shown" | "replaced" | "closed";
  /** Why it was closed: 1 expired, 2 by the user, 3 by the program, 4 otherwise; undefined with its daemon. */
  closeReason: number | undefined;
  /** When it was closed, as `at`. */
  closedAt: number | undefined;
}

/** Keeps account of what goes to and comes from the notification daemon. */
export class NotificationRecord {
  readonly received: Notified[] = [];
  readonly closeCalls: { readonly id: number; readonly at: number }[] = [];
  readonly invoked: { readonly id: number; readonly key: string; readonly at: number }[] = [];
  readonly #unanswered = new Map<string, Notified>();

  /** Messages that it wants to see, as match rules. */
  static readonly rules = [
    "type='method_call',interface='org.freedesktop.Notifications'",
    "type='signal',interface='org.freedesktop.Notifications'",
    "type='method_return',sender='org.freedesktop.Notifications'",
    "type='error'",
    "type='signal',member='NameOwnerChanged',arg0='org.freedesktop.Notifications'",
  ];

  add(message: BusMessage): void {
    const { body, at, sender } = message;
    if (message.type === "method_return" || message.type === "error") this.#answer(message);
    else if (message.member === "Notify") this.#notify(message);
    else if (message.member === "CloseNotification") this.closeCalls.push({ id: Number(body[0]), at });
    else if (message.member === "NotificationClosed") this.#close(message);
    else if (message.member === "ActionInvoked" && this.received.some(({ daemon }) => daemon === sender))
      this.invoked.push({ id: Number(body[0]), key: String(body[1]), at });
    else if (message.member === "NameOwnerChanged" && sender === "org.freedesktop.DBus")
      for (const notified of this.shown()) Object.assign(notified, { state: "closed", closedAt: at });
  }

  /** What is open, in dunst's order: the most urgent first, then the oldest. */
  shown(): Notified[] {
    const urgency = ({ hints }: Notified) => Number(hints.urgency ?? 1);
    return this.received
      .filter(({ state }) => state === "shown")
      .sort((a, b) => urgency(b) - urgency(a) || Number(a.id) - Number(b.id));
  }

  #notify(message: BusMessage): void {
    const [appName, replacesId, icon, summary, body, actions, hints, expire] =
      message.body as NotifyArguments;
    const notified: Notified = {
      sender: message.sender,
      appName,
      replacesId,
      icon,
      summary,
      body,
      actions: pairs(actions),
      hints: Object.fromEntries(Object.entries(hints).map(([name, { data }]) => [name, data])),
      expire,
      at: message.at,
      id: undefined,
      daemon: undefined,
      state: "sent",
      closeReason: undefined,
      closedAt: undefined,
    };
    this.received.push(notified);
    this.#unanswered.set(`${message.sender} ${message.serial}`, notified);
  }

  #answer(message: BusMessage): void {
    const call = `${message.destination} ${message.answers}`;
    const notified = this.#unanswered.get(call);
    if (!notified) return;
    this.#unanswered.delete(call);
    if (message.type === "error") {
      notified.state = "refused";
      return;
    }
    const id = Number(message.body[0]);
    for (const earlier of this.#shownAs(id)) earlier.state = "replaced";
    notified.id = id;
    notified.daemon = message.sender;
    notified.state = "shown";
  }

  #close({ sender, body, at }: BusMessage): void {
    for (const notified of this.#shownAs(Number(body[0]))) {
      if (notified.daemon !== sender) continue;
      notified.state = "closed";
      notified.closeReason = Number(body[1]);
      notified.closedAt = at;
    }
  }

  #shownAs(id: number): Notified[] {
    return this.received.filter((notified) => notified.state === "shown" && notified.id === id);
  }
}

type NotifyArguments = [
  appName: string,
  replacesId: number,
  icon: string,
  summary: string,
  body: string,
  actions: string[],
  hints: Record<string, { readonly data: unknown }>,
  expire: number,
];

function pairs(flat: readonly string[]): { key: string; label: string }[] {
  const keys = flat.filter((_, index) => index % 2 === 0);
  return keys.map((key, index) => ({ key, label: flat[2 * index + 1] ?? "" }));
}
