import { useId, useState, type FormEvent, type ReactNode } from 'react';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { sentenceOf } from '../ui/toasts-store.ts';
import { closeTranscriptsDialog } from './transcripts-actions.ts';

interface FormDialogProps {
  readonly title: string;
  readonly confirm: string;
  readonly save: () => Promise<void>;
  /** Left out: the dialog of the Transcripts screen is closed. */
  readonly onClose?: () => void;
  readonly size?: 'medium';
  readonly children: (problem: string | undefined) => ReactNode;
}

/** One question; Enter answers it, and what is refused is said beside the field. */
export function FormDialog({
  title,
  confirm,
  save,
  onClose = closeTranscriptsDialog,
  size,
  children,
}: FormDialogProps) {
  const [problem, setProblem] = useState<string>();
  const form = useId();
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    save().then(onClose, (error: unknown) => {
      const sentence = sentenceOf(error);
      setProblem(`${sentence.title} ${sentence.advice}`);
    });
  };
  return (
    <Dialog
      title={title}
      isOpen
      onClose={onClose}
      {...(size === undefined ? {} : { size })}
      footer={
        <>
          <Button onPress={onClose}>Cancel</Button>
          <Button tone="primary" type="submit" form={form}>
            {confirm}
          </Button>
        </>
      }
    >
      <form id={form} className="transcripts-form" onSubmit={submit}>
        {children(problem)}
      </form>
    </Dialog>
  );
}
