import type { VNode } from "preact";
import { words } from "../../common/words/page.ts";
import { ActivityPage } from "../activity/activity-page.tsx";
import { SendTest } from "../activity/send-test.tsx";
import { BookingPage } from "../booking/booking-page.tsx";
import { DestinationPage } from "../destinations/destination-page.tsx";
import { DestinationsPage } from "../destinations/destinations-page.tsx";
import { MessagesPage } from "../destinations/messages-page.tsx";
import { RulePage } from "../destinations/rule-page.tsx";
import { DeliveryPage } from "../log/delivery-page.tsx";
import { LogPage } from "../log/log-page.tsx";
import { SearchPage } from "../search/search-page.tsx";
import { AboutPage } from "../settings/about-page.tsx";
import { AppearancePage } from "../settings/appearance-page.tsx";
import { CalcomPage } from "../settings/calcom-page.tsx";
import { CalendlyPage } from "../settings/calendly-page.tsx";
import { GeneralPage } from "../settings/general-page.tsx";
import { KeysPage } from "../settings/keys-page.tsx";
import { LicencesPage } from "../settings/licences-page.tsx";
import { NotificationsPage } from "../settings/notifications-page.tsx";
import { PrivacyPage } from "../settings/privacy-page.tsx";
import { ProjectsPage } from "../settings/projects-page.tsx";
import { ReceivingPage } from "../settings/receiving-page.tsx";
import { RemindersPage } from "../settings/reminders-page.tsx";
import { ServicesPage } from "../settings/services-page.tsx";
import { sectionTitles } from "../settings/setting-table.ts";
import { SettingsPage } from "../settings/settings-page.tsx";
import { ZapierPage } from "../settings/zapier-page.tsx";
import type { PageState } from "../state/page-state.ts";
import { type Screen, type Section, type SubScreen, sections } from "../state/screen.ts";
import type { ViewSignals } from "../state/view-signals.ts";
import { TimekitPage } from "../timekit/timekit-page.tsx";
import { RequestsPage } from "../today/requests-page.tsx";
import { TunnelPage } from "../tunnel/tunnel-page.tsx";

interface Parts {
  readonly state: PageState;
  readonly view: ViewSignals;
}

/** Methods, not properties: each is called with its own screen only, which TypeScript lets methods narrow. */
interface Entry<S extends Screen> {
  page(parts: Parts & { readonly back: () => void }, screen: S): VNode;
  /** What else stands in its header. */
  tools?(parts: Parts): VNode;
  /** The page draws its <main> itself, because something stands below it; or its header, too, with buttons of its own. */
  readonly draws?: "main" | "header";
  title(view: ViewSignals, screen: S): string;
  /** Where Escape and the back button lead. */
  back(screen: S): Screen;
  /** It shows names, of bookings or of what is booked, as fetched when it was opened. */
  readonly personal: boolean;
  /** What has the focus when it opens: the back button, or what the page chooses. */
  focus(screen: S): "back" | "page";
}

/** Today's screen is not among them: all others lie behind it, and it has a header of its own. */
export type ScreenBehind = Exclude<Screen, { name: "today" }>;

const today = { name: "today" } as const;
const activity = { name: "activity", back: today } as const;

/** What all screens have in common that the settings lead to. */
const below: Omit<Entry<SubScreen>, "page" | "personal"> = {
  title: (_, { name }) => (isSection(name) ? sectionTitles[name] : words[name].title),
  back: behind,
  focus: ({ focus }) => (focus === undefined ? "back" : "page"),
};

const subScreen = (Page: (parts: Parts) => VNode): Omit<Entry<SubScreen>, "personal"> => ({
  ...below,
  page: (parts) => <Page {...parts} />,
});

