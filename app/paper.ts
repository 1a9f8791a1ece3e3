/** The paper of app/globals.css, where a browser asks for a colour before any style is read. */
export const paper = { light: "#fbfaf7", dark: "#151412" };
