/** As many rows of a long list as the server draws; the rest follows when they are on the screen. */
export const FIRST_ROWS = 30;
