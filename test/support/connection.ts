import type { TimekitView } from "../../common/timekit.ts";
import type { Settings } from "../../main/settings/schema.ts";
import { createConnection } from "../../main/sources/timekit/connection.ts";
import { aTimekitApi } from "./timekit-client.ts";

/** A connection to the stand-in, with its settings in memory; `where.hook` is the public address. */
export async function aConnection(options: Parameters<typeof aTimekitApi>[1] = {}, passed = () => 0) {
  const { api, timekit, now } = await aTimekitApi({}, options, passed);
  let settings = {
    graphs: [],
    webhooks: [],
    resource: null,
    watermark: null,
    silentUntil: null,
  } as Partial<Settings> as Settings;
  const kept = {
    get: <Key extends keyof Settings>(key: Key) => settings[key],
    change(part: Partial<Settings>) {
      settings = { ...settings, ...part };
    },
  };
  const where = { hook: "https://first.example/hooks/timekit/token" as string | null };
  const views: TimekitView[] = [];
  const faults: unknown[] = [];
  const connection = createConnection({
    api,
    settings: kept,
    hasKey: () => true,
    hook: () => where.hook,
    now,
    onView: (view) => views.push(view),
    onFault: (error) => faults.push(error),
  });
  const on = () => {
    const view = connection.view();
    if (view.state !== "on") throw new Error(`Not connected: ${view.state}`);
    return view;
  };
  return { api, connection, timekit, now, where, views, faults, kept, on };
}
