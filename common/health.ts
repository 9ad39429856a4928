import type { Tally } from "./delivery.ts";
import { isLasting, type Problem, type ProblemArgs, problem } from "./problems.ts";
import {
  type CopiedSource,
  copiedSources,
  type ServiceName,
  type SigningSource,
  serviceNames,
  signingNames,
} from "./sources.ts";
import { type Remedy, type Trouble, type TroubleLevel, trouble, troubleLevels } from "./trouble.ts";
import { isRegisteredElsewhere } from "./tunnel.ts";
import type { View } from "./view.ts";

/** How Bookbell is. */
export type Health =
  | { readonly level: TroubleLevel; readonly trouble: Trouble }
  | { readonly level: "checking" }
  | { readonly level: "receiving" };

/** The parts of the view that tell it. */
export type Watched = Pick<
  View,
  | "receiver"
  | "secrets"
  | "address"
  | "addresses"
  | "reach"
  | "tunnel"
  | "relay"
  | "store"
  | "recovered"
  | "settingsDamaged"
  | "notifications"
  | "timekit"
  | ServiceName
  | "tallies"
  | "clockError"
  | "destinations"
>;

/** The trouble that keeps what Timekit posts from arriving. */
export const reachKey = "reach";

/** The rule that footer, tray and banner follow: the worst trouble, or that there is none. */
export function healthOf(view: Watched): Health {
  const [trouble] = troublesOf(view);
  if (trouble) return { level: trouble.level, trouble };
  const known = view.receiver.state === "listening" && view.reach.state === "receiving";
  return { level: known ? "receiving" : "checking" };
}

/** All that is wrong now, the worst first. */
export function troublesOf(view: Watched): Trouble[] {
  return cases
    .map((find) => find(view))
    .filter((found) => found !== null)
    .toSorted((a, b) => troubleLevels.indexOf(a.level) - troubleLevels.indexOf(b.level));
}

/** What a secret that cannot be read would have verified is turned away. */
const unverified =
  (source: SigningSource, key: "signing" | `${ServiceName}-signing`, remedy: Remedy) =>
  ({ secrets }: Watched): Trouble | null =>
    secrets[signingNames[source]].state === "unreadable"
      ? trouble(key, "refusing", problem(`${key}-unreadable`), remedy)
      : null;

/** Whatever the user copies the address of into: its posts do not arrive, or will not within a day. */
const copied =
  (source: CopiedSource) =>
  ({ addresses, reach }: Watched): Trouble | null => {
    const { isOpen, toCopy, oldUntil, copiedHost } = addresses[source];
    if (!isOpen || copiedHost === null) return null;
    if (toCopy && oldUntil !== null) return trouble(source, "degraded", problem(`${source}-renewed`), source);
    const isElsewhere = reach.state === "receiving" && reach.host !== null && reach.host !== copiedHost;
    return toCopy || isElsewhere
      ? trouble(source, "not-receiving", problem(`${source}-moved`), source)
      : null;
  };

/** The service cannot be asked, does not post here, or does not tell what was missed. */
const ofService = (name: ServiceName) => (view: Watched) => {
  const service = view[name];
  if (service.state === "failed") return trouble(`${name}-key`, "degraded", service.problem, name);
  if (service.state !== "on") return null;
  const said = service.webhook.problem ?? service.problem;
  return said && trouble(`${name}-connection`, "degraded", said, name);
};

