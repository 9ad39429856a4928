import { apt, aptCommand, aptInstall } from "./apt.mjs";
import { hasProgram, run, SetUpError, systemEnv } from "./commands.mjs";

/** @typedef {{ programs: string[], packages: string[][] }} Needs */
/** @typedef {{ forTests: boolean, withRelay: boolean }} Wanted */

// Where a package has two names, the first is that of newer releases.
/** @type {Needs} */
const electronNeeds = {
  programs: ["notify-send", "xdg-open"],
  packages: [
    ["libgtk-3-0t64", "libgtk-3-0"],
    ["libasound2t64", "libasound2"],
    ["libnss3"],
    ["libgbm1"],
    ["libnotify4"],
    ["libsecret-1-0"],
    ["libnotify-bin"],
    ["xdg-utils"],
  ],
};
/** @type {Needs} */
const screenNeeds = { programs: ["Xvfb", "dbus-daemon"], packages: [["xvfb"], ["dbus"]] };
/** @type {Needs} */
const relayNeeds = { programs: ["nats-server"], packages: [["nats-server"]] };
/** @type {Needs} */
const testNeeds = {
  programs: [
    "dunst",
    "dunstctl",
    "gdbus",
    "openbox",
    "import",
    "xdotool",
    "busctl",
    "sshd",
    "ssh-keygen",
    "nginx",
    "openssl",
    "desktop-file-validate",
    "appstreamcli",
    "strace",
    "shellcheck",
    "rpmbuild",
    "strip",
    "mksquashfs",
    "squashfuse",
    "fusermount3",
  ],
  packages: [
    ["dunst"],
    ["libglib2.0-bin"],
    ["openbox"],
    ["imagemagick"],
    ["xdotool"],
    // For its busctl, which watches the bus; nothing of it is started.
    ["systemd"],
    ["openssh-server"],
    ["openssh-client"],
    ["nginx-light"],
    ["openssl"],
    ["desktop-file-utils"],
    ["appstream"],
    ["strace"],
    ["shellcheck"],
    // Of packages that are made, installed and run.
    ["rpm"],
    ["binutils"],
    ["squashfs-tools"],
    ["squashfuse"],
    ["fuse3"],
    ["fonts-dejavu-core"],
    ["fonts-noto-color-emoji"],
    // Neither of them has Japanese.
    ["fonts-ipafont-gothic"],
  ],
};

/** Whether this Linux has no screen, so that Bookbell must bring one along. */
export function lacksScreen() {
  return process.platform === "linux" && !process.env.DISPLAY && !process.env.WAYLAND_DISPLAY;
}

/** @param {string} electron */
async function missingLibraries(electron) {
  const linked = await run("ldd", [electron], { env: systemEnv });
  const missing = [...linked.output.matchAll(/^\s*(\S+) => not found/gm)].map(([, name = ""]) => name);
  // Electron loads this one at run time, so ldd doesn't know of it.
  const notify = "libnotify.so.4";
  const known = await run("ldconfig", ["-p"], { env: systemEnv });
  return known.code !== 0 || known.output.includes(notify) ? missing : [...missing, notify];
}

/**
 * Installs, as root on Debian and its kin, what Electron or the tests lack, and says elsewhere how to.
 * The tests and a relay can't go on without; Bookbell itself may.
 * @param {string} electron
 * @param {Wanted} wanted
 */
export async function installSystemPackages(electron, { forTests, withRelay }) {
  if (process.platform !== "linux") return;
  const needs = [electronNeeds];
  if (forTests || lacksScreen()) needs.push(screenNeeds);
  if (forTests) needs.push(testNeeds);
  if (withRelay) needs.push(relayNeeds);
  const programs = needs.flatMap((need) => need.programs);
  const packages = needs.flatMap((need) => need.packages);
  const findMissing = async () => [
    ...(await missingLibraries(electron)),
    ...programs.filter((program) => !hasProgram(program)),
  ];

  let missing = await findMissing();
  if (missing.length === 0) return;
  let failure = "";
  if (apt().allowed) {
    console.log("Installing the system packages that are missing; this can take a few minutes…");
    failure = await aptInstall(packages);
    missing = await findMissing();
    if (missing.length === 0) return;
  }
  const advice = apt().here ? await aptCommand(packages) : "your system's package manager";
  const sentence = `${failure}This system lacks ${missing.join(", ")}; you can install it with ${advice}`;
  if (forTests || withRelay) throw new SetUpError(sentence);
  console.log(sentence);
}
