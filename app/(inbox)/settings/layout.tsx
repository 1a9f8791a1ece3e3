import type { ReactNode } from "react";
import { SettingsNav } from "@/components/settings/settings-nav";
import { PageFrame } from "@/components/shell/page-frame";
import { SectionLook } from "@/components/ui/section";
import { SettingsWords } from "@/components/words/settings-words";

export default function SettingsLayout({ children }: { children: ReactNode }) {
  return (
    <PageFrame>
      <SettingsWords>
        <SettingsNav />
        <SectionLook value="loud">
          <div className="max-w-list">{children}</div>
        </SectionLook>
      </SettingsWords>
    </PageFrame>
  );
}
