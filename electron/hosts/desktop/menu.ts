import { Menu, type MenuItemConstructorOptions } from 'electron';
import type { MenuEntry, MenuGroup } from './menu-template.ts';

/** Puts up the native menu. `choose` gets the id of the action that was picked. */
export function installMenu(groups: readonly MenuGroup[], choose: (actionId: string) => void): void {
  Menu.setApplicationMenu(
    Menu.buildFromTemplate(
      groups.map(({ label, entries }) => ({
        label,
        submenu: entries.map((entry) => nativeItem(entry, choose)),
      })),
    ),
  );
}

function nativeItem(entry: MenuEntry, choose: (actionId: string) => void): MenuItemConstructorOptions {
  switch (entry.kind) {
    case 'separator':
      return { type: 'separator' };
    case 'role':
      return { role: entry.role };
    case 'action':
      return {
        label: entry.label,
        // Shown but not bound: bound twice, one key press would act twice.
        ...(entry.keys === undefined ? {} : { accelerator: entry.keys, registerAccelerator: false }),
        click: () => choose(entry.actionId),
      };
  }
}
