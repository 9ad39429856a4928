import { words } from "../../common/words/page.ts";
import { Confirm } from "../form/confirm.tsx";
import { Sentence } from "../parts/sentence.tsx";

interface Props {
  readonly who: string;
  readonly yes: () => Promise<void>;
  readonly no: () => void;
}

/** Asks before all that is kept of a customer is deleted. */
export const ForgetQuestion = ({ who, yes, no }: Props) => (
  <Confirm action={words.booking.forgetYes} cancel={words.booking.forgetNo} yes={yes} no={no}>
    <Sentence say={(place) => words.booking.forgetSure({ who: place })}>
      <bdi>{who}</bdi>
    </Sentence>
  </Confirm>
);
