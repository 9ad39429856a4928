import { type StatusQuestion, statusesThat } from "../../../common/status.ts";

/** The question in SQL, asked of the column `status`. */
export const statusIs = (question: StatusQuestion): string =>
  `status IN (${statusesThat(question).map((status) => `'${status}'`)})`;
