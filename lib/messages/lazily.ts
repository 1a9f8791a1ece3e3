/** Intl objects are slow to make and safe to keep. */
export function lazily<K extends string[], V>(make: (...keys: K) => V): (...keys: K) => V {
  const kept = new Map<string, V>();
  return (...keys) => {
    const name = keys.join(" ");
    const found = kept.get(name);
    if (found !== undefined) return found;
    const made = make(...keys);
    kept.set(name, made);
    return made;
  };
}
