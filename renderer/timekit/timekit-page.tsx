import { isRegisteredElsewhere } from "../../common/tunnel.ts";
import { words } from "../../common/words/page.ts";
import { Anchor } from "../form/anchor.tsx";
import { Group } from "../form/group.tsx";
import { LinkRow } from "../form/link-row.tsx";
import type { PageState } from "../state/page-state.ts";
import type { ViewSignals } from "../state/view-signals.ts";
import { Webhooks } from "../webhooks/webhooks.tsx";
import { CatchUpRow } from "./catch-up-row.tsx";
import { Key } from "./key.tsx";
import { ResourcePicker } from "./resource-picker.tsx";
import { SigningSecret } from "./signing-secret.tsx";

interface Parts {
  readonly state: PageState;
  readonly view: ViewSignals;
}

/** The connection to Timekit's own API, and what it is used for. */
export function TimekitPage({ state, view, secret }: Parts & { secret: boolean }) {
  const timekit = view.timekit.value;
  const { ask, say } = state;
  return (
    <>
      <Group title={words.timekit.account}>
        <Anchor name="key">
          <Key secret={view.secrets.value.timekit} timekit={timekit} set={ask.secrets.set} say={say} />
        </Anchor>
        {timekit.state === "on" && (
          <Anchor name="resource">
            <ResourcePicker
              resource={timekit.resource}
              list={() => ask.timekit.resources()}
              choose={ask.timekit.chooseResource}
              say={say}
            />
          </Anchor>
        )}
        {timekit.state === "on" && (
          <Anchor name="missed">
            <CatchUpRow view={view} timekit={timekit} catchUp={() => ask.timekit.catchUp()} say={say} />
          </Anchor>
        )}
      </Group>
      <Anchor name="webhooks">
        <TimekitWebhooks state={state} view={view} />
      </Anchor>
      <div class="group group-card">
        <Anchor name="secret">
          <SigningSecret
            view={view}
            focused={secret}
            set={ask.secrets.set}
            removeEarlier={() => ask.secrets.removeEarlier()}
            say={say}
          />
        </Anchor>
      </div>
    </>
  );
}

/** Registered with the key; without one they are added by hand, unless somebody else registers them. */
function TimekitWebhooks({ state, view }: Parts) {
  const timekit = view.timekit.value;
  const elsewhere = isRegisteredElsewhere(view.tunnel.value);
  if (timekit.state === "on")
    return (
      <Webhooks
        webhooks={timekit.webhooks}
        elsewhere={elsewhere}
        register={state.ask.timekit.registerWebhooks}
        used={() => state.ask.timekit.graphs()}
        say={state.say}
      />
    );
  if (elsewhere) return null;
  return (
    <div class="group group-card">
      <LinkRow
        name={words.webhooks.byHand}
        help={words.webhooks.byHandHelp}
        onClick={() => state.go({ name: "receiving", from: "settings", focus: "byHand" })}
      />
    </div>
  );
}
