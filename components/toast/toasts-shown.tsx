"use client";

import { lazy, Suspense } from "react";
import { useToasts } from "./toasts";

const ToastStack = lazy(() => import("./toast-stack"));

export function Toasts() {
  const toasts = useToasts();
  return toasts.length === 0 ? null : (
    <Suspense>
      <ToastStack toasts={toasts} />
    </Suspense>
  );
}
