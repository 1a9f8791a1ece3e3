import type { MetadataRoute } from "next";
import { addresses } from "@/components/addresses";
import { pageLocale, pageWords } from "@/lib/http/page-words";
import { paper } from "./paper";

/** Put on a phone's home screen, it stands in the share sheet; what is shared opens a page with a button. */
export default async function manifest(): Promise<MetadataRoute.Manifest> {
  const [lang, { screens }] = await Promise.all([pageLocale(), pageWords()]);
  const { app, nav, add } = screens;
  return {
    id: addresses.inbox,
    name: app.name,
    short_name: app.name,
    description: app.description,
    lang,
    dir: "ltr",
    start_url: addresses.inbox,
    scope: "/",
    display: "standalone",
    background_color: paper.light,
    theme_color: paper.light,
    categories: ["business", "finance", "productivity"],
    icons: [
      { src: "/icon.svg", sizes: "any", type: "image/svg+xml" },
      icon("icon-192", 192, "any"),
      icon("icon-512", 512, "any"),
      icon("maskable-192", 192, "maskable"),
      icon("maskable-512", 512, "maskable"),
      icon("monochrome-512", 512, "monochrome"),
    ],
    shortcuts: [
      { name: nav.inbox, url: addresses.inbox, icons: [icon("icon-192", 192, "any")] },
      { name: nav.history, url: addresses.history, icons: [icon("icon-192", 192, "any")] },
      { name: add.page, url: addresses.add, icons: [icon("icon-192", 192, "any")] },
    ],
    share_target: {
      action: addresses.add,
      method: "GET",
      enctype: "application/x-www-form-urlencoded",
      params: { title: "title", text: "text", url: "url" },
    },
  };
}

function icon(name: string, size: number, purpose: "any" | "maskable" | "monochrome") {
  return { src: `/icons/${name}.png`, sizes: `${size}x${size}`, type: "image/png", purpose };
}
