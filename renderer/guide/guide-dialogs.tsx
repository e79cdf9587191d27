import { CodeByDialog } from './code-by-dialog.tsx';
import { useGuide } from './guide-actions.ts';
import { GuideDialog } from './guide-dialog.tsx';

/** Whatever is asked about the structure of the interviews. */
export function GuideDialogs() {
  const dialog = useGuide((state) => state.dialog);
  if (dialog === 'guide') return <GuideDialog />;
  return dialog === 'code-by' ? <CodeByDialog /> : null;
}
