"use client";

import { useWords } from "@/components/reader";
import { Toast } from "@/components/ui/toast";
import { closeToast, type ToastShown } from "./toasts";

/** Above what a thumb presses on a phone, at the lower edge of a desk. */
function ToastStack({ toasts }: { toasts: readonly ToastShown[] }) {
  const words = useWords().toast;
  return (
    <section
      aria-label={words.label}
      className="pointer-events-none fixed inset-x-4 bottom-toast z-40 mx-auto grid max-w-door justify-items-center gap-2 pb-4 desk:bottom-0 print:hidden"
    >
      {toasts.map(({ id, text, tone }) => (
        <Toast key={id} text={text} tone={tone} closeLabel={words.close} close={() => closeToast(id)} />
      ))}
    </section>
  );
}

// biome-ignore lint/style/noDefaultExport: loaded when there is something to say
export default ToastStack;
