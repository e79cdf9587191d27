/** A menu item, as plain data: it names an action of the page, or something that the system does itself. */
export type MenuEntry =
  | { readonly kind: 'action'; readonly label: string; readonly actionId: string; readonly keys?: string }
  | { readonly kind: 'role'; readonly role: MenuRole }
  | { readonly kind: 'separator' };

export type MenuRole =
  | 'about'
  | 'hide'
  | 'hideOthers'
  | 'unhide'
  | 'quit'
  | 'recentDocuments'
  | 'clearRecentDocuments'
  | 'cut'
  | 'copy'
  | 'paste'
  | 'selectAll'
  | 'resetZoom'
  | 'zoomIn'
  | 'zoomOut'
  | 'togglefullscreen'
  | 'toggleDevTools'
  | 'minimize'
  | 'zoom'
  | 'close';

export interface MenuGroup {
  readonly label: string;
  readonly entries: readonly MenuEntry[];
}

const separator: MenuEntry = { kind: 'separator' };
const role = (name: MenuRole): MenuEntry => ({ kind: 'role', role: name });
const action = (label: string, actionId: string, keys?: string): MenuEntry =>
  keys === undefined ? { kind: 'action', label, actionId } : { kind: 'action', label, actionId, keys };

/**
 * The native menu. The page has every action; this offers those that people look for in a menu bar, by their ids. The
 * keys are shown only: the page binds them itself.
 */
export function menuTemplate(mac: boolean, developing: boolean): readonly MenuGroup[] {
  const program: MenuGroup = {
    label: 'Crosscase',
    entries: [
      role('about'),
      separator,
      role('hide'),
      role('hideOthers'),
      role('unhide'),
      separator,
      role('quit'),
    ],
  };
  const groups: readonly MenuGroup[] = [
    fileMenu(mac),
    editMenu(),
    viewMenu(developing),
    windowMenu(),
    helpMenu(),
  ];
  return mac ? [program, ...groups] : groups;
}

function fileMenu(mac: boolean): MenuGroup {
  return {
    label: '&File',
    entries: [
      action('&New project…', 'project.new'),
      action('&Open project…', 'project.open'),
      ...(mac ? [role('recentDocuments')] : []),
      separator,
      action('&Close project', 'project.close'),
      separator,
      action('Make the file smaller', 'project.compact'),
      action('Check the file', 'project.check'),
      ...(mac ? [] : [separator, role('quit')]),
    ],
  };
}

function editMenu(): MenuGroup {
  return {
    label: '&Edit',
    entries: [
      action('&Undo', 'history.undo', 'CmdOrCtrl+Z'),
      action('&Redo', 'history.redo', 'CmdOrCtrl+Shift+Z'),
      separator,
      role('cut'),
      role('copy'),
      role('paste'),
      role('selectAll'),
    ],
  };
}

function viewMenu(developing: boolean): MenuGroup {
  return {
    label: '&View',
    entries: [
      action('&Find anything', 'app.palette', 'CmdOrCtrl+K'),
      action('&Back', 'app.back', 'Alt+Left'),
      action('F&orward', 'app.forward', 'Alt+Right'),
      separator,
      role('resetZoom'),
      role('zoomIn'),
      role('zoomOut'),
      role('togglefullscreen'),
      ...(developing ? [separator, role('toggleDevTools')] : []),
    ],
  };
}

function windowMenu(): MenuGroup {
  return { label: '&Window', entries: [role('minimize'), role('zoom'), role('close')] };
}

function helpMenu(): MenuGroup {
  return { label: '&Help', entries: [action('&Keys', 'app.keys', 'Shift+?')] };
}

/** The ids that the menu can send. */
export function menuActionIds(groups: readonly MenuGroup[]): readonly string[] {
  return groups.flatMap(({ entries }) =>
    entries.flatMap((entry) => (entry.kind === 'action' ? [entry.actionId] : [])),
  );
}
