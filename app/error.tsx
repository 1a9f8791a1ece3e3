"use client";

import { useWords } from "@/components/reader";
import { ErrorScreen } from "@/components/shell/error-screen";

export default function ErrorPage(props: { error: unknown; retry: () => void }) {
  return <ErrorScreen {...props} words={useWords().errors} />;
}
