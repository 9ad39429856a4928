import { problem } from "../../common/problems.ts";
import type { SettingsView } from "../../common/settings.ts";
import { words } from "../../common/words/page.ts";
import { Anchor } from "../form/anchor.tsx";
import { Card } from "../form/card.tsx";
import { OnOff } from "../form/on-off.tsx";
import { TextField } from "../form/text-field.tsx";
import type { PageState } from "../state/page-state.ts";

/** "7:30" as "07:30"; null when it is no time of day. */
function clockTimeOf(text: string): string | null {
  const time = text.trim().padStart(5, "0");
  return /^([01]\d|2[0-3]):[0-5]\d$/.test(time) ? time : null;
}

interface Props {
  readonly settings: SettingsView;
  readonly change: PageState["changeSettings"];
  readonly say: (text: string) => void;
}

/** When changes are listed without a notification. */
export function QuietHours({ settings, change, say }: Props) {
  const { quietHours, shortNotice } = settings;
  const changeHours = (part: Partial<SettingsView["quietHours"]>) =>
    change({ quietHours: { ...quietHours, ...part } });
  const time = { say, read: clockTimeOf, wrong: problem("not-a-time"), short: true } as const;
  return (
    <Card>
      <Anchor name="quietHours">
        <OnOff
          name={words.quiet.name}
          help={words.quiet.help}
          value={quietHours.on}
          choose={(on) => changeHours({ on })}
        />
      </Anchor>
      {quietHours.on && (
        <>
          <TextField
            {...time}
            name={words.quiet.from}
            help={words.quiet.fromHelp}
            value={quietHours.from}
            save={(from) => changeHours({ from })}
          />
          <TextField
            {...time}
            name={words.quiet.to}
            help={words.quiet.toHelp}
            value={quietHours.to}
            save={(to) => changeHours({ to })}
          />
        </>
      )}
      <Anchor name="shortNotice">
        <OnOff
          name={words.quiet.shortNotice}
          help={words.quiet.shortNoticeHelp}
          value={shortNotice}
          choose={(on) => change({ shortNotice: on })}
        />
      </Anchor>
    </Card>
  );
}
