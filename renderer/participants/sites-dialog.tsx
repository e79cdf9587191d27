import { useState } from 'react';
import type { Site } from '#shared/participants/participants-contract.ts';
import { api } from '../api/api.ts';
import { useLive } from '../api/use-live.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { TextField } from '../ui/text-field.tsx';
import { notify, sentenceOf } from '../ui/toasts-store.ts';
import { useDraft } from '../ui/use-draft.ts';
import { closeParticipantsDialog } from './participants-actions.ts';

/** The schools, wards or teams that participants come from: their names, what is noted about them, and their end. */
export function SitesDialog() {
  const { value: table } = useLive(() => api.participants.table({}), ['site', 'participant'], []);
  const sites = table?.sites ?? [];
  return (
    <Dialog
      title="Sites"
      isOpen
      onClose={closeParticipantsDialog}
      size="medium"
      footer={<Button onPress={closeParticipantsDialog}>Close</Button>}
    >
      {table !== undefined && sites.length === 0 && (
        <p className="muted">There is no site yet. Type one into the column “Site” of a participant.</p>
      )}
      <ul className="sites">
        {sites.map((site) => (
          <SiteRow key={site.id} site={site} />
        ))}
      </ul>
    </Dialog>
  );
}

/** Saved when a field is left, as in the table behind it. */
function SiteRow({ site }: { readonly site: Site }) {
  const [code, setCode] = useDraft(site.code);
  const [note, setNote] = useDraft(site.note);
  const [problem, setProblem] = useState<string>();
  const { id, participants } = site;
  const save = (): void => {
    if (code.trim() === site.code && note.trim() === site.note) return;
    api.participants.changeSite({ id, code, note }).then(
      () => setProblem(undefined),
      (error: unknown) => {
        const { title, advice } = sentenceOf(error);
        setProblem(`${title} ${advice}`);
      },
    );
  };
  const remove = (): void => {
    api.participants.removeSite({ id }).then(
      () => notify(`Removed the site ${site.code}`, { undo: true }),
      (error: unknown) => setProblem(sentenceOf(error).title),
    );
  };
  return (
    <li className="site">
      <TextField
        label={`Name of the site ${site.code}`}
        hideLabel
        value={code}
        onChange={setCode}
        onBlur={save}
        errorMessage={problem}
      />
      <TextField
        label={`Note about the site ${site.code}`}
        hideLabel
        placeholder="A note"
        value={note}
        onChange={setNote}
        onBlur={save}
      />
      <span className="muted">{participants === 1 ? '1 participant' : `${participants} participants`}</span>
      <Button onPress={remove}>Remove</Button>
    </li>
  );
}
