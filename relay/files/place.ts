/** Where the parts are to each other. */
export interface Place {
  /** The server's WebSocket, and its own port, which nobody else may reach. */
  readonly nats: string;
  readonly listen: { readonly own: string; readonly webSocket: string };
  readonly relay: string;
  /** Where the relay finds its files. */
  readonly folder: string;
  /** Where the server finds its files. */
  readonly config: string;
  /** Where the server keeps bookings and accounts. */
  readonly data: string;
}

/** Where laptops come to on the host of that name. */
export const doorOf = (host: string): string => `wss://${host}/nats`;

export const placeOf = (containers: boolean): Place => (containers ? inContainers : onOneHost);

const inContainers: Place = {
  nats: "nats:8080",
  // Within the containers' own network only.
  listen: { own: "0.0.0.0:4222", webSocket: "0.0.0.0:8080" },
  relay: "relay:8081",
  folder: "/relay",
  config: "/etc/nats",
  data: "/data",
};

const onOneHost: Place = {
  nats: "127.0.0.1:8080",
  listen: { own: "127.0.0.1:4222", webSocket: "127.0.0.1:8080" },
  relay: "127.0.0.1:8081",
  // What systemd gives the unit of its LoadCredential lines.
  folder: "/run/credentials/bookbell-relay.service",
  config: "/etc",
  data: "/var/lib/nats",
};
