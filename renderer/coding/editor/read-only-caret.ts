/** What is dragged out of a transcript: the passage that is selected. */
export const SELECTION_MIME = 'application/x-crosscase-selection';

/**
 * Gives read-only text a caret and a keyboard selection. Only `contenteditable` has them, so the text is made editable
 * and every edit is refused before it happens.
 */
export function installReadOnlyCaret(root: HTMLElement): () => void {
  root.contentEditable = 'true';
  root.spellcheck = false;
  // Editable text has a place in the order of Tab anyway; spelt out, it keeps it while it is not editable for a moment.
  root.tabIndex = 0;
  root.role = 'textbox';
  root.ariaMultiLine = 'true';
  root.ariaReadOnly = 'true';
  // Extensions that correct spelling write into editable text.
  root.dataset['gramm'] = 'false';
  root.autocapitalize = 'off';

  const stop = new AbortController();
  const { signal } = stop;
  for (const type of ['beforeinput', 'paste', 'cut', 'drop']) {
    root.addEventListener(type, (event) => event.preventDefault(), { signal });
  }
  root.addEventListener(
    'dragstart',
    (event) => {
      event.dataTransfer?.setData(SELECTION_MIME, 'selection');
      if (event.dataTransfer !== null) event.dataTransfer.effectAllowed = 'copy';
    },
    { signal },
  );
  // An input method cannot be refused by `beforeinput`; taking the caret away for a moment ends its composition.
  root.addEventListener(
    'compositionstart',
    () => {
      root.contentEditable = 'false';
      setTimeout(() => {
        root.contentEditable = 'true';
        root.focus({ preventScroll: true });
      });
    },
    { signal },
  );
  return () => stop.abort();
}
