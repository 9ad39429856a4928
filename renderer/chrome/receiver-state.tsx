import { CircleCheck, CircleDashed, CircleX, Laptop, OctagonAlert } from "lucide-preact";
import { momentOf } from "../parts/moment.ts";
import type { ViewSignals } from "../state/create-state.ts";
import { words } from "../words.ts";

/** Whether bookings can come in, as shape, colour and words. */
export function ReceiverState({ view }: { view: ViewSignals }) {
  const { icon: Icon, kind, text } = look(view);
  return (
    <p class={`receiver receiver-${kind}`}>
      <Icon class="icon" aria-hidden="true" />
      <span>{text}</span>
    </p>
  );
}

function look(view: ViewSignals) {
  const receiver = view.receiver.value;
  if (receiver.state === "failed") return { icon: CircleX, kind: "failed", text: words.footer.failed };
  if (receiver.state === "starting")
    return { icon: CircleDashed, kind: "starting", text: words.footer.starting };
  if (view.secrets.value.signing.state === "unreadable")
    return { icon: OctagonAlert, kind: "failed", text: words.footer.refusing };
  return reachLook(view);
}

function reachLook(view: ViewSignals) {
  const { state, host, since } = view.reach.value;
  if (state === "receiving")
    return { icon: CircleCheck, kind: "listening", text: words.reach.receiving(host ?? "") };
  if (state === "unknown") return { icon: CircleDashed, kind: "starting", text: words.reach.unknown };
  if (state === "off") return { icon: Laptop, kind: "off", text: words.reach.off };
  const when = momentOf(since, view.now.value, view.format.value);
  return { icon: CircleX, kind: "failed", text: words.reach.notReceiving(when) };
}
