/** Once it is drawn, which takes a moment in a list that draws only what is on the screen. */
export function focusSoon(id: string): void {
  let tries = 0;
  requestAnimationFrame(function look() {
    const heading = document.getElementById(id);
    tries += 1;
    if (heading) heading.focus({ preventScroll: true });
    else if (tries < 30) requestAnimationFrame(look);
  });
}