const table: { readonly [N in ScreenBehind["name"]]: Entry<ScreenBehind & { readonly name: N }> } = {
  requests: {
    page: (parts) => <RequestsPage {...parts} />,
    title: () => words.requests.title,
    back: () => today,
    personal: true,
    focus: () => "back",
  },
  settings: {
    page: (parts, { find = "" }) => <SettingsPage {...parts} find={find} />,
    title: () => words.settings.title,
    back: () => today,
    personal: false,
    focus: ({ field, find = "" }) => (field === null && find === "" ? "back" : "page"),
  },
  log: {
    page: (parts, { back }) => <LogPage {...parts} back={back} />,
    draws: "main",
    title: () => words.log.title,
    back: () => activity,
    personal: true,
    focus: ({ back }) => (back === null ? "back" : "page"),
  },
  delivery: {
    page: (parts, { line }) => <DeliveryPage {...parts} seq={line.seq} />,
    draws: "main",
    title: () => words.delivery.title,
    back: ({ line }) => ({ name: "log", back: line }),
    personal: true,
    focus: () => "back",
  },
  activity: {
    page: (parts) => <ActivityPage {...parts} />,
    draws: "main",
    tools: ({ state }) => <SendTest state={state} />,
    title: () => words.activity.title,
    back: ({ back }) => back,
    personal: true,
    focus: () => "back",
  },
  search: {
    page: (parts) => <SearchPage {...parts} />,
    title: () => words.search.title,
    back: () => today,
    personal: true,
    focus: () => "page",
  },
  booking: {
    page: (parts, screen) => <BookingPage {...parts} screen={screen} />,
    draws: "header",
    title: () => words.booking.title,
    back: ({ from }) => from,
    personal: true,
    focus: () => "back",
  },
  destinations: {
    page: (parts, { from, back }) => <DestinationsPage {...parts} from={from} back={back} />,
    title: () => words.destinations.title,
    back: ({ from }) =>
      from === "today" ? today : { name: "notifications", from: "settings", focus: "destinations" },
    personal: false,
    focus: ({ back }) => (back === null ? "back" : "page"),
  },
  destination: {
    page: (parts, { id, kind, from }) => <DestinationPage {...parts} id={id} kind={kind} from={from} />,
    title: (view, { id, kind }) => labelOf(view, id) ?? words.destinations.kinds[kind].add,
    back: ({ id, kind, from }) => ({ name: "destinations", from, back: id ?? kind }),
    personal: false,
    focus: ({ id }) => (id === null ? "page" : "back"),
  },
  rule: {
    page: (parts, { id, destination, from }) => (
      <RulePage {...parts} id={id} destination={destination} from={from} />
    ),
    draws: "main",
    title: (_, { id }) => (id === null ? words.rules.newTitle : words.rules.title),
    back: ({ id, from }) => ({ name: "destinations", from, back: id ?? "rule" }),
    personal: true,
    focus: () => "back",
  },
  messages: {
    page: (parts, { destination }) => <MessagesPage {...parts} destination={destination} />,
    title: (view, { destination }) => words.messages.title({ label: labelOf(view, destination) ?? "" }),
    back: ({ destination, from }) => ({ name: "destinations", from, back: destination }),
    personal: true,
    focus: () => "back",
  },
  receiving: { ...subScreen(ReceivingPage), personal: false },
  services: { ...subScreen(ServicesPage), personal: false },
  notifications: { ...subScreen(NotificationsPage), personal: false },
  reminders: { ...subScreen(RemindersPage), personal: false },
  projects: {
    ...below,
    page: (parts, { focus = null }) => <ProjectsPage {...parts} focus={focus} />,
    personal: true,
  },
  appearance: { ...subScreen(AppearancePage), personal: false },
  general: { ...subScreen(GeneralPage), personal: false },
  privacy: { ...subScreen(PrivacyPage), personal: false },
  about: { ...subScreen(AboutPage), personal: false },
  tunnel: { ...subScreen(TunnelPage), personal: false },
  timekit: {
    ...below,
    page: (parts, { focus }) => <TimekitPage {...parts} secret={focus === "secret"} />,
    personal: true,
  },
  zapier: { ...subScreen(ZapierPage), personal: false },
  calcom: { ...subScreen(CalcomPage), personal: true },
  calendly: { ...subScreen(CalendlyPage), personal: true },
  keys: { ...subScreen(KeysPage), personal: false },
  licences: { ...subScreen(LicencesPage), personal: false },
};

const isSection = (name: SubScreen["name"]): name is Section => sections.some((one) => one === name);

/** The section on which a screen's own setting stands. */
const standsIn = {
  tunnel: "receiving",
  timekit: "services",
  zapier: "services",
  calcom: "services",
  calendly: "services",
  keys: "general",
  licences: "about",
} as const;

/** From the settings a screen leads back to what led to it: the line of its section, or of what it lies beside. */
function behind({ name, from, find }: SubScreen): Screen {
  if (from === "today") return today;
  if (from === "activity") return activity;
  if (from === "destinations") return { name: "destinations", from: "settings", back: "desktop" };
  if (find !== undefined) return { name: "settings", field: null, find };
  if (isSection(name)) return { name: "settings", field: name };
  return { name: standsIn[name], from: "settings", focus: name };
}

/** What its user calls a destination; undefined where there is none. */
const labelOf = ({ destinations }: ViewSignals, wanted: string | null) =>
  destinations.value.find(({ id }) => id === wanted)?.label;

export const entryOf = ({ name }: ScreenBehind): Entry<ScreenBehind> => table[name];

/** Null where there is no way further back. */
export const backOf = (screen: Screen): Screen | null =>
  screen.name === "today" ? null : entryOf(screen).back(screen);

/** How many steps back it is to today's. */
export function depthOf(screen: Screen): number {
  const back = backOf(screen);
  return back === null ? 0 : 1 + depthOf(back);
}

export const isPersonal = (screen: Screen): boolean => screen.name !== "today" && entryOf(screen).personal;
