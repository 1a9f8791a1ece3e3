"use client";

import "./globals.css";
import ErrorPage from "./error";

/** When even the frame around every page could not be drawn. */
export default function GlobalError(props: { error: unknown; retry: () => void }) {
  return (
    <html lang="en" className="font-sans text-body">
      <body>
        <ErrorPage {...props} />
      </body>
    </html>
  );
}
