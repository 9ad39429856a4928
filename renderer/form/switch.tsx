import { useState } from "preact/hooks";

interface Props {
  readonly label: string;
  /** For whatever else labels it. */
  readonly id?: string;
  /** The id of what else is to be known of it. */
  readonly describedBy?: string;
  readonly value: boolean;
  readonly choose: (on: boolean) => Promise<unknown>;
}

/** On or off, at once, beside what it is about. */
export function Switch({ label, id, describedBy, value, choose }: Props) {
  // What was clicked shows until main has answered; from then on it is main's word that counts.
  const [wanted, want] = useState<boolean | null>(null);

  async function pick(on: boolean) {
    want(on);
    await choose(on);
    want(null);
  }

  return (
    <input
      id={id}
      type="checkbox"
      // biome-ignore lint/a11y/useAriaPropsForRole: A checkbox says by itself whether it is checked.
      role="switch"
      class="switch"
      aria-label={label}
      aria-describedby={describedBy}
      checked={wanted ?? value}
      onChange={(event) => void pick(event.currentTarget.checked)}
    />
  );
}
