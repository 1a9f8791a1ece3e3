import { CoveragePage } from "@/components/coverage/coverage-page";
import { Hydrated } from "@/components/hydrated";
import { coverageKeys } from "@/lib/api/queries/coverage";
import { answerCoverage } from "@/lib/http/answers/coverage";
import { requirePageSession } from "@/lib/http/page-session";
import { answerOrNull } from "../../answer-or-null";
import { titled } from "../../page-title";

export function generateMetadata() {
  return titled(({ settings }) => settings.coverage.page);
}

export default async function SettingsCoveragePage() {
  const { ctx } = await requirePageSession();
  const coverage = await answerOrNull(answerCoverage(ctx, new URLSearchParams()));
  return (
    <Hydrated answers={coverage ? [[coverageKeys.all, coverage]] : []}>
      <CoveragePage />
    </Hydrated>
  );
}
