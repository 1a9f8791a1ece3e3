"use client";

import { useWords } from "@/components/reader";
import { lifeLeft } from "@/lib/domain/phase";
import { useAtNow } from "./clock";
import { ringSegments } from "./ring-segments";
import { urgencyOf } from "./urgency";
import { type Timed, usePhase } from "./use-phase";

const HOUR_MS = 3_600_000;
const STEPS = 360;

/** The share of the request's own life that is left, cut into its days, so that two and three look apart. */
export function LifeRing({ createdAt, ...timed }: Timed & { createdAt: string | null }) {
  const words = useWords().time.ring;
  const phase = usePhase(timed);
  const expiresAt = timed.expiresAt === null ? null : new Date(timed.expiresAt);
  const created = createdAt === null ? null : new Date(createdAt);
  // As fine as the eye sees it: drawn again when that changes, not at each tick.
  const left = useAtNow((now) =>
    visible(Math.ceil((lifeLeft(created, expiresAt, now) ?? 0) * STEPS) / STEPS),
  );
  const short = useAtNow((now) =>
    shortLeft(expiresAt === null ? null : expiresAt.getTime() - now.getTime(), words),
  );
  const lifeMs = created && expiresAt ? expiresAt.getTime() - created.getTime() : 0;
  const segments = ringSegments(lifeMs, left);
  return (
    <svg viewBox="0 0 36 36" className="size-ring" data-urgency={urgencyOf(phase)} aria-hidden="true">
      <g fill="none" strokeWidth="3" transform="rotate(-90 18 18)">
        <circle
          className="ring-track"
          cx="18"
          cy="18"
          r="15.5"
          pathLength="100"
          strokeDasharray={expiresAt === null ? "2 4" : segments.track}
        />
        {left > 0 ? (
          <circle
            className="ring-left"
            cx="18"
            cy="18"
            r="15.5"
            pathLength="100"
            strokeDasharray={segments.left}
          />
        ) : null}
      </g>
      <text
        x="18"
        y="18.5"
        textAnchor="middle"
        dominantBaseline="central"
        className={`font-semibold proportional-nums text-[11px] ${phase === "past_due" ? "fill-last" : "fill-ink"}`}
      >
        {short}
      </text>
    </svg>
  );
}

/** A last moment is still a mark. */
function visible(left: number): number {
  return left > 0 ? Math.max(left, 0.03) : 0;
}

type RingWords = { pastDue: string; unknown: string; hours: string; minutes: string; days: string };

function shortLeft(leftMs: number | null, words: RingWords): string {
  if (leftMs === null) return words.unknown;
  if (leftMs <= 0) return words.pastDue;
  if (leftMs < HOUR_MS) return `${Math.floor(leftMs / 60_000)}${words.minutes}`;
  const hours = Math.floor(leftMs / HOUR_MS);
  return hours < 24 ? `${hours}${words.hours}` : `${Math.floor(hours / 24)}${words.days}`;
}
