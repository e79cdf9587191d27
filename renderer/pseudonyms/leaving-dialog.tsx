import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { usePseudonyms } from './pseudonyms-actions.ts';

const MOST_SHOWN = 12;

/** Before a file leaves: what it gives away. */
export function LeavingDialog() {
  const leaving = usePseudonyms((state) => state.leaving);
  if (leaving === null) return null;
  const { name, check, answer } = leaving;
  return (
    <Dialog
      title={`Before “${name}” leaves`}
      isOpen
      onClose={() => answer(false)}
      size="medium"
      footer={
        <>
          <Button onPress={() => answer(false)}>Cancel</Button>
          <Button tone="danger" onPress={() => answer(true)}>
            Export all the same
          </Button>
        </>
      }
    >
      {check.identifiers.length > 0 && (
        <p>
          It holds names of your list:{' '}
          {shown(check.identifiers.map(({ original, count }) => `${original} (${count}×)`))}. Replace them
          under Pseudonyms on the Transcripts screen.
        </p>
      )}
      {check.singledOut !== null && (
        <p>
          {check.singledOut.attributes.length === 1 ? 'The attribute ' : 'The attributes '}
          <strong>{shown(check.singledOut.attributes)}</strong> together fit{' '}
          {check.singledOut.cases.length === 1 ? 'one case' : `${check.singledOut.cases.length} cases`} alone:{' '}
          {shown(check.singledOut.cases)}. Who knows one of these people may recognise them.
        </p>
      )}
      {!check.hasNames && (
        <p className="muted">No list of names is open, so the file was not searched for names.</p>
      )}
    </Dialog>
  );
}

function shown(items: readonly string[]): string {
  const rest = items.length - MOST_SHOWN;
  return rest > 0 ? `${items.slice(0, MOST_SHOWN).join(', ')} and ${rest} more` : items.join(', ');
}
