import type { Answer } from "../../common/ipc.ts";
import { type Problem, problem } from "../../common/problems.ts";
import { type ServiceName, signingNames } from "../../common/sources.ts";
import { isRegisteredElsewhere } from "../../common/tunnel.ts";
import type { View } from "../../common/view.ts";
import { words } from "../../common/words/page.ts";
import { ActionRow } from "../form/action-row.tsx";
import { AskedAction } from "../form/asked-action.tsx";
import { useFocusKept } from "../parts/use-focus-kept.ts";
import type { PageState } from "../state/page-state.ts";
import type { ViewSignals } from "../state/view-signals.ts";
import { momentOf } from "../text/moment.ts";

type Webhook = Extract<View[ServiceName], { state: "on" }>["webhook"];

interface Props {
  readonly name: ServiceName;
  readonly webhook: Webhook;
  readonly state: PageState;
  readonly view: ViewSignals;
}

/** How the webhook is that Bookbell has at a service; registering, mending and removing it. */
export function ServiceWebhook({ name, webhook, state: { ask, say }, view }: Props) {
  const own = words.services[name];
  const holder = useFocusKept<HTMLDivElement>();
  const said = webhook.problem ?? keyProblem(name, view);
  const works = working.has(webhook.state);
  const elsewhere = isRegisteredElsewhere(view.tunnel.value);

  async function register(): Promise<Answer<string>> {
    const answer = await ask.services.register(name);
    return answer.ok ? { ok: true, value: words.service.registered } : answer;
  }

  const isFirst = webhook.state === "none";
  const action = {
    label: isFirst ? words.service.register : words.service.again,
    name: isFirst ? own.registerName : own.againName,
    run: register,
  };
  return (
    <div class="group-part" ref={holder}>
      <ActionRow
        key={webhook.state}
        name={words.service.webhook}
        help={
          elsewhere
            ? words.tunnel.relay.registersElsewhere
            : said && !works
              ? ""
              : helpOf(name, webhook, view)
        }
        problem={said}
        say={say}
        actions={elsewhere || (works && !said) ? [] : [action]}
      />
      {webhook.state !== "none" && (
        <AskedAction
          name={words.service.without}
          help={words.service.withoutHelp}
          action={words.service.unregister}
          actionName={own.unregisterName}
          sure={words.service.unregisterSure}
          act={() => ask.services.unregister(name)}
          done={() => say(words.service.unregistered)}
        />
      )}
    </div>
  );
}

const working: ReadonlySet<Webhook["state"]> = new Set(["right", "active", "retrying"]);

/** What cannot be read verifies nothing that the webhook posts. */
function keyProblem(name: ServiceName, { secrets }: ViewSignals): Problem | null {
  const isLost = secrets.value[signingNames[name]].state === "unreadable";
  return isLost ? problem(`${name}-signing-unreadable`) : null;
}

function helpOf(name: ServiceName, webhook: Webhook, view: ViewSignals): string {
  if (webhook.state === "active" && "renewedAt" in webhook && webhook.renewedAt !== null)
    return words.service.renewed({ when: momentOf(webhook.renewedAt, view.now.value, view.format.value) });
  const states: Readonly<Record<string, string>> = words.services[name].states;
  return states[webhook.state] ?? "";
}
