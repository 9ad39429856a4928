import type { Rule } from "../../common/destinations.ts";
import { alertKinds, type Project } from "../../common/policy.ts";
import { unpaused } from "../../common/text.ts";
import { words } from "../../common/words/page.ts";
import { SentenceOf } from "../parts/sentence.tsx";
import { UntrustedText } from "../parts/untrusted-text.tsx";

interface Props {
  readonly rule: Rule;
  /** The label of its destination. */
  readonly to: string;
}

/** So many names are read at a glance. */
const mostNames = 3;

/** "New and moved bookings of Sales Demo → #sales, time only" */
export function RuleSentence({ rule, to }: Props) {
  return (
    <SentenceOf
      say={({ projects, hosts, to }) => sentenceOf(rule, { projects, hosts, to })}
      parts={{
        projects: rule.projects && <Names of={rule.projects} />,
        hosts: rule.hosts && <Names of={rule.hosts} />,
        to: <UntrustedText text={to} />,
      }}
    />
  );
}

/** The same, for who hears it instead of seeing it. */
export const ruleSaid = (rule: Rule, to: string): string =>
  sentenceOf(rule, {
    projects: rule.projects ? words.listed(namesOf(rule.projects).map(unpaused)) : "",
    hosts: rule.hosts ? words.listed(namesOf(rule.hosts).map(unpaused)) : "",
    to: unpaused(to),
  });

function sentenceOf(
  { kinds, detail }: Rule,
  names: { readonly projects: string; readonly hosts: string; readonly to: string },
): string {
  const some = alertKinds.filter((kind) => kinds.includes(kind)).map((kind) => words.rules.kinds[kind]);
  const what =
    some.length === alertKinds.length ? words.rules.all : words.rules.some({ kinds: words.listed(some) });
  return words.rules.sentence({ what, ...names, detail: words.rules.details[detail].inSentence });
}

function namesOf(all: readonly Project[]): string[] {
  const named = all.map(({ name }) => name || words.projects.unnamed);
  const more = named.length - mostNames;
  return more > 0 ? [...named.slice(0, mostNames), words.rules.others({ count: more })] : named;
}

function Names({ of }: { of: readonly Project[] }) {
  return (
    <>
      {words
        .listParts(namesOf(of))
        .map(({ type, value }) => (type === "element" ? <UntrustedText key={value} text={value} /> : value))}
    </>
  );
}
