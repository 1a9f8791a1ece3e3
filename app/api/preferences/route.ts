import { preferencesJson } from "@/lib/api/schemas/answers/preferences";
import { preferenceFields, preferencesBody, preferencesOfForm } from "@/lib/api/schemas/preferences";
import { preferenceCookies } from "@/lib/auth/preference-cookies";
import { handle } from "@/lib/http/handle";
import { orForm } from "@/lib/http/or-form";
import { setPreferences } from "@/lib/services/people/set-preferences";

export const GET = handle({ access: "session", run: async ({ person }) => preferencesJson(person) });

export const POST = orForm(
  {
    fields: preferenceFields,
    toBody: preferencesOfForm,
    back: (form) => (form.has("firstSteps") ? "/welcome" : "/settings/appearance"),
  },
  handle({
    access: "session",
    body: preferencesBody,
    run: async ({ ctx, body, cookies }) => {
      const preferences = await setPreferences({ ctx, input: body });
      cookies.push(...preferenceCookies(preferences));
      return preferencesJson(preferences);
    },
  }),
);
