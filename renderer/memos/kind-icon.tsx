import { FileText, Grid3x3, Highlighter, Shapes, StickyNote, Tag, User, type LucideIcon } from 'lucide-react';
import type { LinkKind } from '#shared/memos/linked-things.ts';

const ICONS: Readonly<Record<LinkKind, LucideIcon>> = {
  participant: User,
  transcript: FileText,
  code: Tag,
  coding: Highlighter,
  cell: Grid3x3,
  type: Shapes,
  memo: StickyNote,
};

/** Says at a glance what kind of thing a name stands for. */
export function KindIcon({ kind }: { readonly kind: LinkKind }) {
  const Icon = ICONS[kind];
  return <Icon className="kind-icon" aria-hidden />;
}
