import { createHash } from "node:crypto";
import type { Candidate } from "../state/shapes";
import { slugOf } from "./slug";

type Named = Pick<Candidate, "firstName" | "lastNameInitial">;

/** Everyone stays masked, also after a hire. */
export function displayName({ firstName, lastNameInitial }: Named): string {
  if (firstName === "") return "Freelancer";
  return lastNameInitial === "" ? firstName : `${firstName} ${lastNameInitial}.`;
}

/** Names are neither unique nor spelled for addresses, so the id adds what is missing, whatever its own shape. */
export function profileSlug(candidate: Candidate): string {
  const plain = slugOf(displayName(candidate));
  const tail = createHash("sha256").update(candidate.userId).digest("hex").slice(0, 6);
  return plain === "" ? tail : `${plain}-${tail}`;
}

export function profilePath(candidate: Candidate): string {
  return `/profile/${profileSlug(candidate)}`;
}

export function freelancerOut(candidate: Candidate) {
  return {
    userId: candidate.userId,
    displayName: displayName(candidate),
    country: candidate.country,
    profilePath: profilePath(candidate),
  };
}
