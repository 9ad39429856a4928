import { access, chmod, mkdir, readFile, writeFile } from "node:fs/promises";
import path from "node:path";

const here = import.meta.dirname;
/** Where the squashfs of an AppImage begins. */
const runtimeLength = 4096;

/**
 * What electron-builder is to take for the helpers that it would fetch from GitHub. Version 27 wants them as archives,
 * named by `toolsets` in its configuration.
 * @param folder where they are put together
 */
export async function standIns(folder: string): Promise<Record<string, string>> {
  const tools = path.join(folder, "appimage");
  for (const inner of ["runtimes", "lib/x64", "lib/arm64"])
    await mkdir(path.join(tools, inner), { recursive: true });
  // Quick rather than small, as the others are.
  await program(path.join(tools, "mksquashfs"), 'exec mksquashfs "$@" -Xcompression-level 1');
  await program(path.join(tools, "desktop-file-validate"), 'exec desktop-file-validate "$@"');
  const runtime = await readFile(path.join(here, "appimage-runtime.sh"));
  if (runtime.length > runtimeLength) throw new Error("The runtime is longer than its place.");
  const filled = Buffer.concat([runtime, Buffer.alloc(runtimeLength - runtime.length, "\n")]);
  for (const arch of ["x64", "arm64"])
    await writeFile(path.join(tools, "runtimes", `runtime-${arch}`), filled);
  const fpm = path.join(here, "fpm.mjs");
  await access(fpm);
  return { APPIMAGE_TOOLS_PATH: tools, CUSTOM_FPM_PATH: fpm };
}

async function program(file: string, line: string): Promise<void> {
  await writeFile(file, `#!/bin/sh\n${line}\n`);
  await chmod(file, 0o755);
}
