import path from "node:path";
import { parseArgs } from "node:util";
import { apply } from "./admin/apply.ts";
import { doctor } from "./admin/doctor.ts";
import { init, renewToken } from "./admin/init.ts";
import { openKeyFolder } from "./admin/key-folder.ts";
import { Refused } from "./admin/refused.ts";
import { change, invitationAgain, invite, revoke } from "./admin/seats.ts";
import { list } from "./admin/standing.ts";
import type { TeamChoices } from "./admin/team.ts";
import { doorOf } from "./files/place.ts";
import { standingLine } from "./standing-line.ts";

export const usage = `bookbell-relay, for whoever runs a team's relay:
  serve                          run the relay, as BOOKBELL_RELAY_… in the environment say
  init --host relay.example.com --team acme [--name "Acme"] [--keep-days 14] [--no-containers]
       [--nodes a.example.com,b.example.com,c.example.com]
                                 make keys, and the files for the server, or for each of three of a cluster; without --host
                                 and --team only the files, anew
  apply                          have server and stream be as the keys say
  invite anna [--projects a,b] [--resource r] [--days 365] [--registers] [--key U…]
                                 give anna's laptop a seat, and print its invitation: it is a secret; with the key that
                                 her Bookbell shows, it is of no use to anybody else
  invitation anna                print anna's invitation again, as it is now
  list                           who has a seat, who was seen when, what waits
  change anna [--projects a,b] [--resource r]
                                 have anna read another share of the bookings; none given = all
  revoke anna                    take the seat away, at once
  renew-token                    a new address for booking services; the one before counts for a day
  doctor                         look at all that would lose bookings
Keys are in ./bookbell-relay/keys, or --dir: back that folder up, and keep it off the server.
`;

export interface CliParts {
  /** The relay's own program. */
  readonly program: string;
  now(): number;
  /** For whoever reads, or a file; what else is said goes to \`warn\`. */
  print(line: string): void;
  warn(line: string): void;
}

const options = {
  dir: { type: "string", default: "bookbell-relay" },
  host: { type: "string" },
  team: { type: "string" },
  name: { type: "string" },
  "keep-days": { type: "string", default: "14" },
  nodes: { type: "string" },
  "no-containers": { type: "boolean", default: false },
  projects: { type: "string" },
  resource: { type: "string" },
  days: { type: "string" },
  registers: { type: "boolean", default: false },
  key: { type: "string" },
} as const;

const dayMs = 86_400_000;
const secretLine = "Whoever has this line reads the team's bookings: hand it over as you would a password.";

/** Runs one command, and returns the exit code. */
export async function runCommand(args: readonly string[], parts: CliParts): Promise<number> {
  const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true });
  const [command, seat = ""] = positionals;
  const keys = openKeyFolder(path.join(values.dir, "keys"));
  const admin = { keys, now: parts.now };
  const serverFolder = path.join(values.dir, "server");
  const share = {
    projects: values.projects?.split(",") ?? [],
    resource: values.resource ?? null,
  };
  switch (command) {
    case "init": {
      const containers = !values["no-containers"];
      await init(choicesOf(values), { keys, serverFolder, program: parts.program, containers });
      parts.warn(`Written: ${serverFolder} for the server, ${keys.folder} for you alone.`);
      return 0;
    }
    case "apply":
      await apply(admin);
      parts.warn("Server and stream are as the keys say.");
      return 0;
    case "invite": {
      const until = values.days === undefined ? null : parts.now() + Number(values.days) * dayMs;
      const choices = { seat, ...share, until, registers: values.registers, key: values.key };
      const invitation = await invite(choices, admin);
      parts.warn(`It works. ${secretLine}`);
      parts.print(invitation);
      return 0;
    }
    case "invitation":
      parts.print(await invitationAgain(seat, admin));
      parts.warn(secretLine);
      return 0;
    case "list":
      for (const standing of await list(admin)) parts.print(standingLine(standing));
      return 0;
    case "change":
      await change(seat, share, admin);
      return 0;
    case "revoke":
      await revoke(seat, admin);
      parts.warn(`${seat} is out.`);
      return 0;
    case "renew-token": {
      const until = new Date(renewToken({ ...admin, serverFolder })).toISOString();
      parts.warn(
        `Copy ${path.join(serverFolder, "token")} to the server, and restart the relay. Whoever registers the webhooks ` +
          `needs their invitation again, then everybody else. The address before counts until ${until}.`,
      );
      return 0;
    }
    case "doctor": {
      const findings = await doctor(admin);
      for (const { ok, line } of findings) parts.print(`${ok ? "ok " : "BAD"} ${line}`);
      return findings.every(({ ok }) => ok) ? 0 : 1;
    }
    default:
      throw new Refused(usage);
  }
}

function choicesOf(
  values: { host?: string; team?: string; name?: string; nodes?: string } & Record<string, unknown>,
): TeamChoices | null {
  const { host, team, name = team } = values;
  if (!host || !team || !name) return null;
  const nodes = values.nodes?.split(",") ?? [];
  if (nodes.length !== 0 && new Set(nodes).size !== 3) throw new Refused("A cluster has three nodes.");
  return {
    team,
    name,
    web: `https://${host}`,
    doors: (nodes.length > 0 ? nodes : [host]).map(doorOf),
    keepDays: Number(values["keep-days"]),
    maxBytes: 2 ** 30,
    replicas: nodes.length > 0 ? 3 : 1,
    nodes,
  };
}
