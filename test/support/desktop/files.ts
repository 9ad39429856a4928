import { mkdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { Env } from "./child.ts";

/** Writes a text file and the folders above it. */
export async function writeText(file: string, text: string): Promise<void> {
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, text);
}

/**
 * A session bus that starts nobody by itself: the stock configuration would start any installed
 * notification daemon on the first call, so that "nobody is there" could not be tested.
 */
export function busConfig(socket: string): string {
  return `<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig>
  <type>session</type>
  <listen>unix:path=${socket}</listen>
  <auth>EXTERNAL</auth>
  <policy context="default">
    <allow send_destination="*" eavesdrop="true"/>
    <allow eavesdrop="true"/>
    <allow own="*"/>
  </policy>
</busconfig>
`;
}

/** The line of dunst's action menu that its user will choose next. */
export function dunstChoice(env: Env): string {
  return join(env.XDG_RUNTIME_DIR ?? "", "dunst-choice");
}

/**
 * Everything stays until it is closed, nothing is merged, and what was closed can be read back. Dunst draws all in one
 * window, and ends (BadAlloc) when some hundreds make that higher than an X server can: more than 200 wait for room.
 */
export function dunstConfig(choice: string): string {
  return `[global]
    dmenu = grep --fixed-strings --max-count=1 --file="${choice}"
    font = Sans 10
    format = "<b>%s</b>\\n%b"
    history_length = 1000
    idle_threshold = 0
    ignore_dbusclose = false
    markup = full
    mouse_left_click = do_action, close_current
    notification_limit = 200
    offset = 10x40
    origin = top-right
    show_age_threshold = -1
    stack_duplicates = false
    sticky_history = true
    width = (0, 320)
[urgency_low]
    timeout = 0
[urgency_normal]
    timeout = 0
[urgency_critical]
    timeout = 0
`;
}

/** One panel along the top: task list, space, tray. */
export const panelConfig = `<?xml version="1.0" encoding="UTF-8"?>
<channel name="xfce4-panel" version="1.0">
  <property name="configver" type="int" value="2"/>
  <property name="panels" type="array">
    <value type="int" value="1"/>
    <property name="panel-1" type="empty">
      <property name="position" type="string" value="p=6;x=0;y=0"/>
      <property name="position-locked" type="bool" value="true"/>
      <property name="length" type="uint" value="100"/>
      <property name="size" type="uint" value="28"/>
      <property name="plugin-ids" type="array">
        <value type="int" value="1"/>
        <value type="int" value="2"/>
        <value type="int" value="3"/>
      </property>
    </property>
  </property>
  <property name="plugins" type="empty">
    <property name="plugin-1" type="string" value="tasklist"/>
    <property name="plugin-2" type="string" value="separator">
      <property name="expand" type="bool" value="true"/>
      <property name="style" type="uint" value="0"/>
    </property>
    <property name="plugin-3" type="string" value="systray">
      <property name="square-icons" type="bool" value="true"/>
    </property>
  </property>
</channel>
`;
