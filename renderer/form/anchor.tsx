import type { ComponentChildren } from "preact";
import { useLayoutEffect } from "preact/hooks";
import type { SettingName, SettingsLine } from "../state/screen.ts";

interface Props {
  readonly name: SettingName | SettingsLine;
  readonly children: ComponentChildren;
}

/** Where a setting stands: what leads to it puts the focus there. */
export const Anchor = ({ name, children }: Props) => (
  <div class="group-part" data-setting={name}>
    {children}
  </div>
);

const controls = "input:checked, input, select, textarea, summary, button";

/** Puts the focus on the setting of that name whenever another one is meant; null = on none. */
export function useFocusAt(name: SettingName | SettingsLine | null): void {
  useLayoutEffect(() => {
    if (name === null) return;
    const place = document.querySelector<HTMLElement>(`[data-setting="${name}"]`);
    const folded = place?.closest("details");
    if (folded) folded.open = true;
    const control = place?.querySelector<HTMLElement>(controls);
    control?.focus();
    if (control instanceof HTMLInputElement && control.type === "text") control.select();
    place?.scrollIntoView({ block: "nearest" });
  }, [name]);
}
