import { CircleCheck, CircleDashed } from "lucide-preact";
import type { Answer } from "../../common/ipc.ts";
import type { ServiceName } from "../../common/sources.ts";
import { words } from "../../common/words/page.ts";
import { ActionRow } from "../form/action-row.tsx";
import { AskedAction } from "../form/asked-action.tsx";
import { Secret } from "../form/secret.tsx";
import { ProblemText } from "../parts/problem-text.tsx";
import type { PageState } from "../state/page-state.ts";
import type { ViewSignals } from "../state/view-signals.ts";
import { momentOf } from "../text/moment.ts";

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
  const done = async (answer: Promise<Answer<unknown>>, text: string): Promise<Answer<string>> => {
    const came = await answer;
    return came.ok ? { ok: true, value: text } : came;
  };
  const when = (at: number) => momentOf(at, view.now.value, view.format.value);
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
          <ActionRow
            name={own.webhook}
            help={`${own.webhookHelp} ${own.states[service.webhook.state] ?? ""}.`}
            problem={service.webhook.problem}
            say={say}
            actions={[
              {
                label: own.register,
                name: own.registerName,
                run: () => done(ask.register(name), own.registered),
              },
            ]}
          />
          {service.webhook.state !== "none" && (
            <AskedAction
              name={own.webhook}
              help={own.states[service.webhook.state] ?? ""}
              action={own.unregister}
              actionName={own.unregisterName}
              sure={own.unregisterSure}
              act={() => ask.unregister(name)}
              done={() => say(own.unregistered)}
            />
          )}
          <ActionRow
            name={words.service.missed}
            help={
              service.caughtUpAt === null
                ? words.service.neverFetched
                : words.service.fetched({ when: when(service.caughtUpAt) })
            }
            problem={service.problem}
            say={say}
            actions={[
              {
                label: words.service.fetch,
                name: own.fetchName,
                run: () => done(ask.catchUp(name), words.service.didFetch),
              },
            ]}
          />
        </>
      )}
    </>
  );
}
