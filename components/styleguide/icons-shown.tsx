import * as icons from "@/components/ui/icons";
import { Chapter, Part } from "./part";

/** Every drawing, by its name. */
export function IconsShown() {
  return (
    <Chapter id="icons" name="Drawings">
      <Part
        name="Icons"
        file="icons.tsx"
        use="24 units wide, one stroke, always beside a word: a drawing alone says nothing to somebody who does not see it."
      >
        {() => (
          <ul className="flex flex-wrap gap-4">
            {Object.entries(icons).map(([name, Icon]) => (
              <li
                key={name}
                className="grid w-[5rem] justify-items-center gap-1 text-center text-caption text-ink-3"
              >
                <span className="text-ink">
                  <Icon />
                </span>
                {name.replace(/Icon$/, "")}
              </li>
            ))}
          </ul>
        )}
      </Part>
    </Chapter>
  );
}
