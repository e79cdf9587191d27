import {
  BookMarked,
  BookUser,
  FileText,
  Grid3x3,
  Highlighter,
  History,
  ListChecks,
  Notebook,
  Scale,
  Shapes,
  StickyNote,
  Users,
  Search,
  TextQuote,
  type LucideIcon,
} from 'lucide-react';
import type { ScreenName } from './navigation.ts';

interface ScreenEntry {
  readonly name: ScreenName;
  readonly label: string;
  readonly icon: LucideIcon;
}

/** The screens, in the order of the rail and of the work. */
export const screens: readonly ScreenEntry[] = [
  { name: 'study', label: 'Study', icon: Notebook },
  { name: 'participants', label: 'Participants', icon: Users },
  { name: 'transcripts', label: 'Transcripts', icon: FileText },
  { name: 'codebook', label: 'Codebook', icon: BookMarked },
  { name: 'coding', label: 'Coding', icon: Highlighter },
  { name: 'search', label: 'Search', icon: Search },
  { name: 'retrieval', label: 'Fragments', icon: TextQuote },
  { name: 'memos', label: 'Memos', icon: StickyNote },
  { name: 'within-case', label: 'Within-case', icon: BookUser },
  { name: 'matrices', label: 'Matrices', icon: Grid3x3 },
  { name: 'checking', label: 'Checking', icon: ListChecks },
  { name: 'typologies', label: 'Types', icon: Shapes },
  { name: 'comparison', label: 'Compare', icon: Scale },
  { name: 'history', label: 'History', icon: History },
];