/** One for each trouble; among those of a level the first is the worst. */
const cases: readonly ((view: Watched) => Trouble | null)[] = [
  ({ receiver }) =>
    receiver.state === "failed" ? trouble("receiver", "failed", receiver.problem, "port") : null,
  unkept,
  unverified("timekit", "signing", "secret"),
  unverified("calcom", "calcom-signing", "calcom"),
  unverified("calendly", "calendly-signing", "calendly"),
  unsigned,
  malformed,
  misdirected,
  unreachable,
  renewed,
  ({ reach }) => (reach.moved ? trouble("moved", "not-receiving", problem("address-changed"), "copy") : null),
  ({ reach }) =>
    reach.state === "off" ? trouble("not-set-up", "not-set-up", problem("not-set-up"), "set-up") : null,
  ...copiedSources.map(copied),
  ...serviceNames.map(ofService),
  notGiven,
  otherPort,
  ({ timekit }) =>
    timekit.state === "failed" ? trouble("timekit", "degraded", timekit.problem, "timekit") : null,
  clock,
  ({ relay: { endsInDays: days } }) =>
    days === null
      ? null
      : trouble("relay-ends", "degraded", problem("relay-invitation-ends", { days }), "tunnel"),
  ({ relay }) => (relay.clockAhead ? trouble("relay-clock", "degraded", problem("relay-clock"), null) : null),
  webhooks,
  onlyByAsking,
  catchUp,
  unread,
  ({ tallies }) =>
    tallies.unreadable && {
      ...trouble("unreadable", "degraded", problem("unreadable", countOf(tallies.unreadable)), "log"),
      dismissal: "unreadable",
    },
  oldAddress,
  ({ address }) =>
    address.kept === "unreadable"
      ? trouble("address", "degraded", problem("address-unreadable"), "reconnect")
      : null,
  ({ recovered }) => recovered && trouble("recovered", "degraded", recovered, "recovered"),
  ({ settingsDamaged }) =>
    settingsDamaged &&
    trouble(
      "settings",
      "degraded",
      settingsDamaged,
      settingsDamaged.code === "settings-reset" ? null : "copy",
    ),
  destinations,
  ({ notifications }) => notifications && trouble("notifications", "degraded", notifications, null),
];

/** Without a signing secret a flood may be anybody's. */
function unkept({ store, secrets }: Watched): Trouble | null {
  if (store?.code !== "store-flooded") return store && trouble("store", "failed", store, null);
  if (secrets.signing.state !== "off") return trouble("store", "failed", store, "log");
  return trouble("store", "failed", problem("store-flooded-unsigned"), "secret");
}

function unreachable({ reach }: Watched): Trouble | null {
  if (reach.state !== "not-receiving") return null;
  const why = reach.problem ?? problem("not-receiving");
  const remedy = isLasting(why.code) ? "tunnel" : "reconnect";
  return { ...trouble(reachKey, "not-receiving", why, remedy), since: reach.since };
}

/** A tunnel that Bookbell opens leads to whatever port it has; one that arrives leads to the right one. */
function otherPort({ receiver, reach }: Watched): Trouble | null {
  if (receiver.state !== "listening" || receiver.port === receiver.wanted) return null;
  if (reach.state === "receiving") return null;
  const { port, wanted } = receiver;
  return trouble("port", "degraded", problem("port-other", { port, wanted }), "port");
}

function unsigned({ tallies, tunnel }: Watched): Trouble | null {
  if (!tallies.unsigned) return null;
  // At a relay it is set aside, and looked at again.
  const code = tunnel.kind === "relay" ? "relay-signature" : "refused-unsigned";
  const said = problem(code, countOf(tallies.unsigned));
  return { ...trouble("unsigned", "refusing", said, "secret"), dismissal: "unsigned" };
}

function malformed({ tallies }: Watched): Trouble | null {
  if (!tallies.malformed) return null;
  const { count, reason } = tallies.malformed;
  const said = problem("refused-malformed", { count, reason: reason as Malformed });
  return { ...trouble("malformed", "refusing", said, "log"), dismissal: "malformed" };
}

/** Of an address that is not known to have been Bookbell's nobody can tell, without a signing secret, who posts there. */
function misdirected({ tallies }: Watched): Trouble | null {
  if (!tallies.misdirected) return null;
  const { count, reason } = tallies.misdirected;
  const said = problem("misdirected", { count, reason: reason as Misdirected });
  const found = trouble("misdirected", reason === "likely" ? "degraded" : "refusing", said, "timekit");
  return { ...found, dismissal: "misdirected" };
}

/** The user gave Timekit the address before, and has not given it this one. A relay's address is not this computer's. */
function renewed({ address, timekit, tunnel }: Watched): Trouble | null {
  if (!address.toCopy || tunnel.kind === "relay" || (timekit.state === "on" && timekit.webhooks.wanted > 0))
    return null;
  return address.oldUntil === null
    ? trouble("renewed", "not-receiving", problem("address-changed"), "copy")
    : trouble("renewed", "degraded", problem("address-renewed"), "copy");
}

