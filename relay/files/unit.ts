import { nodeFlags } from "./node-flags.ts";

/** For systemd 250 and newer; nats-server and Caddy bring units of their own. */
export const relayUnit = `[Unit]
Description=Bookbell relay
After=network-online.target nats-server.service
Wants=network-online.target

[Service]
ExecStart=/usr/bin/node ${nodeFlags} /opt/bookbell-relay/bookbell-relay.mjs serve
EnvironmentFile=/opt/bookbell-relay/relay.env
LoadCredential=relay.creds:/opt/bookbell-relay/relay.creds
LoadCredential=token:/opt/bookbell-relay/token
DynamicUser=yes
Restart=always
RestartSec=1
TimeoutStopSec=10
MemoryMax=256M
NoNewPrivileges=yes
ProtectSystem=strict
ProtectHome=yes
PrivateDevices=yes
PrivateTmp=yes
ProtectKernelTunables=yes
ProtectKernelModules=yes
ProtectControlGroups=yes
RestrictAddressFamilies=AF_INET AF_INET6
RestrictNamespaces=yes
LockPersonality=yes
SystemCallArchitectures=native
SystemCallFilter=@system-service
CapabilityBoundingSet=

[Install]
WantedBy=multi-user.target
`;
