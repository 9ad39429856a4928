import type { Place } from "./place.ts";

/** One public door for both: booking services post to it, laptops keep a WebSocket to it. */
export const caddyfile = (hosts: readonly string[], { nats, relay }: Place): string => `${hosts.join(", ")} {
\thandle_path /nats* {
\t\treverse_proxy ${nats}
\t}
\thandle {
\t\trequest_body {
\t\t\tmax_size 300KB
\t\t}
\t\treverse_proxy ${relay}
\t}
}
`;
