import type { Invitation } from "../../common/invitation.ts";
import { type ResolveProxy, routeTo } from "../../main/receivers/relay/route.ts";
import { aRelay, aTeam } from "./relay.ts";
import { aLaptop } from "./relay-laptop.ts";
import { aCertificate, aTlsDoor, type Secrets } from "./tls-door.ts";

/** A relay as it stands on the internet, behind TLS for laptops and for Timekit, until the test ends. */
export async function aWssRelay(given?: Secrets) {
  const world = await aTeam();
  const relay = await aRelay(world);
  const secrets = given ?? (await aCertificate());
  const [door, front] = [await aTlsDoor(secrets, world.server.port), await aTlsDoor(secrets, world.webPort)];
  const seat = await world.seat("anna");
  const invitation: Invitation = {
    ...seat,
    nats: [`wss://localhost:${door.port}`],
    hook: seat.hook.replace(world.team.web, `https://localhost:${front.port}`),
  };
  return { world, relay, secrets, door, front, invitation };
}

/** How it ends to open the way of that laptop, and to close it: the problem's code, undefined = well. */
export const endOfOpening = ({ provider }: Pick<ReturnType<typeof aLaptop>, "provider">) =>
  provider.open(1, new AbortController().signal).then(
    (tunnel) => tunnel.close(),
    ({ code }) => code,
  );

/** A laptop that trusts that certificate, in a network where the system says so of proxies. */
export const aLaptopTrusting = (invitation: Invitation, ca: string, resolveProxy: ResolveProxy) =>
  aLaptop(invitation, {
    routeTo: (url, signal) => ({ ...routeTo(url, resolveProxy, signal), ca }),
  });
