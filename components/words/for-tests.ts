import { speakByDefault } from "./context";
import { spokenOf } from "./spoken-of";

// Before each file of tests: components speak English where nothing around them says otherwise.
speakByDefault(spokenOf("en"));
