/** Keys that act on what has the focus, so that they are no actions of the whole program: listed for the dialog of keys. */
export const screenKeys: readonly (readonly [string, readonly (readonly [string, string])[]])[] = [];
