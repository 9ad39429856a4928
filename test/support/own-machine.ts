import { access, constants, readFile } from "node:fs/promises";
import { Child, type Env } from "./desktop/child.ts";
import { run } from "./system.ts";

/** Copies that are written to in the folders of packages, and a /dev/fuse for everybody, as desktops have it. */
const copies = `set -e
base=$(mktemp -d)
mount -t tmpfs tmpfs "$base"
for part in usr opt etc var; do
  mkdir -p "$base/$part/upper" "$base/$part/work"
  mount -t overlay -o "lowerdir=/$part,upperdir=$base/$part/upper,workdir=$base/$part/work" overlay "/$part"
done
# As on the systems that have rpms.
ln -sf bash /usr/bin/sh
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

/** This machine, as only programs that are started within see it: what they install is nowhere else, and gone at its end. */
export async function ownMachine() {
  const env = { PATH: process.env.PATH ?? "" };
  const holder = new Child("unshare", ["--mount", "--propagation", "private", "sh", "-c", copies], env);
  await holder.printed(/^ready$/);
  const within = (command: readonly string[]) => ["--mount", `--target=${holder.pid}`, "--", ...command];
  return {
    /** Starts a program there. */
    start: (command: readonly string[], env: Env) => new Child("nsenter", within(command), env),
    /** Runs one to its end, and resolves with what it printed. */
    run: (...command: readonly string[]) => run("nsenter", within(command)),
    end: () => holder.end(),
  };
}
