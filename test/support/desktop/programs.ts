import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { nameOwned } from "./bus.ts";
import type { Child, Env } from "./child.ts";
import { busConfig, dunstChoice, dunstConfig, panelConfig, writeText } from "./files.ts";

/** What starts a program: it is kept for the end before it is ready, so that none is left behind. */
export type Start = (program: string, args: readonly string[], env: Env) => Child;

/** A virtual screen on a free display, which it returns (":99"). */
export async function startScreen(start: Start, env: Env): Promise<string> {
  const options = ["-screen", "0", "1280x900x24", "-nolisten", "tcp", "-noreset"];
  const display = await start("Xvfb", ["-displayfd", "3", ...options], env).printed(/^\d+$/);
  return `:${display}`;
}

/** A session bus of its own; returns its address. */
export async function startBus(start: Start, env: Env, dir: string): Promise<string> {
  const config = join(dir, "bus.conf");
  await writeText(config, busConfig(join(dir, "bus")));
  return start("dbus-daemon", ["--config-file", config, "--nofork", "--print-address"], env).printed(
    /^unix:/,
  );
}

/** Dunst with settings of its own; returns its pid. */
export async function startDunst(start: Start, env: Env, dir: string): Promise<number> {
  const config = join(dir, "dunstrc");
  await writeText(config, dunstConfig(dunstChoice(env)));
  const dunst = start("dunst", ["-conf", config], env);
  await dunst.ready(nameOwned(env, "org.freedesktop.Notifications"));
  return dunst.pid;
}

/** Openbox, ready when it manages windows: it owns no name on the bus, but runs a command then. */
export async function startWindowManager(start: Start, env: Env): Promise<void> {
  await start("openbox", ["--startup", "echo managing"], env).printed(/^managing$/);
}

/** Xfce's panel as host of the tray. */
export async function startPanel(start: Start, env: Env): Promise<void> {
  const config = join(env.XDG_CONFIG_HOME ?? "", "xfce4/xfconf/xfce-perchannel-xml/xfce4-panel.xml");
  await writeText(config, panelConfig);
  const settings = start(await programOf("org.xfce.Xfconf", env), [], env);
  await settings.ready(nameOwned(env, "org.xfce.Xfconf"));
  const panel = start("xfce4-panel", ["--disable-wm-check"], env);
  await panel.ready(nameOwned(env, "org.kde.StatusNotifierWatcher"));
}

// Such programs are not on the path, and this bus doesn't start them: their service file names them.
async function programOf(service: string, env: Env): Promise<string> {
  for (const folder of (env.XDG_DATA_DIRS ?? "/usr/local/share:/usr/share").split(":")) {
    const text = await readFile(join(folder, "dbus-1/services", `${service}.service`), "utf8").catch(
      () => "",
    );
    const program = /^Exec=(\S+)/m.exec(text)?.[1];
    if (program) return program;
  }
  throw new Error(`${service} is not installed`);
}