/** Bookings that would be lost once the old address has ended. */
function oldAddress({ address, addresses, tallies }: Watched): Trouble | null {
  const came = tallies.oldAddress;
  if (!came) return null;
  const over = (said: Problem, remedy: Remedy): Trouble => ({
    ...trouble("old-address", "degraded", said, remedy),
    dismissal: "oldAddress",
  });
  if (address.oldUntil !== null) return over(problem("address-old-used", countOf(came)), "timekit");
  const renewed = copiedSources.find((source) => addresses[source].oldUntil !== null);
  return renewed ? over(problem(`${renewed}-renewed`), renewed) : null;
}

/** The way is open, and no booking service has been told of it. */
function notGiven(view: Watched): Trouble | null {
  const { reach, addresses, tallies, timekit, tunnel } = view;
  if (reach.state !== "receiving" || reach.given || tallies.received) return null;
  // Whoever runs the relay, or another seat, has given its address.
  if (isRegisteredElsewhere(tunnel)) return null;
  if (copiedSources.some((source) => addresses[source].copiedHost !== null)) return null;
  if (serviceNames.some((name) => isRegistered(view[name]))) return null;
  if (timekit.state === "on" && timekit.webhooks.wanted > 0) return null;
  return trouble("not-given", "not-set-up", problem("not-given"), "hand-out");
}

const isRegistered = (service: View[ServiceName]) =>
  service.state === "on" && service.webhook.state !== "none";

function clock({ clockError }: Watched): Trouble | null {
  if (clockError === null) return null;
  return trouble("clock", "degraded", problem("clock-wrong", { ms: clockError }), null);
}

function onlyByAsking({ timekit }: Watched): Trouble | null {
  if (timekit.state !== "on" || timekit.onlyByAsking === 0) return null;
  const said = problem("only-by-asking", { count: timekit.onlyByAsking });
  return trouble("only-by-asking", "degraded", said, "timekit");
}

function unread({ timekit }: Watched): Trouble | null {
  if (timekit.state !== "on" || timekit.unread === 0) return null;
  const said = problem("bookings-unread", { count: timekit.unread });
  return trouble("unread", "degraded", said, "log");
}

function webhooks({ timekit, tunnel }: Watched): Trouble | null {
  if (timekit.state !== "on" || isRegisteredElsewhere(tunnel)) return null;
  const { registered, wanted, stale, problem: why } = timekit.webhooks;
  if (wanted > 0 && registered === 0)
    return trouble("webhooks", "not-receiving", why ?? problem("webhooks-missing"), "timekit");
  if (why) return trouble("webhooks", "degraded", why, "timekit");
  const missing = registered < wanted || stale;
  return missing ? trouble("webhooks", "degraded", problem("webhooks-missing"), "timekit") : null;
}

/** Without the internet nothing arrives either, which is said already. */
function catchUp({ timekit, reach }: Watched): Trouble | null {
  if (timekit.state !== "on" || !timekit.problem) return null;
  if (timekit.problem.code === "timekit-unreachable" && reach.state === "not-receiving") return null;
  return trouble("catch-up", "degraded", timekit.problem, "timekit");
}

/** So often in a row is no blip, and still within the minute. */
const failsFor = 3;

/** What the user wants others to get does not arrive there. */
function destinations({ destinations }: Watched): Trouble | null {
  const over = (key: string, said: Problem) =>
    trouble(`${key}-destination`, "degraded", said, "destinations");
  const stopped = destinations.find(({ standing }) => standing.state === "stopped");
  if (stopped) return over("stopped", problem("destination-stopped", { label: stopped.label }));
  const failing = destinations.find(
    ({ standing }) => standing.state === "failing" && standing.failures >= failsFor,
  );
  if (failing) return over("failing", problem("destination-down", { label: failing.label }));
  const count = destinations.reduce((sum, { givenUp }) => sum + givenUp, 0);
  return count > 0 ? over("given-up", problem("messages-given-up", { count })) : null;
}

/** What the store counts by are these reasons. */
type Malformed = ProblemArgs["refused-malformed"]["reason"];
type Misdirected = ProblemArgs["misdirected"]["reason"];

const countOf = ({ count }: Tally) => ({ count });
