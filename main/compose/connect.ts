import { problem } from "../../common/problems.ts";
import type { SecretName } from "../../common/secrets.ts";
import { pageSettings } from "../../common/settings.ts";
import { serviceOf, signingNames } from "../../common/sources.ts";
import { homepage } from "../../package.json";
import type { createSupervisor } from "../store/thread/supervisor.ts";
import type { createUpdates } from "../updates/updates.ts";
import { openLink } from "../window/open-link.ts";
import type { Calendar } from "./calendar.ts";
import type { Desktop } from "./desktop.ts";
import type { Destinations } from "./destinations.ts";
import type { Profile } from "./profile.ts";
import type { Reception } from "./reception.ts";
import type { Services } from "./services.ts";

/** All that can hear of one another. */
export interface Connected {
  readonly profile: Profile;
  readonly desktop: Desktop;
  readonly store: ReturnType<typeof createSupervisor>;
  readonly reception: Reception;
  readonly services: Services;
  readonly calendar: Calendar;
  readonly destinations: Destinations;
  readonly updates: ReturnType<typeof createUpdates>;
  onFault(error: unknown): void;
}

/** In the browser. @throws WorldError link-not-opened */
export const openReleases = () => openLink(new URL(`${homepage}/releases/latest`));

/** Has each part told of what happens in the others; to be called once all are built, and before anything is started. */
export function connect({
  profile,
  desktop,
  store,
  reception,
  services,
  calendar,
  destinations,
  updates,
  onFault,
}: Connected) {
  const { settings, secrets, addresses, model } = profile;
  const { receiver, tunnels, proof, relay } = reception;
  /** Nobody waits for it, and what fails is logged. */
  const begin = (job: () => Promise<unknown>) => void job().catch(onFault);

  store.onProblem((store) => {
    model.update({ store });
    tunnels.kept(store === null);
    relay.kept(store === null);
    if (store !== null) return;
    settings.saveHeld();
    begin(() => calendar.changed());
  });
  store.onRecovered((how) => model.update({ recovered: problem(how) }));

  receiver.onTaken(({ taken }) => {
    const id = "bookingId" in taken ? taken.bookingId : null;
    if (id !== null && serviceOf({ id }) === "timekit" && !proof.isTest(id)) services.timekit.posted();
    begin(() => calendar.changed(taken));
    begin(services.timekit.lookAtClock);
  });
  receiver.onCounted(() => begin(calendar.counted));
  calendar.alerts.onTold(({ bookingId, shown }) => proof.told(bookingId, shown));
  reception.onTestRemoved(() => begin(() => calendar.changed()));

  tunnels.onAddress(() => begin(services.addressChanged));
  tunnels.onReceiving(() => begin(services.sync));
  tunnels.onWake(() => begin(services.sync));
  services.onKept(() => begin(() => calendar.changed()));
  calendar.onChanged(destinations.wake);

  for (const name of ["timekit", "calcom", "calendly"] as const)
    addresses[name].onRenewed(() => begin(services.addressChanged));
  for (const address of Object.values(addresses))
    address.onOldEnded(() => begin(() => calendar.clearTally("oldAddress")));
  relay.onCatchingUp(calendar.alerts.hold);
  secrets.onChange((name) => {
    if (name === "signing") begin(() => calendar.clearTally("unsigned"));
    if (isSigning(name)) begin(async () => relay.checkAgain());
  });

  settings.watch(["resource"], () => begin(services.sync));
  settings.watch(["resource", ...shownOrTold], () => begin(() => calendar.changed()));

  // Its link may have gone since the menu was drawn: the booking says so.
  desktop.onJoin((id) => void calendar.join(id).catch(() => desktop.reveal(id)));
  desktop.onCopyAddress(() => void reception.copyAddress("timekit", null).catch(desktop.open));
  // A meeting may have begun since the menu was drawn.
  desktop.onUpdate(() => {
    if (!calendar.inMeeting()) updates.install();
  });
  desktop.onReleases(() => begin(openReleases));
  desktop.window.onHidden(() => begin(calendar.confirmNow));
  // What is on the screen already has names.
  desktop.onPresenting(() => begin(calendar.alerts.withdrawAll));
}

const isSigning = (name: SecretName) => Object.values<SecretName>(signingNames).includes(name);

/** How bookings are shown, and of which ones the user is told. */
const shownOrTold = Object.keys(pageSettings.shape) as (keyof typeof pageSettings.shape)[];
