/** Keys that act on what has the focus, so that they are no actions of the whole program: listed for the dialog of keys. */
export const screenKeys: readonly (readonly [string, readonly (readonly [string, string])[]])[] = [
  [
    'Code tree',
    [
      ['F2', 'Rename the code'],
      ['Insert', 'New code below it'],
      ['Delete', 'Remove the code'],
      ['Alt+↑ ↓', 'Move it among its siblings'],
      ['Alt+→', 'Move it into the code above'],
      ['Alt+←', 'Move it out of its parent'],
    ],
  ],
];
