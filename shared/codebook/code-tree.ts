interface Node<Id> {
  readonly id: Id;
  readonly parentId: Id | null;
}

/** The children of every code, and of the top (null), in the order in which they come. */
export function childrenByParent<Id, N extends Node<Id>>(codes: readonly N[]): ReadonlyMap<Id | null, N[]> {
  const children = new Map<Id | null, N[]>();
  for (const code of codes) {
    const siblings = children.get(code.parentId);
    if (siblings === undefined) children.set(code.parentId, [code]);
    else siblings.push(code);
  }
  return children;
}

/** Each code after its parent, siblings as they come. */
export function inTreeOrder<Id, N extends Node<Id>>(codes: readonly N[]): N[] {
  const children = childrenByParent<Id, N>(codes);
  const ordered: N[] = [];
  const visit = (parent: Id | null): void => {
    for (const code of children.get(parent) ?? []) {
      ordered.push(code);
      visit(code.id);
    }
  };
  visit(null);
  return ordered;
}

/** The code and everything above it, from the top down. */
export function pathOf<Id, N extends Node<Id>>(byId: ReadonlyMap<Id, N>, id: Id): N[] {
  const path: N[] = [];
  for (let code = byId.get(id); code !== undefined;) {
    path.unshift(code);
    code = code.parentId === null ? undefined : byId.get(code.parentId);
  }
  return path;
}

/** The ids of everything below a code, without the code itself. */
export function idsBelow<Id, N extends Node<Id>>(codes: readonly N[], id: Id): ReadonlySet<Id> {
  const children = childrenByParent<Id, N>(codes);
  const below = new Set<Id>();
  const visit = (parent: Id): void => {
    for (const child of children.get(parent) ?? []) {
      below.add(child.id);
      visit(child.id);
    }
  };
  visit(id);
  return below;
}

/** How codes compare by name: capitals and composed or decomposed letters do not make another name. */
export function foldedName(name: string): string {
  return name.trim().normalize('NFC').toLowerCase();
}
