import { assertNever } from '#shared/assert.ts';
import { ConfirmDialog } from '../ui/dialog.tsx';
import { reportError } from '../ui/toasts-store.ts';
import { AttributeDialog } from './attribute-dialog.tsx';
import { ConsentDialog } from './consent-dialog.tsx';
import { ConsentForSeveralDialog } from './consent-for-several-dialog.tsx';
import { ImportTableDialog } from './import-table-dialog.tsx';
import { SitesDialog } from './sites-dialog.tsx';
import {
  closeParticipantsDialog,
  removeAttribute,
  removeParticipant,
  useParticipantsDialog,
} from './participants-actions.ts';

/** Whatever the Participants screen is asking. */
export function ParticipantDialogs() {
  const dialog = useParticipantsDialog((state) => state.dialog);
  if (dialog === null) return null;
  switch (dialog.kind) {
    case 'consent':
      return <ConsentDialog participant={dialog.participant} />;
    case 'consent-for-several':
      return <ConsentForSeveralDialog participants={dialog.participants} />;
    case 'sites':
      return <SitesDialog />;
    case 'attribute':
      return <AttributeDialog attribute={dialog.attribute} />;
    case 'remove':
      return (
        <ConfirmDialog
          title={`Remove participant ${dialog.participant.code}?`}
          isOpen
          confirmLabel="Remove"
          onConfirm={() => void removeParticipant(dialog.participant).catch(reportError)}
          onClose={closeParticipantsDialog}
        >
          <p>{whatGoes(dialog.goes)}</p>
          <p className="muted">It can be undone.</p>
        </ConfirmDialog>
      );
    case 'remove-attribute':
      return (
        <ConfirmDialog
          title={`Remove attribute ${dialog.attribute.name}?`}
          isOpen
          confirmLabel="Remove"
          onConfirm={() => void removeAttribute(dialog.attribute).catch(reportError)}
          onClose={closeParticipantsDialog}
        >
          <p>
            The values of {dialog.filled} {dialog.filled === 1 ? 'participant' : 'participants'} go with it.
          </p>
          <p className="muted">It can be undone.</p>
        </ConfirmDialog>
      );
    case 'import':
      return <ImportTableDialog file={dialog.file} first={dialog.preview} />;
    default:
      return assertNever(dialog);
  }
}

function whatGoes({ transcripts, cells }: { readonly transcripts: number; readonly cells: number }): string {
  const lines = ['The attributes of this participant go.'];
  if (transcripts > 0) {
    lines.push(
      transcripts === 1
        ? 'The transcript stays, without a participant.'
        : `The ${transcripts} transcripts stay, without a participant.`,
    );
  }
  if (cells > 0)
    lines.push(
      `${cells} matrix ${cells === 1 ? 'cell stays' : 'cells stay'}: the row says that the case was removed.`,
    );
  return lines.join(' ');
}
