import { nodeFlags } from "./node-flags.ts";

const ofCluster = `    ports: ["6222:6222"]
`;
const certificates = ["cluster.pem", "cluster.key"]
  .map(
    (name) => `      - ./${name}:/etc/nats/${name}:ro
`,
  )
  .join("");

/** Three services and one network; nothing is published but Caddy's two ports, and that for the others of a cluster. */
export const composeYaml = (inCluster: boolean): string => `services:
  nats:
    image: nats:2.15
    command: ["-c", "/etc/nats/nats.conf"]
    volumes:
      - ./nats.conf:/etc/nats/nats.conf:ro
      - ./accounts.conf:/etc/nats/accounts.conf:ro
${inCluster ? certificates : ""}      - nats:/data
${inCluster ? ofCluster : ""}    stop_grace_period: 30s
    restart: unless-stopped
  relay:
    image: node:22-bookworm-slim
    command: ["node", "${nodeFlags}", "/relay/bookbell-relay.mjs", "serve"]
    env_file: relay.env
    user: "1000:1000"
    read_only: true
    cap_drop: [ALL]
    security_opt: ["no-new-privileges:true"]
    mem_limit: 256m
    volumes:
      - ./bookbell-relay.mjs:/relay/bookbell-relay.mjs:ro
      - ./relay.creds:/relay/relay.creds:ro
      - ./token:/relay/token:ro
    depends_on: [nats]
    restart: unless-stopped
  caddy:
    image: caddy:2
    ports: ["80:80", "443:443"]
    volumes:
      - ./Caddyfile:/etc/caddy/Caddyfile:ro
      - caddy:/data
    depends_on: [nats, relay]
    restart: unless-stopped
volumes:
  nats:
  caddy:
`;
