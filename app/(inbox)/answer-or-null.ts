import "server-only";
import { isAppError } from "@/lib/errors";

/** Without a connection there is no list, and the screen says so; every other failure is a failure. */
export async function answerOrNull<T>(answer: Promise<T>): Promise<T | null> {
  try {
    return await answer;
  } catch (error) {
    if (isAppError(error) && (error.reason === "not_connected" || error.code === "NOT_FOUND")) return null;
    throw error;
  }
}
