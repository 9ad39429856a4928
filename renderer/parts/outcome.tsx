import { CircleCheck } from "lucide-preact";

/** What came of it, next to what was asked for. The live region speaks it. */
export function Outcome({ text }: { text: string }) {
  if (!text) return null;
  return (
    <p class="outcome">
      <CircleCheck class="icon" aria-hidden="true" />
      <span>{text}</span>
    </p>
  );
}
