import type { HowTold } from "../../common/activity.ts";
import { type TimeFormat, timeOf } from "../../common/time.ts";
import { words } from "../../common/words/page.ts";
import { momentOf } from "../text/moment.ts";

type Silent = Extract<HowTold, { how: "silent" }>;

const second = 1_000;
const minute = 60 * second;

/** How the user was told of a change, or why not, in a sentence without its full stop. */
export function toldText(told: HowTold, now: number, format: TimeFormat): string {
  if (told.how === "silent") return silentText(told, now, format);
  if (told.how === "together") return words.told.together;
  if (told.how === "waiting") return told.tried ? words.told.waiting : words.told.underWay;
  const { afterMs, waited, again } = told;
  const span = spanOf(afterMs);
  const said = span === "" ? words.told.atOnce : words.told[waited ? "waited" : "after"]({ span });
  return again ? words.commaJoined([said, words.told.again]) : said;
}

/** "0.3 s", "12 s", "1 h 5 min"; empty where nobody would notice. */
function spanOf(ms: number): string {
  if (ms < second / 20) return "";
  if (ms < 10 * second) return words.spans.seconds({ count: Math.max(1, Math.round(ms / 100)) / 10 });
  if (ms < minute) return words.spans.seconds({ count: Math.round(ms / second) });
  return words.spans.hoursAndMinutes(Math.round(ms / minute));
}

function silentText({ outcome, why }: Silent, now: number, format: TimeFormat): string {
  const said = words.told;
  if (outcome === "past" || outcome === "seen" || outcome === "failed" || outcome === "known")
    return said[outcome];
  const listed = outcome === "quiet";
  switch (why?.code) {
    case "kind":
      return listed ? said.listedForKind(why) : said.ignoredForKind(why);
    case "project":
      return listed ? said.listedForProject : said.ignoredForProject;
    case "no-rule":
      return listed ? said.listedUnknown : said.ignored;
    case "resource":
      return said.otherResource;
    case "quiet-hours":
      return said.quietHours({ until: clockOf(why.until, format) });
    case "paused":
      return why.until === null ? said.paused : said.pausedUntil({ until: momentOf(why.until, now, format) });
    default:
      return outcome === "paused"
        ? said.paused
        : said.unrecorded({ said: said[listed ? "listed" : "ignored"] });
  }
}

/** A clock's time of the settings, as times are written. */
function clockOf(time: string, format: TimeFormat): string {
  const [hours = 0, minutes = 0] = time.split(":").map(Number);
  return timeOf(Date.UTC(2026, 0, 1, hours, minutes), { ...format, zone: "UTC" });
}
