import { mkdir, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Child, type Env } from "./child.ts";
import { type Start, startBus, startDunst, startPanel, startScreen, startWindowManager } from "./programs.ts";

export interface DesktopOptions {
  readonly daemon?: "dunst" | "none";
  readonly windowManager?: boolean;
  readonly panel?: boolean;
  /** On top of what the desktop sets: LANG, TZ and whatever the program under test needs. */
  readonly env?: Env;
}

/** A private desktop: its own screen, session bus and home folder. */
export interface Desktop {
  readonly env: Env;
  /** Removed by `stop`. */
  readonly dir: string;
  /** Starts dunst, for a desktop begun without it or left by it; returns its pid. */
  startDaemon(): Promise<number>;
  /** Ends every program of the desktop and removes its folder. */
  stop(): Promise<void>;
}

/** Starts a private desktop, which is ready when this settles. */
export async function startDesktop(options: DesktopOptions = {}): Promise<Desktop> {
  const dir = await mkdtemp(join(tmpdir(), "bookbell-desktop-"));
  const children: Child[] = [];
  let stopped = false;
  const start: Start = (program, args, env) => {
    if (stopped) throw new Error(`The desktop was stopped before ${program} started`);
    const child = new Child(program, args, env);
    children.push(child);
    return child;
  };
  const stop = async () => {
    stopped = true;
    // Clients first: without their screen and bus they would end with noise or hang.
    const ended = children.splice(0).reverse();
    const servers = ended.splice(-2);
    await Promise.all(ended.map((child) => child.end()));
    await Promise.all(servers.map((child) => child.end()));
    await rm(dir, { recursive: true, force: true, maxRetries: 5 });
  };
  try {
    const home = await homeIn(dir);
    const [DISPLAY, DBUS_SESSION_BUS_ADDRESS] = await Promise.all([
      startScreen(start, home),
      startBus(start, home, dir),
    ]);
    const env = { ...home, DISPLAY, DBUS_SESSION_BUS_ADDRESS, ...options.env };
    const startDaemon = () => startDunst(start, env, dir);
    await Promise.all([
      options.daemon === "none" ? undefined : startDaemon(),
      options.windowManager ? startWindowManager(start, env) : undefined,
      options.panel ? startPanel(start, env) : undefined,
    ]);
    return { env, dir, startDaemon, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

// Built from nothing: the desktop of whoever runs the tests must not show through.
async function homeIn(dir: string): Promise<Env> {
  const folders = {
    HOME: join(dir, "home"),
    TMPDIR: join(dir, "tmp"),
    XDG_CACHE_HOME: join(dir, "home/.cache"),
    XDG_CONFIG_HOME: join(dir, "home/.config"),
    XDG_DATA_HOME: join(dir, "home/.local/share"),
    XDG_RUNTIME_DIR: join(dir, "run"),
    XDG_STATE_HOME: join(dir, "home/.local/state"),
  };
  for (const folder of Object.values(folders)) await mkdir(folder, { recursive: true, mode: 0o700 });
  return {
    ...folders,
    PATH: process.env.PATH ?? "",
    LANG: "C.UTF-8",
    TZ: "UTC",
    XDG_SESSION_TYPE: "x11",
    // Nobody listens there: the machine's own system bus stays out of the tests.
    DBUS_SYSTEM_BUS_ADDRESS: `unix:path=${join(dir, "no-system-bus")}`,
    // Services that this bus doesn't start; programs would wait for them or complain.
    GIO_USE_VFS: "local",
    GSETTINGS_BACKEND: "memory",
    NO_AT_BRIDGE: "1",
  };
}
