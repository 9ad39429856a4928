import { readFileSync } from "node:fs";
import { join } from "node:path";
import { stringify } from "yaml";
import { repository } from "../setup/paths.mjs";

const { version, homepage, license } = JSON.parse(readFileSync(join(repository, "package.json"), "utf8"));
const summary = "Tells you at once when a Timekit, Cal.com or Calendly booking changes";
const downloads = `${homepage}/releases/download/v${version}`;
const wingetVersion = "1.10.0";

/**
 * The sum of a file that must be there.
 * @param {ReadonlyMap<string, string>} sums
 * @param {string} name
 */
function sumOf(sums, name) {
  const sum = sums.get(name);
  if (!sum) throw new Error(`The release lacks ${name}.`);
  return sum;
}

/**
 * A manifest of winget's, with the line by which editors and its own checks know its schema.
 * @param {"version" | "defaultLocale" | "installer"} kind
 * @param {object} content
 */
function manifest(kind, content) {
  const schema = `https://aka.ms/winget-manifest.${kind}.${wingetVersion}.schema.json`;
  const whole = {
    PackageIdentifier: "Bookbell.Bookbell",
    PackageVersion: version,
    ...content,
    ManifestType: kind,
    ManifestVersion: wingetVersion,
  };
  return `# yaml-language-server: $schema=${schema}\n\n${stringify(whole)}`;
}

/** @param {ReadonlyMap<string, string>} sums */
const installers = (sums) => ({
  Platform: ["Windows.Desktop"],
  MinimumOSVersion: "10.0.0.0",
  InstallerType: "nullsoft",
  Scope: "user",
  InstallModes: ["interactive", "silent"],
  InstallerSwitches: { Silent: "/S", SilentWithProgress: "/S" },
  UpgradeBehavior: "install",
  // Made by electron-builder of the application's id; an upgrade keeps it.
  ProductCode: "662c9da2-9e8e-5b30-a186-ffe7d2fd1806",
  Installers: ["x64", "arm64"].map((architecture) => {
    const name = `Bookbell-${version}-${architecture}.exe`;
    return {
      Architecture: architecture,
      InstallerUrl: `${downloads}/${name}`,
      InstallerSha256: sumOf(sums, name).toUpperCase(),
    };
  }),
});

const texts = {
  PackageLocale: "en-US",
  Publisher: "Bookbell contributors",
  PublisherUrl: homepage,
  PublisherSupportUrl: `${homepage}/issues`,
  PackageName: "Bookbell",
  PackageUrl: homepage,
  License: license,
  LicenseUrl: `${homepage}/blob/v${version}/LICENSE`,
  ShortDescription: summary,
  Moniker: "bookbell",
  Tags: ["booking", "calendar", "notifications", "timekit", "tray", "webhook"],
  ReleaseNotesUrl: `${homepage}/releases/tag/v${version}`,
};

/** @param {ReadonlyMap<string, string>} sums */
const cask = (sums) => `cask "bookbell" do
  arch arm: "arm64", intel: "x64"

  version "${version}"
  sha256 arm:   "${sumOf(sums, `Bookbell-${version}-arm64.dmg`)}",
         intel: "${sumOf(sums, `Bookbell-${version}-x64.dmg`)}"

  url "${homepage}/releases/download/v#{version}/Bookbell-#{version}-#{arch}.dmg"
  name "Bookbell"
  desc "${summary}"
  homepage "${homepage}"

  livecheck do
    url :url
    strategy :github_latest
  end

  auto_updates true
  depends_on macos: ">= :ventura"

  app "Bookbell.app"

  uninstall quit: "app.bookbell.Bookbell"

  zap trash: [
    "~/Library/Application Support/Bookbell",
    "~/Library/Caches/bookbell-updater",
    "~/Library/Logs/Bookbell",
    "~/Library/Preferences/app.bookbell.Bookbell.plist",
  ]
end
`;

/**
 * What other shops of software want to be told of a release: winget's three manifests, and Homebrew's cask.
 * @param {ReadonlyMap<string, string>} sums SHA-256 by file name
 * @returns {Map<string, string>} text by file name
 */
export const channelFiles = (sums) =>
  new Map([
    ["Bookbell.Bookbell.yaml", manifest("version", { DefaultLocale: texts.PackageLocale })],
    ["Bookbell.Bookbell.locale.en-US.yaml", manifest("defaultLocale", texts)],
    ["Bookbell.Bookbell.installer.yaml", manifest("installer", installers(sums))],
    ["bookbell.rb", cask(sums)],
  ]);
