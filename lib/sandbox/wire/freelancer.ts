import type { Candidate } from "../state/shapes";
import { displayName, profilePath, profileSlug } from "./person";

/** The public profile, masked like everywhere else. */
export function freelancerProfileOut(candidate: Candidate, hourlyRateUsd: number | null) {
  return {
    id: candidate.userId,
    profileSlug: profileSlug(candidate),
    profilePath: profilePath(candidate),
    displayName: displayName(candidate),
    title: candidate.title,
    country: candidate.country,
    countryCode: candidate.countryCode,
    hourlyRateUsd,
    stats: { reviewCount: 0, averageRating: null },
    skills: [],
    languages: [],
    reviews: [],
  };
}
