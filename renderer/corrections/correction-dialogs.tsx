import { useState, type FormEvent } from 'react';
import { api } from '../api/api.ts';
import { useLive } from '../api/use-live.ts';
import { Button } from '../ui/button.tsx';
import { ConfirmDialog, Dialog } from '../ui/dialog.tsx';
import { TextField } from '../ui/text-field.tsx';
import { reportError } from '../ui/toasts-store.ts';
import { realChanges, useCorrection, type CorrectionDraft } from './correction-draft.ts';
import { saveCorrection, stopCorrecting, useCorrectionsUi } from './corrections-actions.ts';
import { CorrectedFileDialog } from './corrected-file-dialog.tsx';
import { WhatBecomes } from './what-becomes.tsx';
import { VersionsOfTranscript } from './versions-of-transcript.tsx';

/** Whatever the correcting of a transcript is asking. */
export function CorrectionDialogs() {
  const { draft, asking } = useCorrection();
  const { isListOpen, corrected } = useCorrectionsUi();
  const close = (): void => useCorrection.setState({ asking: null });
  return (
    <>
      {draft !== null && asking === 'save' && <SaveDialog draft={draft} onClose={close} />}
      {draft !== null && asking === 'discard' && (
        <ConfirmDialog
          title="Discard what you typed?"
          isOpen
          confirmLabel="Discard"
          onConfirm={stopCorrecting}
          onClose={close}
        >
          <p>“{draft.title}” stays as it was, with all of its codings.</p>
        </ConfirmDialog>
      )}
      {isListOpen && <VersionsOfTranscript />}
      {corrected !== null && <CorrectedFileDialog corrected={corrected} />}
    </>
  );
}

function SaveDialog({ draft, onClose }: { readonly draft: CorrectionDraft; readonly onClose: () => void }) {
  const [reason, setReason] = useState('');
  const { value: outcome, error } = useLive(
    () =>
      api.corrections.preview({
        transcriptId: draft.transcriptId,
        versionId: draft.versionId,
        changes: realChanges(draft).map((change) => ({ ...change })),
      }),
    ['coding'],
    [draft],
  );
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    onClose();
    saveCorrection(reason).catch(reportError);
  };
  return (
    <Dialog
      title={`Save the corrected “${draft.title}”`}
      isOpen
      onClose={onClose}
      size="medium"
      footer={
        <>
          <Button onPress={onClose}>Go on typing</Button>
          <Button tone="primary" type="submit" form="save-correction" isDisabled={outcome === undefined}>
            Save a new version
          </Button>
        </>
      }
    >
      <form id="save-correction" className="correction-form" onSubmit={submit}>
        <TextField
          label="Why"
          placeholder="Typing errors, checked against the recording"
          autoFocus
          value={reason}
          onChange={setReason}
        />
      </form>
      {error !== null && <p className="field-error">{error.message}</p>}
      {outcome !== undefined && <WhatBecomes outcome={outcome} />}
      <p className="muted">The text as it was stays readable under Versions, and undo brings it back.</p>
    </Dialog>
  );
}
