import type { Answer } from "../../common/ipc.ts";
import { words } from "../../common/words/page.ts";
import { Choice } from "./choice.tsx";

interface Props {
  readonly name: string;
  readonly help: string;
  readonly value: boolean;
  readonly choose: (on: boolean) => Promise<Answer<unknown>>;
}

/** A choice of two. */
export function OnOff({ name, help, value, choose }: Props) {
  return (
    <Choice
      name={name}
      help={help}
      options={[
        { value: "on", label: words.settings.on },
        { value: "off", label: words.settings.off },
      ]}
      value={value ? "on" : "off"}
      choose={(chosen) => choose(chosen === "on")}
    />
  );
}
