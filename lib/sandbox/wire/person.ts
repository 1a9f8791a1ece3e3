import type { Candidate } from "../state/shapes";

/** Everyone stays masked, also after a hire. */
export function displayName(candidate: Candidate): string {
  return candidate.firstName === "" ? "Freelancer" : `${candidate.firstName} ${candidate.lastNameInitial}.`;
}

export function profileSlug(candidate: Candidate): string {
  const name = displayName(candidate).toLowerCase();
  return `${name.replace(/[^a-z0-9]+/g, "-").replace(/^-|-$/g, "")}-${candidate.userId.slice(-6)}`;
}

export function freelancerOut(candidate: Candidate) {
  return {
    userId: candidate.userId,
    displayName: displayName(candidate),
    country: candidate.country,
    profilePath: `/profile/${profileSlug(candidate)}`,
  };
}
