import { USUAL } from "@/lib/domain/locale";
import { type Messages, messagesFor } from "@/lib/messages";
import type { Ctx } from "@/lib/services/context";

/** The words of whoever asks; a program is told in English. */
export function wordsOf({ locale = USUAL }: Pick<Ctx, "locale">): Messages {
  return messagesFor(locale);
}
