import {
  AlignLeft,
  Folder,
  Inbox,
  ListChecks,
  type LucideIcon,
  MapPin,
  MessageSquareText,
  User,
  Users,
} from "lucide-preact";
import type { ComponentChildren } from "preact";
import type { AgendaItem } from "../../common/agenda.ts";
import { serviceOf } from "../../common/sources.ts";
import { visible } from "../../common/text.ts";
import { words } from "../../common/words/page.ts";
import { CustomerFact } from "./customer-fact.tsx";
import { answersOf, descriptionOf, fieldName, placeOf } from "./facts.ts";
import { LinkedText } from "./linked-text.tsx";
import type { Reaching } from "./use-reaching.ts";

/** Everything that was told, a line each; what was not told has none, and nothing is told twice. */
export function FactsCard({ item, reaching }: { item: AgendaItem; reaching: Reaching }) {
  const { booking } = item;
  const { customer, others, host, project, seats } = booking;
  const comment = visible(booking.comment) && booking.comment.trim();
  const [place, description, answers] = [placeOf(item), descriptionOf(booking), answersOf(booking)];
  const source = serviceOf(booking);
  const names = words.booking.facts;
  const open = (link: string) => void reaching.openLink(link);
  const facts = [
    comment && (
      <Fact key="comment" icon={MessageSquareText} name={names.comment}>
        <LinkedText text={words.booking.quoted({ text: comment })} open={open} />
      </Fact>
    ),
    place && (
      <Fact key="place" icon={MapPin} name={names.place}>
        <LinkedText text={place} open={open} />
      </Fact>
    ),
    (customer?.email || customer?.phone || others.length > 0) && (
      <Fact key="customer" icon={User} name={names.customer}>
        <CustomerFact booking={booking} contact={reaching.contact} />
      </Fact>
    ),
    answers.length > 0 && (
      <Fact key="answers" icon={ListChecks} name={names.answers}>
        {answers.map(({ field, text }) => (
          <p key={field} class="fact-answer">
            <span class="soft">
              <bdi>{fieldName(field)}</bdi>{" "}
            </span>
            <LinkedText text={text} open={open} />
          </p>
        ))}
      </Fact>
    ),
    description && (
      <Fact key="description" icon={AlignLeft} name={names.description}>
        <LinkedText text={description} open={open} />
      </Fact>
    ),
    seats && (
      <Fact key="seats" icon={Users} name={names.seats}>
        {words.agenda.seats(seats)}
      </Fact>
    ),
    (project?.name || host?.name) && (
      <Fact key="project" icon={Folder} name={names.project}>
        {project?.name && <bdi>{project.name}</bdi>}
        {project?.name && host?.name && <span class="soft"> · </span>}
        {host?.name && <bdi class="soft">{words.booking.host({ name: host.name })}</bdi>}
      </Fact>
    ),
    source !== "timekit" && (
      <Fact key="source" icon={Inbox} name={names.source}>
        {words.sources[source]}
      </Fact>
    ),
  ].filter(Boolean);
  return facts.length > 0 ? <dl class="card booking-facts">{facts}</dl> : null;
}

interface FactProps {
  readonly icon: LucideIcon;
  readonly name: string;
  readonly children: ComponentChildren;
}

/** Its icon says what it is to the eye, its name to the ear and to whoever points at it. */
const Fact = ({ icon: Icon, name, children }: FactProps) => (
  <div class="card-line">
    <dt class="card-name" title={name}>
      <Icon class="icon" aria-hidden="true" />
      <span class="visually-hidden">{name}</span>
    </dt>
    <dd class="card-text">{children}</dd>
  </div>
);
