import type { ReactNode } from 'react';
import { Menu as AriaMenu, MenuItem, MenuTrigger, Popover, Text, type Key } from 'react-aria-components';

export interface MenuChoice {
  readonly id: string;
  readonly label: string;
  readonly shortcut?: string;
  readonly isDisabled?: boolean;
  readonly tone?: 'danger';
  run(): void;
}

interface MenuProps {
  /** What the menu is about, read out. */
  readonly label: string;
  readonly trigger: ReactNode;
  readonly choices: readonly MenuChoice[];
}

export function Menu({ label, trigger, choices }: MenuProps) {
  const run = (key: Key): void => choices.find(({ id }) => id === key)?.run();
  return (
    <MenuTrigger>
      {trigger}
      <Popover className="popover">
        <AriaMenu
          className="list-box"
          aria-label={label}
          onAction={run}
          disabledKeys={choices.filter(({ isDisabled }) => isDisabled).map(({ id }) => id)}
        >
          {choices.map((choice) => (
            <MenuItem
              key={choice.id}
              id={choice.id}
              className="list-box-item"
              data-tone={choice.tone}
              textValue={choice.label}
            >
              <Text slot="label">{choice.label}</Text>
              {choice.shortcut !== undefined && <kbd>{choice.shortcut}</kbd>}
            </MenuItem>
          ))}
        </AriaMenu>
      </Popover>
    </MenuTrigger>
  );
}
