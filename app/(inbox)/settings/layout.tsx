import type { ReactNode } from "react";
import { SettingsNav } from "@/components/settings/settings-nav";
import { PageFrame } from "@/components/shell/page-frame";

export default function SettingsLayout({ children }: { children: ReactNode }) {
  return (
    <PageFrame>
      <SettingsNav />
      <div className="max-w-list">{children}</div>
    </PageFrame>
  );
}
