import { useEffect, useState, type FormEvent } from 'react';
import { api, host } from '../api/api.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { TextField } from '../ui/text-field.tsx';
import { reportError, sentenceOf } from '../ui/toasts-store.ts';

export function NewProjectDialog({ onClose }: { readonly onClose: () => void }) {
  const [title, setTitle] = useState('');
  const [coderName, setCoderName] = useState('');
  const [folder, setFolder] = useState('');
  const [problem, setProblem] = useState<string>();

  useEffect(() => {
    api.project
      .browse({ folder: null })
      .then((listing) => setFolder(listing.folder))
      .catch(reportError);
  }, []);

  const create = async (): Promise<void> => {
    const name = fileName(title);
    const chosen =
      host.chooseProjectPath === null ? `${folder}/${name}` : await host.chooseProjectPath('create', name);
    if (chosen === null) return;
    await api.project.create({ path: chosen, title, coderName });
    onClose();
  };
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (!complete) return;
    create().catch((error: unknown) => {
      const { title: what, advice } = sentenceOf(error);
      setProblem(`${what} ${advice}`);
    });
  };
  const complete = title.trim() !== '' && coderName.trim() !== '';

  return (
    <Dialog
      title="New project"
      isOpen
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose}>Cancel</Button>
          <Button tone="primary" type="submit" form="new-project" isDisabled={!complete}>
            Create project
          </Button>
        </>
      }
    >
      <form id="new-project" className="project-form" onSubmit={submit}>
        <TextField label="Title of the study" value={title} onChange={setTitle} autoFocus isRequired />
        <TextField
          label="Who is coding?"
          description="Your name or initials. Your codings are kept in a layer of your own."
          value={coderName}
          onChange={setCoderName}
          isRequired
        />
        {host.chooseProjectPath === null && (
          <TextField
            label="Folder"
            description={`The study will be one file: ${fileName(title)}`}
            value={folder}
            onChange={setFolder}
          />
        )}
        {problem !== undefined && (
          <p className="project-problem" role="alert">
            {problem}
          </p>
        )}
      </form>
    </Dialog>
  );
}

/** A file name that every system accepts. */
function fileName(title: string): string {
  const safe = title
    .trim()
    .replace(/[\\/:*?"<>|\p{Cc}]/gu, ' ')
    .replace(/\s+/g, ' ')
    .replace(/^\.+/, '')
    .trim()
    .slice(0, 80);
  return `${safe === '' ? 'Study' : safe}.crosscase`;
}
