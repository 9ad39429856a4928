import { operatorJwt, relayJwt, systemJwt, teamJwt } from "../admin/accounts.ts";
import { publicOf, type Team } from "../admin/team.ts";

/** Who there is, for nats.conf to include: those without whom nobody could tell the server of others. */
export async function accountsConf(team: Team, data: string): Promise<string> {
  const { seeds } = team;
  const first = [
    [seeds.system, await systemJwt(team)],
    [seeds.team, await teamJwt(team)],
    [seeds.relay, await relayJwt(team)],
  ] as const;
  return [
    `operator: "${await operatorJwt(team)}"`,
    `system_account: "${publicOf(seeds.system)}"`,
    `resolver { type: full, dir: "${data}/accounts", allow_delete: true, interval: "2m" }`,
    "resolver_preload {",
    ...first.map(([seed, jwt]) => `  ${publicOf(seed)}: "${jwt}"`),
    "}",
    "",
  ].join("\n");
}
