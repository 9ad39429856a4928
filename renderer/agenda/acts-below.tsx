import type { Booking } from "../../common/booking.ts";
import { noMessageOf } from "../../common/host-actions.ts";
import { serviceOf } from "../../common/sources.ts";
import { words } from "../../common/words/page.ts";
import { Outcome } from "../parts/outcome.tsx";
import { ProblemText } from "../parts/problem-text.tsx";
import { titleOf } from "../text/booking-text.ts";
import { AnswerForm } from "./answer-form.tsx";
import { JoinQuestion } from "./join-question.tsx";
import type { Acts } from "./use-acts.ts";

/** What is asked before something is done about a booking, and what came of it, under what is told of it. */
export function ActsBelow({ booking, acts }: { booking: Booking; acts: Acts }) {
  const { question, unknownHost, busy } = acts;
  return (
    <>
      {question && acts.actions.includes(question) && (
        <AnswerForm
          action={question}
          who={titleOf(booking)}
          service={words.sources[serviceOf(booking)]}
          missing={noMessageOf(booking, question)}
          busy={busy}
          send={(message) => void acts.answer(question, message)}
          leave={() => acts.setQuestion(null)}
        />
      )}
      {unknownHost && acts.canJoin && (
        <JoinQuestion
          host={unknownHost}
          busy={busy}
          open={() => void acts.join(unknownHost)}
          leave={() => acts.setUnknownHost(null)}
        />
      )}
      <Outcome text={acts.outcome} />
      <ProblemText problem={acts.problem} />
    </>
  );
}

/** Something is asked in the place of the buttons. */
export const isAsking = ({ question, unknownHost, actions, canJoin }: Acts): boolean =>
  (question !== null && actions.includes(question)) || (unknownHost !== null && canJoin);
