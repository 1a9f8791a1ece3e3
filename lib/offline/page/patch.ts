/** Makes what is there like what is wanted, and touches nothing that is so already: focus and place stay. */
export function patch(parent: Element, wanted: readonly Node[]): void {
  wanted.forEach((node, index) => {
    const there = parent.childNodes[index];
    if (!there) parent.append(node);
    else if (!there.isEqualNode(node)) change(there, node);
  });
  while (parent.childNodes.length > wanted.length) parent.lastChild?.remove();
}

function change(there: Node, wanted: Node): void {
  if (there instanceof Text && wanted instanceof Text) {
    there.nodeValue = wanted.nodeValue;
  } else if (there instanceof Element && wanted instanceof Element && there.tagName === wanted.tagName) {
    for (const name of there.getAttributeNames()) {
      if (!wanted.hasAttribute(name)) there.removeAttribute(name);
    }
    for (const { name, value } of wanted.attributes) there.setAttribute(name, value);
    patch(there, [...wanted.childNodes]);
  } else {
    (there as ChildNode).replaceWith(wanted);
  }
}
