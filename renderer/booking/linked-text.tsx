import { piecesOf } from "../../common/links.ts";
import { words } from "../../common/words/page.ts";

interface Props {
  readonly text: string;
  readonly open: (link: string) => void;
}

/**
 * Text that somebody else wrote, with its links to press. Each shows where it leads as main would open it, and nothing that
 * could look like another.
 */
export function LinkedText({ text, open }: Props) {
  return (
    <bdi class="booking-text">
      {piecesOf(text).map(({ text: part, link }) =>
        link === null ? (
          part
        ) : (
          <button
            key={link}
            type="button"
            class="link"
            aria-label={words.booking.openLink({ link })}
            onClick={() => open(link)}
          >
            {link}
          </button>
        ),
      )}
    </bdi>
  );
}
