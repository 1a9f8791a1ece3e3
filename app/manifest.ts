import type { MetadataRoute } from "next";
import { addresses } from "@/components/addresses";
import { screens } from "@/lib/messages/en/screens";

/** Put on a phone's home screen, it stands in the share sheet; what is shared opens a page with a button. */
export default function manifest(): MetadataRoute.Manifest {
  return {
    name: screens.app.name,
    short_name: screens.app.name,
    description: screens.app.description,
    start_url: addresses.inbox,
    display: "standalone",
    icons: [
      { src: "/icon.svg", sizes: "any", type: "image/svg+xml" },
      { src: "/apple-icon.png", sizes: "180x180", type: "image/png" },
    ],
    share_target: {
      action: addresses.add,
      method: "GET",
      params: { title: "title", text: "text", url: "url" },
    },
  };
}
