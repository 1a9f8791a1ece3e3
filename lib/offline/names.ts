/** What a device keeps is found by these; whoever erases it needs to know no more. */
export const passCookie = "offline";
export const shelfName = "countersign";
