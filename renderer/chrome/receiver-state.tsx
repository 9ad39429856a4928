import { CircleCheck, CircleDashed, CircleX, OctagonAlert } from "lucide-preact";
import type { ReceiverView, SigningView } from "../../common/view.ts";
import { words } from "../words.ts";

/** Whether bookings can come in, as shape, colour and words. */
export function ReceiverState({ receiver, signing }: { receiver: ReceiverView; signing: SigningView }) {
  const { icon: Icon, kind, text } = look(receiver, signing);
  return (
    <p class={`receiver receiver-${kind}`}>
      <Icon class="icon" aria-hidden="true" />
      <span>{text}</span>
    </p>
  );
}

function look(receiver: ReceiverView, signing: SigningView) {
  if (receiver.state === "failed") return { icon: CircleX, kind: "failed", text: words.footer.failed };
  if (receiver.state === "starting")
    return { icon: CircleDashed, kind: "starting", text: words.footer.starting };
  if (signing.state === "unreadable")
    return { icon: OctagonAlert, kind: "failed", text: words.footer.refusing };
  return { icon: CircleCheck, kind: "listening", text: words.footer.listening(receiver.port) };
}
