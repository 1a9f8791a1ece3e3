/** The one of two forms that fits the count. */
export const plural = (count: number, one: string, many: string) => (count === 1 ? one : many);
