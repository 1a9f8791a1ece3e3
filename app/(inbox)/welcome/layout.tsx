import type { ReactNode } from "react";
import { PageFrame } from "@/components/shell/page-frame";
import { SettingsWords } from "@/components/words/settings-words";

export default function WelcomeLayout({ children }: { children: ReactNode }) {
  return (
    <PageFrame>
      <SettingsWords>{children}</SettingsWords>
    </PageFrame>
  );
}
