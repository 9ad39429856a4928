import type { AgendaItem } from "../../common/agenda.ts";
import { booking, item, person } from "./views.ts";

const long = "Wolfeschlegelsteinhausenbergerdorffwelchevoralternwarengewissenhaftschaferswessenschafewaren";

export const hostileDay: readonly AgendaItem[] = [
  item(
    booking("long", "15:00", "16:00", {
      customer: person(`${long} von und zu Hohenzollern-Sigmaringen`),
      subject: `${"A subject that never ends, ".repeat(8)}really`,
      place: "The very long corridor on the left behind the second door of the third floor, Building 12b",
    }),
    { phase: "next" },
  ),
  item(
    booking("markup", "16:00", "17:00", {
      customer: person('<img src=x onerror="window.pwned=1"><b>Bold</b>'),
      subject: "<script>window.pwned=1</script> & &amp; </p>",
    }),
  ),
  item(
    booking("rtl", "17:00", "18:00", {
      customer: person("\u202eevil\u202d نور الهدى"),
      subject: "اجتماع (3) ‏!",
      place: "\u2067قاعة",
    }),
  ),
  item(
    booking("emoji", "18:00", "19:00", {
      status: "asked",
      customer: person("👩‍👩‍👧‍👦 🏳️‍🌈 Z̸̡̛̤̜a̷̢̱̎l̵̰͋g̷̈́o̴͑"),
      subject: "line one\nline two\tand a tab",
    }),
  ),
  item(
    booking("unknown", "19:00", "20:00", {
      status: "unknown",
      native: { graph: "instant", state: "some_state_of_the_year_2031_that_nobody_has_heard_of" },
      customer: person("   "),
    }),
  ),
  item(booking("held", "20:00", "21:00", { status: "held", customer: person("山田太郎") })),
];
