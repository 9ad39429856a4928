import path from "node:path";
import type { MainWords } from "../../../common/words/main.ts";
import { createEvent, type Listen } from "../../lib/event.ts";
import { electronNotifier } from "./electron.ts";
import { freedesktopNotifier } from "./freedesktop.ts";
import { nodeNotifierNotifier } from "./node-notifier.ts";
import { firstThatWorks, type Notifier } from "./notifier.ts";
import type { DrawPortrait } from "./portraits.ts";

/** All the ways of notifying that a system has, as one, and what is heard of who shows them. */
export interface SystemNotifier extends Notifier {
  /** The system can show again, as far as can be known. */
  readonly onBack: Listen;
  /** Each time that it is known who shows: whether they can replace what an earlier run has left, also what was not noted. */
  readonly onMet: Listen<{ readonly replaces: boolean }>;
}

interface SystemNotifierParts {
  /** A PNG file, for notifiers that take one. */
  readonly icon: string;
  readonly draw: DrawPortrait;
  words(): MainWords;
  /** The profile's folder. */
  readonly profile: string;
}

/** The ways of this system, best first. */
export function systemNotifier({ icon, draw, words, profile }: SystemNotifierParts): SystemNotifier {
  const [back, met] = [createEvent(), createEvent<{ replaces: boolean }>()];
  const events = { onBack: back.on, onMet: met.on };
  if (process.platform !== "linux") {
    const notifier = electronNotifier(draw);
    const ready = () => {
      met.tell({ replaces: false });
      return notifier.ready();
    };
    return { ...notifier, ...events, ready };
  }
  const desktop = freedesktopNotifier({
    address: process.env.DBUS_SESSION_BUS_ADDRESS,
    icon,
    draw,
    words,
    file: path.join(profile, "on-screen"),
    onBack: back.tell,
    onDaemon: (replaces) => met.tell({ replaces }),
  });
  return { ...firstThatWorks([desktop, electronNotifier(draw), nodeNotifierNotifier(icon)]), ...events };
}
