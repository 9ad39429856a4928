import { CircleCheck, CircleDashed } from "lucide-preact";
import type { Answer } from "../../common/ipc.ts";
import type { SecretView } from "../../common/secrets.ts";
import type { TimekitView } from "../../common/timekit.ts";
import { Secret } from "../form/secret.tsx";
import type { SecretChange } from "../form/secret-form.tsx";
import { ProblemText } from "../parts/problem-text.tsx";
import { connectionOf } from "../text/connection.ts";

interface Props {
  readonly secret: SecretView;
  readonly timekit: TimekitView;
  readonly set: (change: SecretChange) => Promise<Answer<unknown>>;
  readonly say: (text: string) => void;
}

/** The App API key, and whether Timekit took it. */
export function Key({ secret, timekit, set, say }: Props) {
  const Icon = timekit.state === "on" ? CircleCheck : CircleDashed;
  return (
    <>
      <Secret name="timekit" secret={secret} set={set} say={say} />
      {timekit.state !== "off" && (
        <div class="setting">
          {timekit.state === "failed" ? (
            <ProblemText problem={timekit.problem} />
          ) : (
            <p class={timekit.state === "on" ? "receiver receiver-well" : "receiver"}>
              <Icon class="icon" aria-hidden="true" />
              <bdi>{connectionOf(timekit)}</bdi>
            </p>
          )}
        </div>
      )}
    </>
  );
}
