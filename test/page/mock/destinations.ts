import type { OutgoingLine } from "../../../common/destination-view.ts";
import type { DestinationKind, DetailLevel, Message } from "../../../common/destinations.ts";
import type { InputOf } from "../../../common/ipc.ts";
import type { Posted } from "../../../common/outgoing-body.ts";
import type { Project } from "../../../common/policy.ts";
import type { TimeFormat } from "../../../common/time.ts";
import { testMessage } from "../../../main/destinations/message.ts";
import { slackBody } from "../../../main/destinations/slack.ts";
import { webhookBody } from "../../../main/destinations/webhook.ts";
import { workflowBody } from "../../../main/destinations/workflow.ts";
import { english, inEnglish } from "../../support/english.ts";
import type { Answering } from "./answers.ts";
import type { World } from "./world.ts";

type Asks = Extract<keyof Answering, `destinations.${string}`>;
const day = 86_400_000;

/** Whether `chosen` has it; without a choice all do. */
const isAmong = (chosen: readonly Project[] | null, one: Project | null | undefined) =>
  chosen === null || chosen.some(({ id }) => id === one?.id);

/** What is left of a message that tells everything. */
const upTo = (message: Message, detail: DetailLevel): Message => ({
  ...message,
  detail,
  names: detail === "time" ? null : message.names,
  rest: detail === "everything" ? message.rest : null,
});

function postedOf(kind: DestinationKind, message: Message, format: TimeFormat): Posted {
  if (kind === "slack") return { kind, body: slackBody(message, inEnglish(format)) };
  if (kind === "workflow") return { kind, body: workflowBody(message, inEnglish(format)) };
  return { kind, body: webhookBody(message) };
}

/** How main answers what is asked of destinations and rules, with its own words for what would be sent. */
export function destinationAnswers({ view, answers, change }: World): Pick<Answering, Asks> {
  const kindOf = (id: string) => view.destinations.find((one) => one.id === id)?.kind ?? "slack";

  function save({ id, kind, label, address, plain }: InputOf<"destinations.save">) {
    const before = view.destinations.find((one) => one.id === id);
    const url = address === null ? null : new URL(address);
    const saved = {
      ...(before ?? { standing: { state: "working" }, earlierKeyUntil: null, waiting: 0, givenUp: 0 }),
      id: id ?? crypto.randomUUID(),
      kind,
      label,
      host: url?.host ?? before?.host ?? "",
      lastFour: address?.slice(-4) ?? before?.lastFour ?? "",
      isOpen: url ? url.protocol === "http:" : (before?.isOpen ?? false),
      kept: url ? (plain ? "plain" : answers.keeps) : (before?.kept ?? answers.keeps),
    } as const;
    const others = view.destinations.filter((one) => one.id !== saved.id);
    change({ destinations: [...others, saved].sort((a, b) => a.label.localeCompare(b.label)) });
    return { id: saved.id, warning: null };
  }

  function changeLines(lines: readonly OutgoingLine[]): null {
    answers.messages = lines;
    const count = (state: OutgoingLine["state"]) => lines.filter((line) => line.state === state).length;
    change({
      destinations: view.destinations.map((one) => ({
        ...one,
        waiting: count("waiting"),
        givenUp: count("given-up"),
      })),
    });
    return null;
  }

  return {
    "destinations.save": save,
    "destinations.remove": (id) => {
      change({
        destinations: view.destinations.filter((one) => one.id !== id),
        rules: view.rules.filter(({ destination }) => destination !== id),
      });
      return null;
    },
    "destinations.test": () => answers.tested,
    "destinations.renewKey": (id) => {
      const earlierKeyUntil = view.now + day;
      change({
        destinations: view.destinations.map((one) => (one.id === id ? { ...one, earlierKeyUntil } : one)),
      });
      return null;
    },
    "destinations.saveRule": (draft) => {
      const id = draft.id ?? crypto.randomUUID();
      const kept = view.rules.map((rule) => (rule.id === id ? { ...rule, ...draft, id } : rule));
      change({ rules: draft.id ? kept : [...kept, { ...draft, id, since: view.now }] });
      return id;
    },
    "destinations.removeRule": (id) => {
      change({ rules: view.rules.filter((rule) => rule.id !== id) });
      return null;
    },
    "destinations.preview": ({ kinds, projects, hosts, destination, detail }) => {
      const kind = kindOf(destination);
      const sent = answers.happened.filter(
        (message) =>
          kinds.includes(message.kind) &&
          isAmong(projects, message.project) &&
          isAmong(hosts, message.names?.host),
      );
      return {
        count: sent.length,
        more: false,
        latest: sent.slice(0, 3).map((message) => ({
          at: message.at,
          as: postedOf(kind, upTo(message, detail), view.format),
        })),
        example: postedOf(kind, testMessage(detail, "test", view.now, english), view.format),
      };
    },
    "destinations.hosts": () => answers.resources,
    "destinations.messages": () => answers.messages,
    "destinations.sendAgain": (seq) =>
      changeLines(
        answers.messages.map((line) => (line.seq === seq ? { ...line, state: "waiting", tries: 0 } : line)),
      ),
    "destinations.drop": (seq) => changeLines(answers.messages.filter((line) => line.seq !== seq)),
  };
}
