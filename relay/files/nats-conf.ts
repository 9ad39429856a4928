import type { Place } from "./place.ts";

/** One server of a cluster. */
export interface Node {
  /** What the cluster is called. */
  readonly cluster: string;
  readonly host: string;
  readonly others: readonly string[];
}

/** The server's own configuration; who there is comes from accounts.conf beside it. */
export const natsConf = (
  { listen, data, config }: Place,
  node: Node | null,
): string => `server_name: "${node?.host ?? "bell"}"
listen: "${listen.own}"
# What it is doing, for this host only: /healthz?js-enabled-only=true, /jsz
http: "127.0.0.1:8222"
max_payload: 1MB
# A laptop that is gone is noticed within a minute.
ping_interval: "20s"
# The default is two seconds, in which a laptop that has just woken may not have signed.
authorization { timeout: 10 }
# Caddy stands before it, and has the certificate. Compression is off unless asked for: leave it so.
websocket { listen: "${listen.webSocket}", no_tls: true }
# "always": what was acknowledged is on the disk, also after a power cut. The default is to write every two minutes.
jetstream { store_dir: "${data}/jetstream", max_file: 4GB, sync_interval: always }
include "accounts.conf"
${node ? clusterOf(node, config) : ""}`;

/** Bookings go from server to server, so each shows the others that it has the key of the cluster's one certificate. */
const clusterOf = ({ cluster, others }: Node, config: string) => `cluster {
  name: "${cluster}"
  listen: "0.0.0.0:6222"
  tls { cert_file: "${config}/cluster.pem", key_file: "${config}/cluster.key", ca_file: "${config}/cluster.pem" }
  routes: [${others.map((host) => `"nats-route://${host}:6222"`).join(", ")}]
}
`;
