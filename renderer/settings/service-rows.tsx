import { CircleCheck, CircleDashed } from "lucide-preact";
import type { Answer } from "../../common/ipc.ts";
import type { ServiceName } from "../../common/sources.ts";
import type { View } from "../../common/view.ts";
import { words } from "../../common/words/page.ts";
import { ActionRow } from "../form/action-row.tsx";
import { Secret } from "../form/secret.tsx";
import { ProblemText } from "../parts/problem-text.tsx";
import type { PageState } from "../state/page-state.ts";
import type { ViewSignals } from "../state/view-signals.ts";
import { momentOf } from "../text/moment.ts";
import { ServiceWebhook } from "./service-webhook.tsx";

type Connected = Extract<View[ServiceName], { state: "on" }>;

interface Props {
  readonly name: ServiceName;
  readonly state: PageState;
  readonly view: ViewSignals;
}

/** The key that a service is asked with, what it says of it, its webhook, and what was missed. */
export function ServiceRows({ name, state, view }: Props) {
  const { say } = state;
  const ask = state.ask.services;
  const own = words.services[name];
  const service = view[name].value;
  async function catchUp(): Promise<Answer<string>> {
    const answer = await ask.catchUp(name);
    return answer.ok ? { ok: true, value: words.service.didFetch } : answer;
  }
  const Icon = service.state === "on" ? CircleCheck : CircleDashed;

  return (
    <>
      <Secret name={name} secret={view.secrets.value[name]} set={state.ask.secrets.set} say={say} />
      {service.state === "failed" && (
        <div class="setting">
          <ProblemText problem={service.problem} />
        </div>
      )}
      {(service.state === "on" || service.state === "checking") && (
        <div class="setting">
          <p class={service.state === "on" ? "receiver receiver-well" : "receiver"}>
            <Icon class="icon" aria-hidden="true" />
            <bdi>
              {service.state === "on" ? words.service.on({ name: service.name }) : words.service.checking}
            </bdi>
          </p>
        </div>
      )}
      {service.state === "on" && (
        <>
          <ServiceWebhook name={name} webhook={service.webhook} state={state} view={view} />
          <ActionRow
            name={words.service.missed}
            help={missedText(service, view)}
            problem={service.problem}
            say={say}
            actions={[
              {
                label: words.service.fetch,
                name: own.fetchName,
                run: catchUp,
              },
            ]}
          />
        </>
      )}
    </>
  );
}

/** When it was last asked for what was missed, and what of that could not be read. */
function missedText({ caughtUpAt, unread }: Connected, { now, format }: ViewSignals): string {
  const fetched =
    caughtUpAt === null
      ? words.service.neverFetched
      : words.service.fetched({ when: momentOf(caughtUpAt, now.value, format.value) });
  return unread > 0 ? words.dotJoined([fetched, words.service.unread({ count: unread })]) : fetched;
}
