import { FileBox, Folder, FolderUp } from 'lucide-react';
import { useEffect, useState } from 'react';
import { GridList, GridListItem } from 'react-aria-components';
import type { FolderListing } from '#shared/project/project-contract.ts';
import { api } from '../api/api.ts';
import { Dialog } from '../ui/dialog.tsx';
import { reportError, sentenceOf } from '../ui/toasts-store.ts';

const UP = '..';

/** For hosts without a file dialog of their own: the folders of this machine, with the projects in them. */
export function OpenProjectDialog({ onClose }: { readonly onClose: () => void }) {
  const [listing, setListing] = useState<FolderListing>();
  const [problem, setProblem] = useState<string>();

  const [folder, setFolder] = useState<string | null>(null);
  useEffect(() => {
    api.project.browse({ folder }).then(setListing, reportError);
  }, [folder]);

  const choose = (path: string): void => {
    setProblem(undefined);
    if (path === UP) {
      setFolder(listing?.parent ?? null);
      return;
    }
    if (listing?.entries.find((entry) => entry.path === path)?.kind === 'folder') {
      setFolder(path);
      return;
    }
    api.project.open({ path }).then(onClose, (error: unknown) => {
      const { title, advice } = sentenceOf(error);
      setProblem(`${title} ${advice}`);
    });
  };
  if (listing === undefined) return null;
  const hasProjects = listing.entries.some(({ kind }) => kind === 'project');

  return (
    <Dialog title="Open project" size="medium" isOpen onClose={onClose}>
      <p className="folder-path">{listing.folder}</p>
      {problem !== undefined && (
        <p className="project-problem" role="alert">
          {problem}
        </p>
      )}
      <GridList
        key={listing.folder}
        aria-label={`In ${listing.folder}`}
        className="folder-list"
        autoFocus
        onAction={(key) => choose(String(key))}
      >
        {listing.parent !== null && (
          <GridListItem id={UP} textValue="The folder above" className="folder-entry">
            <FolderUp aria-hidden /> The folder above
          </GridListItem>
        )}
        {listing.entries.map(({ name, path, kind }) => (
          <GridListItem key={path} id={path} textValue={name} className="folder-entry" data-kind={kind}>
            {kind === 'folder' ? <Folder aria-hidden /> : <FileBox aria-hidden />}
            {name}
          </GridListItem>
        ))}
      </GridList>
      {!hasProjects && (
        <p className="muted">There is no project in this folder. Projects end in .crosscase.</p>
      )}
    </Dialog>
  );
}
