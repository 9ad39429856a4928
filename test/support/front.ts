import { mkdir, readFile, writeFile } from "node:fs/promises";
import { request } from "node:https";
import { connect } from "node:net";
import path from "node:path";
import { createCertificate } from "./certificate.ts";
import { Child } from "./desktop/child.ts";
import { eventually } from "./eventually.ts";
import { freePort } from "./system.ts";

/** The web server on a server of one's own: real nginx, with TLS, on 127.0.0.1. */
export interface Front {
  /** "https://127.0.0.1:PORT" */
  readonly url: string;
  /** PEM of the certificate to trust; NODE_EXTRA_CA_CERTS takes `caFile`. */
  readonly ca: string;
  readonly caFile: string;
  stop(): Promise<void>;
}

/**
 * Passes all requests to a unix socket, as in docs/self-hosted.md, up to 26 MB; keeps all its files in `dir`. What is
 * below `blocked` it refuses.
 */
export async function startFront(
  dir: string,
  { socket, blocked = "" }: { readonly socket: string; readonly blocked?: string },
): Promise<Front> {
  const caFile = path.join(dir, "front.pem");
  await createCertificate(caFile, path.join(dir, "front.key"));
  const port = await freePort();
  const config = path.join(dir, "nginx.conf");
  await mkdir(path.join(dir, "nginx"));
  await writeFile(config, nginxConfig(dir, port, socket, blocked));
  const log = ["-e", path.join(dir, "nginx", "error.log")];
  const server = new Child("/usr/sbin/nginx", ["-p", dir, "-c", config, ...log], {});
  await server.ready(eventually(() => answers(port)));
  return {
    url: `https://127.0.0.1:${port}`,
    ca: await readFile(caFile, "utf8"),
    caFile,
    stop: () => server.end(),
  };
}

/** Posts a delivery on a new connection, as Timekit would. */
export function post(
  { url, ca }: Front,
  body: Uint8Array,
  headers = {},
  pathname = "/hook",
): Promise<{ status: number; text: string }> {
  return new Promise((resolve, reject) => {
    const sending = request(`${url}${pathname}`, { method: "POST", ca, headers, agent: false }, (answer) => {
      const parts: Buffer[] = [];
      answer.on("data", (part) => parts.push(part));
      answer.on("end", () =>
        resolve({ status: answer.statusCode ?? 0, text: Buffer.concat(parts).toString() }),
      );
      answer.on("error", reject);
    });
    sending.on("error", reject);
    sending.end(body);
  });
}

function nginxConfig(dir: string, port: number, socket: string, blocked: string): string {
  const folders = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"];
  return `
    daemon off;
    # One process, so that none is left behind.
    master_process off;
    pid ${dir}/nginx/pid;
    events { worker_connections 1024; }
    http {
      access_log off;
      ${folders.map((name) => `${name}_temp_path ${dir}/nginx/${name};`).join("\n")}
      server {
        listen 127.0.0.1:${port} ssl;
        ssl_certificate ${dir}/front.pem;
        ssl_certificate_key ${dir}/front.key;
        ${blocked && `location ${blocked} { return 403; }`}
        location / {
          proxy_pass http://unix:${socket}:;
          proxy_set_header Host $host;
          client_max_body_size 26m;
          proxy_request_buffering off;
          proxy_read_timeout 9s;
        }
      }
    }
  `;
}

function answers(port: number): Promise<true | null> {
  return new Promise((resolve) => {
    const socket = connect(port, "127.0.0.1", () => {
      socket.destroy();
      resolve(true);
    });
    socket.once("error", () => resolve(null));
  });
}
