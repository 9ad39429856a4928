import { Fragment } from "preact";
import { nameOfDate } from "../common/dates.ts";
import { nothingCame, Today } from "./agenda/today.tsx";
import { useUnknownReveal } from "./agenda/use-reveal.ts";
import { BookingPage } from "./booking/booking-page.tsx";
import { BackHeader } from "./chrome/back-header.tsx";
import { Footer } from "./chrome/footer.tsx";
import { TodayHeader } from "./chrome/header.tsx";
import { Status } from "./chrome/status.tsx";
import { UnannouncedLine } from "./chrome/unannounced-line.tsx";
import { DayPage } from "./day/day-page.tsx";
import { GapsPage } from "./gaps/gaps-page.tsx";
import { DeliveryPage } from "./log/delivery-page.tsx";
import { LogPage } from "./log/log-page.tsx";
import { NewsPage } from "./news/news-page.tsx";
import { usePrevious } from "./parts/use-previous.ts";
import { Proof } from "./proof/proof.tsx";
import { useProofSeen } from "./proof/use-proof-seen.ts";
import { SearchPage } from "./search/search-page.tsx";
import { AlertsPage } from "./settings/alerts-page.tsx";
import { KeysPage } from "./settings/keys-page.tsx";
import { LicencesPage } from "./settings/licences-page.tsx";
import { SettingsPage } from "./settings/settings-page.tsx";
import { Setup } from "./setup/setup.tsx";
import type { PageState, ViewSignals } from "./state/page-state.ts";
import type { Screen, SubScreen } from "./state/screen.ts";
import { TimekitPage } from "./timekit/timekit-page.tsx";
import { TunnelPage } from "./tunnel/tunnel-page.tsx";
import { words } from "./words.ts";

interface Props {
  readonly state: PageState;
  readonly view: ViewSignals;
}

/** The screen that is open, with its header; a first run takes the place of today's. */
export function Screens({ state, view }: Props) {
  const screen = state.screen.value;
  const before = usePrevious(screen.name);
  const anew = state.anew.value;
  const isAnew = usePrevious(anew) !== anew;
  useUnknownReveal(state, view);
  useProofSeen(state, view);
  if (screen.name === "delivery") {
    return (
      <Fragment key="delivery">
        <BackHeader state={state} title={words.delivery.title} focused />
        <DeliveryPage state={state} view={view} seq={screen.line.seq} />
      </Fragment>
    );
  }
  if (screen.name !== "today") {
    return (
      <Fragment key={screen.name}>
        <BackHeader state={state} title={titleOf(screen, view)} focused={!hasFocus(screen)} />
        <main class="content">
          <Page state={state} view={view} screen={screen} />
        </main>
      </Fragment>
    );
  }
  const step = view.setup.value;
  if (step !== "done") return <Setup key="setup" state={state} view={view} step={step} />;
  return (
    <Fragment key={`today ${anew}`}>
      <TodayHeader state={state} view={view} back={before !== undefined && before !== "today" && !isAnew} />
      <main class="content">
        <Status state={state} except={nothingCame(view) ? keyOfNotSetUp(state) : ""} />
        <Today state={state} view={view} />
      </main>
      <UnannouncedLine state={state} view={view} />
      <Footer state={state} view={view} />
    </Fragment>
  );
}

/** What an empty page says itself. */
function keyOfNotSetUp({ health }: PageState): string {
  const now = health.value;
  return now?.level === "not-set-up" ? now.trouble.key : "";
}

type Behind = Exclude<Screen, { name: "today" | "delivery" }>;

function Page({ state, view, screen }: Props & { screen: Behind }) {
  if (screen.name === "settings") return <SettingsPage state={state} view={view} field={screen.field} />;
  if (screen.name === "log") return <LogPage state={state} view={view} back={screen.back} />;
  if (screen.name === "day") return <DayPage state={state} view={view} day={screen.day} />;
  if (screen.name === "search") return <SearchPage state={state} view={view} />;
  if (screen.name === "booking")
    return <BookingPage key={screen.id} state={state} view={view} id={screen.id} />;
  const Sub = subPages[screen.name];
  return <Sub state={state} view={view} />;
}

const subPages: Readonly<Record<SubScreen["name"], typeof TunnelPage>> = {
  tunnel: TunnelPage,
  timekit: TimekitPage,
  gaps: GapsPage,
  proof: Proof,
  news: NewsPage,
  alerts: AlertsPage,
  keys: KeysPage,
  licences: LicencesPage,
};

const titleOf = (screen: Behind, view: ViewSignals) =>
  screen.name === "day" ? nameOfDate(screen.day, view.format.value) : words[screen.name].title;

/** Something in the page takes the focus itself. */
function hasFocus(screen: Behind): boolean {
  if (screen.name === "settings") return screen.field !== null;
  return screen.name === "search" || (screen.name === "log" && screen.back !== null);
}
