import { acting } from "./acting.ts";
import { activity, failures, told } from "./activity.ts";
import { address } from "./address.ts";
import { agenda } from "./agenda.ts";
import { alerts, projects } from "./alerts.ts";
import { app } from "./app.ts";
import { booking } from "./booking.ts";
import { calcom } from "./calcom.ts";
import { calendly } from "./calendly.ts";
import { copy, header, pause, status } from "./chrome.ts";
import { day } from "./day.ts";
import { destination, destinations } from "./destinations.ts";
import { appearance, general, hotkey, keys } from "./general.ts";
import { health } from "./health.ts";
import { licences } from "./licences.ts";
import { delivery, log } from "./log.ts";
import { messages } from "./messages.ts";
import { outages } from "./outages.ts";
import { palette } from "./palette.ts";
import { presenting } from "./presenting.ts";
import { privacy } from "./privacy.ts";
import { proof } from "./proof.ts";
import { quiet } from "./quiet.ts";
import { reach } from "./reach.ts";
import { reminders } from "./reminders.ts";
import { requests } from "./requests.ts";
import { rules } from "./rules.ts";
import { search } from "./search.ts";
import { secret, secrets, signing, unchecked } from "./secrets.ts";
import { service, services } from "./services.ts";
import { alsoFound, settings } from "./settings.ts";
import { setup } from "./setup.ts";
import { sources } from "./sources.ts";
import { timekit } from "./timekit.ts";
import { tunnel } from "./tunnel.ts";
import { unannounced } from "./unannounced.ts";
import { electron, updates } from "./updates.ts";
import { webhooks } from "./webhooks.ts";
import { zapier } from "./zapier.ts";

/** Every word the page shows or speaks. The page's alone: what main says is imported subject by subject. */
export const words = {
  acting,
  activity,
  address,
  agenda,
  alerts,
  alsoFound,
  app,
  appearance,
  booking,
  calcom,
  calendly,
  copy,
  day,
  delivery,
  destination,
  destinations,
  electron,
  failures,
  general,
  header,
  health,
  hotkey,
  keys,
  licences,
  log,
  messages,
  outages,
  palette,
  pause,
  presenting,
  privacy,
  projects,
  proof,
  quiet,
  reach,
  reminders,
  requests,
  rules,
  search,
  secret,
  secrets,
  service,
  services,
  settings,
  setup,
  signing,
  status,
  sources,
  timekit,
  told,
  tunnel,
  unannounced,
  unchecked,
  updates,
  webhooks,
  zapier,
} as const;
