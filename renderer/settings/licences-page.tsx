import { ChevronRight } from "lucide-preact";
import { useEffect, useState } from "preact/hooks";
import { words } from "../../common/words/page.ts";
import { Skeleton } from "../parts/skeleton.tsx";

type Licences = typeof import("virtual:licences")["licences"];

/** Whose work Bookbell is made of, and under which licence each may be used. */
export function LicencesPage() {
  const [all, setAll] = useState<Licences | null>(null);
  // A part of the bundle of its own: hundreds of kilobytes that hardly anybody reads.
  useEffect(() => void import("virtual:licences").then(({ licences }) => setAll(licences)), []);

  if (!all) return <Skeleton rows={4} />;
  return (
    <>
      <p class="soft licences-intro">{words.licences.intro({ count: all.length })}</p>
      {/* A list without bullets is no list to VoiceOver unless it says so. */}
      {/* biome-ignore lint/a11y/noRedundantRoles: see above */}
      <ul class="group-card licences" role="list">
        {all.map(({ name, version, licence, text }) => (
          <li key={`${name} ${version}`}>
            {text ? (
              <details>
                <summary class="licence">
                  <Line name={name} version={version} licence={licence} />
                  <ChevronRight class="icon" aria-hidden="true" />
                </summary>
                {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keys */}
                <pre class="licence-text" tabIndex={0}>
                  {text}
                </pre>
              </details>
            ) : (
              <p class="licence">
                <Line name={name} version={version} licence={licence} />
              </p>
            )}
          </li>
        ))}
      </ul>
    </>
  );
}

function Line({ name, version, licence }: { name: string; version: string; licence: string }) {
  return (
    <>
      <span class="licence-name">
        {name} <span class="soft">{version}</span>
      </span>{" "}
      <span class="soft">{licence}</span>
    </>
  );
}
