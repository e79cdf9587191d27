/** Puts the focus on the selected code of the tree, so that its keys go on from there. */
export function focusTree(): void {
  const selected = document.querySelector<HTMLElement>('.code-tree [role="row"][aria-selected="true"]');
  (selected ?? document.querySelector<HTMLElement>('.code-tree'))?.focus();
}
