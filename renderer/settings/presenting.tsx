import type { Answer } from "../../common/ipc.ts";
import { words } from "../../common/words/page.ts";
import { Choice } from "../form/choice.tsx";
import type { ViewSignals } from "../state/view-signals.ts";

interface Props {
  readonly view: ViewSignals;
  readonly present: (choice: "off" | "hour" | "on") => Promise<Answer<unknown>>;
}

/** Hides whose bookings they are, from now on or for an hour. */
export function Presenting({ view, present }: Props) {
  const { name, help, captureHidden, captureShown, off, hour, on } = words.presenting;
  const timed = view.presentingUntil.value === null ? "on" : "hour";
  return (
    <Choice
      name={name}
      help={`${help} ${view.captureHidden.value ? captureHidden : captureShown}`}
      options={[
        { value: "off", label: off },
        { value: "hour", label: hour },
        { value: "on", label: on },
      ]}
      value={view.presenting.value ? timed : "off"}
      tall
      choose={present}
    />
  );
}
