import { execFile } from "node:child_process";
import { access, constants, readFile } from "node:fs/promises";
import { promisify } from "node:util";
import { Child, type Env } from "./desktop/child.ts";

const runLong = promisify(execFile);

/** Copies that are written to in the folders of packages, and a /dev/fuse for everybody, as desktops have it. */
const copies = `set -e
base=$(mktemp -d)
mount -t tmpfs tmpfs "$base"
for part in usr opt etc var; do
  mkdir -p "$base/$part/upper" "$base/$part/work"
  mount -t overlay -o "lowerdir=/$part,upperdir=$base/$part/upper,workdir=$base/$part/work" overlay "/$part"
done
[ "$1" = "" ] || ln -sf "$1" /usr/bin/sh
if [ -e /dev/fuse ]; then
  mknod -m 666 "$base/fuse" c 10 229
  mount --bind "$base/fuse" /dev/fuse
fi
echo ready
exec sleep infinity`;

/** Whether a test may make itself one: root, whose kernel can lay folders over others. */
export async function mayHaveOwnMachine(): Promise<boolean> {
  if (process.platform !== "linux" || process.getuid?.() !== 0) return false;
  return (await readFile("/proc/filesystems", "utf8")).includes("overlay");
}

export const mayMountImages = () =>
  access("/dev/fuse", constants.F_OK).then(
    () => true,
    () => false,
  );

export type OwnMachine = Awaited<ReturnType<typeof ownMachine>>;

/**
 * This machine, as only programs that are started within see it: what they install is nowhere else, and gone at its end.
 * @param shell what its /bin/sh is; unless that is told, what it is here
 */
export async function ownMachine(shell = "") {
  const env = { PATH: process.env.PATH ?? "" };
  const command = ["--mount", "--propagation", "private", "sh", "-c", copies, "sh", shell];
  const holder = new Child("unshare", command, env);
  await holder.printed(/^ready$/);
  const within = (command: readonly string[]) => ["--mount", `--target=${holder.pid}`, "--", ...command];
  return {
    /** Where its files can be seen from outside. */
    root: `/proc/${holder.pid}/root`,
    /** Starts a program there. */
    start: (command: readonly string[], env: Env, onLine?: (line: string) => void) =>
      new Child("nsenter", within(command), env, onLine),
    /** Runs one to its end, and resolves with what it printed; to install something takes its time. */
    run: async (...command: readonly string[]) => (await runLong("nsenter", within(command))).stdout,
    end: () => holder.end(),
  };
}
