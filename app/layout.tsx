import type { Metadata, Viewport } from "next";
import localFont from "next/font/local";
import type { ReactNode } from "react";
import { Language } from "@/components/words/languages";
import { pageAppearance } from "@/lib/http/page-appearance";
import { pageLocale, pageWords } from "@/lib/http/page-words";
import "./globals.css";
import { paper } from "./paper";
import { Providers } from "./providers";

const geist = localFont({
  src: "../node_modules/@fontsource-variable/geist/files/geist-latin-wght-normal.woff2",
  weight: "100 900",
  display: "swap",
  variable: "--font-geist",
});

export async function generateMetadata(): Promise<Metadata> {
  const { name, description } = (await pageWords()).screens.app;
  return {
    title: name,
    description,
    robots: { index: false, follow: false },
    appleWebApp: { capable: true, title: name, statusBarStyle: "default" },
    formatDetection: { telephone: false, date: false, address: false, email: false },
  };
}

export async function generateViewport(): Promise<Viewport> {
  const { theme } = await pageAppearance();
  return {
    width: "device-width",
    initialScale: 1,
    viewportFit: "cover",
    themeColor: theme
      ? paper[theme]
      : (["light", "dark"] as const).map((name) => ({
          media: `(prefers-color-scheme: ${name})`,
          color: paper[name],
        })),
  };
}

export default async function RootLayout({ children }: { children: ReactNode }) {
  const [{ theme }, locale] = await Promise.all([pageAppearance(), pageLocale()]);
  return (
    <html lang={locale} data-theme={theme ?? undefined} className={`${geist.variable} font-sans text-body`}>
      <body>
        <Language locale={locale}>
          <Providers>{children}</Providers>
        </Language>
      </body>
    </html>
  );
}
