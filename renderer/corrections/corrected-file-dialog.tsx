import { useState } from 'react';
import { FormDialog } from '../transcripts/form-dialog.tsx';
import { TextField } from '../ui/text-field.tsx';
import { takeOverCorrected, useCorrectionsUi, type CorrectedFile } from './corrections-actions.ts';
import { WhatBecomes } from './what-becomes.tsx';

/** A corrected file over the transcript that is open: what would become of its codings, before anything is stored. */
export function CorrectedFileDialog({ corrected }: { readonly corrected: CorrectedFile }) {
  const [reason, setReason] = useState('');
  return (
    <FormDialog
      title={`A corrected “${corrected.title}”`}
      confirm="Save a new version"
      size="medium"
      save={() => takeOverCorrected(corrected, reason)}
      onClose={() => useCorrectionsUi.setState({ corrected: null })}
    >
      {(problem) => (
        <>
          <p>
            “{corrected.fileName}” becomes the newest version. Codings follow their words, as when one
            corrects the text here.
          </p>
          <TextField
            label="Why"
            placeholder="Checked by the participant"
            autoFocus
            value={reason}
            onChange={setReason}
            errorMessage={problem}
          />
          <WhatBecomes outcome={corrected.outcome} />
          <p className="muted">The text as it was stays readable under Versions, and undo brings it back.</p>
        </>
      )}
    </FormDialog>
  );
}
