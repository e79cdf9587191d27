export interface Action {
  /** `capability.verb`: what menus, tests and the native menu call it by. */
  readonly id: string;
  readonly label: string;
  /** The heading it stands under in the palette and in the list of keys. */
  readonly group: string;
  /** In tinykeys' notation: `$mod+k`. A key without a modifier only acts outside text fields. */
  readonly shortcut?: string;
  /** Another key for it, which types nothing and so acts everywhere: `F1`. */
  readonly everywhere?: string;
  /** Other words that the palette finds it by. */
  readonly keywords?: string;
  /** Left out: always. */
  enabled?(): boolean;
  run(): void | Promise<void>;
}
