/** The number on the icon of an installed inbox. Where there is none, or it is refused, nothing is said. */
export function showBadge(count: number): void {
  quietly(() => (count > 0 ? navigator.setAppBadge?.(count) : navigator.clearAppBadge?.()));
}

export function clearBadge(): void {
  quietly(() => navigator.clearAppBadge?.());
}

function quietly(ask: () => Promise<void> | undefined): void {
  try {
    ask()?.catch(() => undefined);
  } catch {
    // The list itself says how many wait.
  }
}
