import type { Candidate } from "../state/shapes";

type Named = Pick<Candidate, "firstName" | "lastNameInitial">;

/** Everyone stays masked, also after a hire. */
export function displayName({ firstName, lastNameInitial }: Named): string {
  if (firstName === "") return "Freelancer";
  return lastNameInitial === "" ? firstName : `${firstName} ${lastNameInitial}.`;
}

export function profileSlug(candidate: Candidate): string {
  const name = displayName(candidate).toLowerCase();
  const plain = name.replace(/[^a-z0-9]+/g, "-").replace(/^-|-$/g, "");
  return [plain, candidate.userId.slice(-6)].filter((part) => part !== "").join("-");
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
