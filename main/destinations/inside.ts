import { isIPv4 } from "node:net";

// A URL's host name as its parser gives it: IPv4 with four parts in decimal, however it was spelt; IPv6 in brackets.

/** RFC 6761, 6762, 8375 and the one that ICANN keeps for this: nobody on the internet has such a name. */
const insideName = /\.(?:localhost|local|lan|home\.arpa|internal)$/;
/** Where a cloud's computers ask who they are: not link-local, or by name. */
const metadata: ReadonlySet<string> = new Set(["metadata.google.internal", "[fd00:ec2::254]"]);

/** Whether it belongs to this computer or the home network, so that nothing said in clear leaves the house. */
export function isInside(hostname: string): boolean {
  const name = withoutDot(hostname);
  const v4 = ipv4In(name);
  if (v4) return isInsideV4(v4);
  if (name.startsWith("[")) return name === "[::1]" || /^\[(?:f[cd][\da-f]{2}|fe[89ab][\da-f]):/.test(name);
  return !name.includes(".") || insideName.test(name);
}

/** Whether it is one that gives a computer of a cloud its keys, and is nobody's receiver. */
export const isReserved = (hostname: string): boolean =>
  ipv4In(withoutDot(hostname))?.startsWith("169.254.") || metadata.has(withoutDot(hostname));

/** Whether it is this computer itself. */
export const isLoopback = (hostname: string): boolean => {
  const name = withoutDot(hostname);
  return name === "[::1]" || /(?:^|\.)localhost$/.test(name) || Boolean(ipv4In(name)?.startsWith("127."));
};

/** A name may end in the dot of the root. */
export const withoutDot = (hostname: string): string => hostname.replace(/\.$/, "");

function isInsideV4(address: string): boolean {
  const [first = 0, second = 0] = address.split(".").map(Number);
  return (
    first === 127 ||
    first === 10 ||
    (first === 172 && second >= 16 && second < 32) ||
    (first === 192 && second === 168)
  );
}

/** The IPv4 address that it is, or that an IPv6 one carries: mapped, compatible, or by NAT64. Null where there is none. */
function ipv4In(name: string): string | null {
  if (isIPv4(name)) return name;
  const [, high, low] = /^\[(?:::(?:ffff:)?|64:ff9b::)([\da-f]{1,4}):([\da-f]{1,4})\]$/.exec(name) ?? [];
  if (high === undefined || low === undefined) return null;
  return [high, low]
    .map((part) => Number.parseInt(part, 16))
    .flatMap((part) => [part >> 8, part & 255])
    .join(".");
}
