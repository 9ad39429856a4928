import { aboutInvitation, readInvitation } from "../../common/invitation.ts";
import type { Requests } from "../../common/ipc.ts";
import type { RelaySettings } from "../../common/tunnel-settings.ts";
import { words } from "../../common/words/page.ts";
import { Secret } from "../form/secret.tsx";
import type { ViewSignals } from "../state/view-signals.ts";
import { InvitationFile } from "./invitation-file.tsx";

interface Props {
  readonly view: ViewSignals;
  readonly ask: Pick<Requests, "secrets" | "tunnel">;
  readonly say: (text: string) => void;
}

const text = words.tunnel.relay;

/** The invitation to a team's relay, from a line or a file, and what it means for those who are booked. */
export function RelayForm({ view, ask, say }: Props) {
  const { relay } = view.tunnel.value;
  return (
    <>
      <p class="note soft">
        {relay ? text.ofTeam({ team: relay.team, days: relay.keepDays }) : text.privacy}
      </p>
      <Secret
        name="relay"
        secret={view.secrets.value.relay}
        set={ask.secrets.set}
        say={say}
        about={aboutLine}
      />
      <InvitationFile ask={ask.tunnel} say={say} about={aboutText} />
      {relay && <p class="note soft">{relay.registers ? text.registersHere : text.registersElsewhere}</p>}
    </>
  );
}

/** Nothing of what is no invitation yet: it may still be typed. */
function aboutLine(line: string) {
  const read = readInvitation(line);
  return typeof read === "string" ? null : <p class="help">{aboutText(aboutInvitation(read))}</p>;
}

const aboutText = ({ team, host, seat, keepDays, registers }: RelaySettings): string =>
  [text.about({ team, host, seat, days: keepDays }), ...(registers ? [text.registersHere] : [])].join(" ");
