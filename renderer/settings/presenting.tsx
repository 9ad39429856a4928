import type { PageState, ViewSignals } from "../state/create-state.ts";
import { words } from "../words.ts";
import { Choice } from "./choice.tsx";

/** Hides whose bookings they are, from now on or for an hour. */
export function Presenting({ state, view }: { state: PageState; view: ViewSignals }) {
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
      choose={(choice) => state.ask.settings.setPresenting(choice)}
    />
  );
}
