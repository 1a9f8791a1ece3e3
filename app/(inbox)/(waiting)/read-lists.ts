import "server-only";
import { cache } from "react";
import { settledSearch } from "@/lib/api/queries/settled-approvals";
import { answerApprovals } from "@/lib/http/answers/approvals";
import { answerBlocked } from "@/lib/http/answers/blocked";
import { answerClaims } from "@/lib/http/answers/claims";
import { answerUnanswered } from "@/lib/http/answers/unanswered";
import type { Ctx } from "@/lib/services/context";
import { answerOrNull } from "../answer-or-null";

/** The frame and the page inside it need the same lists: each is read once a request. */
export const readClaims = cache((ctx: Ctx) => answerOrNull(answerClaims(ctx)));
export const readBlocked = cache((ctx: Ctx) => answerOrNull(answerBlocked(ctx)));
export const readUnanswered = cache((ctx: Ctx) => answerOrNull(answerUnanswered(ctx)));
export const readSettled = cache((ctx: Ctx) => answerOrNull(answerApprovals(ctx, settledSearch(null))));
