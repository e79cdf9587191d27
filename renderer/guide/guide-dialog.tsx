import { useState } from 'react';
import type { FoundQuestions } from '#shared/guide/guide-contract.ts';
import { readGuide, writeGuide } from '#shared/guide/guide-outline.ts';
import { api } from '../api/api.ts';
import { useLive } from '../api/use-live.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { TextField } from '../ui/text-field.tsx';
import { notify, reportError } from '../ui/toasts-store.ts';
import { closeGuide } from './guide-actions.ts';
import './guide.css';

/** The interview guide as text, and where its questions are asked. */
export function GuideDialog() {
  const { value: guide } = useLive(() => api.guide.get({}), ['guide_part', 'guide_question'], []);
  const [written, setWritten] = useState<string>();
  const [found, setFound] = useState<readonly FoundQuestions[]>();
  const stored = guide === undefined ? '' : writeGuide(guide);
  const text = written ?? stored;
  // Compared as it would be read: signs of lists and blank lines are no change.
  const isChanged = JSON.stringify(readGuide(text)) !== JSON.stringify(readGuide(stored));
  const save = async (): Promise<void> => {
    if (isChanged) await api.guide.save({ parts: readGuide(text) });
  };
  const look = async (): Promise<void> => {
    await save();
    setFound(await api.guide.preview({}));
  };
  const mark = async (): Promise<void> => {
    const marked = await api.guide.match({});
    const sum = marked.reduce((total, transcript) => total + transcript.found, 0);
    notify(
      `Marked ${sum.toLocaleString('en-GB')} questions in ${marked.length.toLocaleString('en-GB')} transcripts`,
      {
        undo: true,
      },
    );
    closeGuide();
  };
  return (
    <Dialog
      title="Interview guide"
      size="medium"
      isOpen
      onClose={closeGuide}
      footer={
        <>
          <Button onPress={closeGuide}>Close</Button>
          <Button isDisabled={!isChanged} onPress={() => void save().catch(reportError)}>
            Save
          </Button>
          {found === undefined ? (
            <Button
              tone="primary"
              isDisabled={text.trim() === ''}
              onPress={() => void look().catch(reportError)}
            >
              Find the questions in transcripts
            </Button>
          ) : (
            <Button tone="primary" onPress={() => void mark().catch(reportError)}>
              Mark them
            </Button>
          )}
        </>
      }
    >
      <div className="guide">
        <TextField
          label="Parts and questions"
          description="A line that begins with # is a part of the interview; every other line is a question."
          rows={14}
          autoFocus
          value={text}
          onChange={(next) => {
            setWritten(next);
            setFound(undefined);
          }}
          placeholder={
            '# Background\nHow long have you been teaching?\n\n# Networks\nWhat is a learning network to you?'
          }
        />
        {found !== undefined && <Found found={found} />}
      </div>
    </Dialog>
  );
}

function Found({ found }: { readonly found: readonly FoundQuestions[] }) {
  if (found.length === 0) return <p className="muted">There are no transcripts yet.</p>;
  return (
    <table className="guide-found" aria-label="Questions that were found">
      <thead>
        <tr>
          <th scope="col">Transcript</th>
          <th scope="col">Found</th>
          <th scope="col">Not found</th>
        </tr>
      </thead>
      <tbody>
        {found.map(({ transcriptId, title, found: amount, missing }) => (
          <tr key={transcriptId}>
            <td>{title}</td>
            <td data-number>{amount}</td>
            <td className="muted">{missing.join(' · ')}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
