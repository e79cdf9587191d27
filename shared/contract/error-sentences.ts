import { assertNever } from '../assert.ts';
import type { PackageKind } from '../packages/package-manifest.ts';
import type { WireError } from './errors.ts';

export interface ErrorSentence {
  /** What happened. */
  readonly title: string;
  /** What to do now. */
  readonly advice: string;
}

const say = (title: string, advice: string): ErrorSentence => ({ title, advice });

/** The sentence that a person reads. Every refusal says what to do; none blames. */
export function errorSentence(error: WireError): ErrorSentence {
  switch (error.code) {
    case 'bad-input':
      return say('Crosscase could not read that input.', error.detail.problems.join(' '));
    case 'unknown-method':
      return say(
        `Crosscase does not know “${error.detail.method}”.`,
        'The window and the core are from different versions. Reload the window.',
      );
    case 'not-allowed':
      return say('That is not allowed.', error.detail.reason);
    case 'internal':
      return say(
        'Something went wrong inside Crosscase. Nothing was changed.',
        `Try again; if it happens again, report this: ${error.detail.message}`,
      );
    case 'no-project':
      return say('No project is open.', 'Open a project, or create one, on the Study screen.');
    case 'no-coder':
      return say('Nobody is coding yet.', 'Say who is coding, at the bottom of the left rail.');
    case 'not-found':
      return say(
        `That ${error.detail.what} is no longer there.`,
        'It may have been removed or undone meanwhile.',
      );
    case 'name-taken':
      return say(
        `There is already a ${error.detail.what} called “${error.detail.name}”.`,
        'Choose another name.',
      );
    case 'name-empty':
      return say(`A ${error.detail.what} needs a name.`, 'Type at least one character.');
    case 'name-unknown':
      return say(
        `There is no ${error.detail.what} called “${error.detail.name}”.`,
        error.detail.known.length === 0
          ? 'There is none at all yet.'
          : `There is: ${error.detail.known.join('; ')}.`,
      );
    case 'project-missing':
      return say(
        'That project file is not there.',
        `It was looked for at ${error.detail.path}. It may have been moved or renamed.`,
      );
    case 'project-exists':
      return say(
        'A file with that name is already there.',
        `${error.detail.path} was left as it is. Choose another name.`,
      );
    case 'project-not-ours':
      return say(
        'That file is not a Crosscase project.',
        `${error.detail.path} was left as it is. Choose a file that ends in .crosscase.`,
      );
    case 'project-damaged':
      return say(
        'That project file is damaged.',
        `Nothing was written to ${error.detail.path}. Keep it, and open your latest backup copy. (${error.detail.message})`,
      );
    case 'project-newer':
      return say(
        'That project was made by a newer Crosscase.',
        `The file has version ${error.detail.fileVersion}; this Crosscase reads up to ${error.detail.ourVersion}. Update Crosscase to open it. The file was left as it is.`,
      );
    case 'project-read-only':
      return say(
        'That project file cannot be written to.',
        `Copy ${error.detail.path} to a folder of your own, or allow writing, and open it there.`,
      );
    case 'project-open-elsewhere':
      return say(
        'That project is open in another window of Crosscase.',
        'Close it there first, so that no work is lost.',
      );
    case 'project-folder-missing':
      return say('That folder is not there.', `Make the folder ${error.detail.path}, or choose another one.`);
    case 'disk-full':
      return say(
        'The disk is full. The last change was not saved.',
        'Make room on the disk and do it again.',
      );
    case 'disk-unreachable':
      return say(
        'The disk with the project does not answer. The last change was not saved.',
        `Check that the disk, memory stick or network folder of ${error.detail.path} is there, and do it again. (${error.detail.message})`,
      );
    case 'file-missing':
      return say(`“${error.detail.name}” is no longer there.`, 'Choose the file again.');
    case 'file-empty':
      return say(
        `“${error.detail.name}” is empty.`,
        'Check that it is the right file, and that it was saved.',
      );
    case 'file-too-large':
      return say(
        `“${error.detail.name}” is too large (${error.detail.megabytes} MB).`,
        `A file may have at most ${error.detail.limit} MB. An interview of two hours is less than 1 MB: check that this is a transcript.`,
      );
    case 'file-binary':
      return say(
        `“${error.detail.name}” is not a text.`,
        'It holds binary data. Export the transcript as .txt or .docx first.',
      );
    case 'file-encoding':
      return say(
        `“${error.detail.name}” cannot be read as ${error.detail.encoding.toUpperCase()}.`,
        `The first character that cannot be read is at position ${error.detail.position}. Choose another encoding, or save it again as UTF-8 (in Word: “Save as”, plain text, Unicode (UTF-8)).`,
      );
    case 'file-encrypted':
      return say(
        `“${error.detail.name}” is protected with a password.`,
        'Open it in its own program, save a copy without the password, and import that.',
      );
    case 'file-too-slow':
      return say(
        `“${error.detail.name}” took longer than ${error.detail.seconds} seconds to read.`,
        'Reading was stopped. Save it in another format, for instance as plain text, and import that.',
      );
    case 'pdf-without-text':
      return say(
        `“${error.detail.name}” has no text layer.`,
        `Its ${error.detail.pages === 1 ? 'page is a picture' : `${error.detail.pages} pages are pictures`}, as a scanner makes them. Recognise the text first (OCR), or ask for the document that it was printed from.`,
      );
    case 'pdf-too-long':
      return say(
        `“${error.detail.name}” has ${error.detail.pages.toLocaleString('en-GB')} pages.`,
        `Crosscase reads PDFs of at most ${error.detail.limit.toLocaleString('en-GB')} pages. Save the interview as a file of its own.`,
      );
    case 'subtitles-without-cues':
      return say(
        `“${error.detail.name}” holds no subtitles.`,
        'There is no line such as “00:00:03.000 --> 00:00:05.000”. If it is plain text, rename it to .txt.',
      );
    case 'text-too-long':
      return say(
        `The text of “${error.detail.name}” is too long (${error.detail.characters.toLocaleString('en-GB')} characters).`,
        `A transcript may have ${error.detail.limit.toLocaleString('en-GB')}. Cut it into several files.`,
      );
    case 'text-nul':
      return say(
        `“${error.detail.name}” holds characters that are none (NUL), the first at position ${error.detail.position}.`,
        'The file was damaged, or is not a text. Open it in the program that made it and save it again.',
      );
    case 'text-surrogate':
      return say(
        `“${error.detail.name}” holds half a character at position ${error.detail.position}.`,
        'An emoji or a rare letter was cut in two (a lone surrogate). Open the file in its own program, mend that place and save it again.',
      );
    case 'file-mislabelled':
      return say(
        `“${error.detail.name}” is named ${error.detail.expected} but is ${error.detail.found}.`,
        'Rename it to what it is, or save it again in the right format.',
      );
    case 'file-unreadable':
      return say(
        `“${error.detail.name}” could not be read.`,
        `Open it in its own program and save it again. (${error.detail.message})`,
      );
    case 'file-not-written':
      return say(
        `“${error.detail.name}” could not be saved.`,
        `If it is open in another program, close it there; or save under another name. (${error.detail.message})`,
      );
    case 'file-format-unknown':
      return say(
        `Crosscase cannot read “${error.detail.name}”.`,
        `It reads ${error.detail.known.join(', ')}. Save it in one of these.`,
      );
    case 'package-not-ours':
      return say(
        `“${error.detail.name}” is not a package of Crosscase.`,
        'Nothing was changed. Choose the file that the other person sent, as it was sent.',
      );
    case 'package-newer':
      return say(
        `“${error.detail.name}” was made by a newer Crosscase.`,
        'Nothing was changed. Update Crosscase to open it, or ask for a package made with your version.',
      );
    case 'package-damaged':
      return say(
        `“${error.detail.name}” is not as it was made. ${error.detail.message}`,
        'Nothing was changed. Ask for the package again; send it as a file, not pasted into a message.',
      );
    case 'package-wrong-kind':
      return say(
        `“${error.detail.name}” is ${packageNames[error.detail.found]}.`,
        `Nothing was changed. Here it takes ${error.detail.wanted.map((kind) => packageNames[kind]).join(' or ')}. ${placeOfPackage[error.detail.found]}`,
      );
    case 'package-other-study':
      return say(
        `“${error.detail.name}” belongs to another study, “${error.detail.title}”.`,
        'Nothing was changed. Open the project that the package was sent from, and merge it there.',
      );
    case 'kept-not-placed':
      return say(
        `“${error.detail.label}” cannot take the place of ours.`,
        'Something that it refers to is no longer here, or its place is taken. It stays kept; put it in by hand.',
      );
    case 'passphrase-needed':
      return say(
        `“${error.detail.name}” is encrypted.`,
        'Type the passphrase that was agreed with its sender.',
      );
    case 'passphrase-wrong':
      return say(
        `That passphrase does not open “${error.detail.name}”.`,
        'Nothing was changed. Type it again, with its capitals and spaces; without it nobody can read the package.',
      );
    case 'csv-invalid':
      return say(
        `“${error.detail.name}” is not a table that Crosscase can read.`,
        `Line ${error.detail.line}: ${error.detail.message}`,
      );
    case 'csv-no-rows':
      return say(
        `“${error.detail.name}” holds no participants.`,
        'It needs one line with column names, and one line for each participant.',
      );
    case 'archive-refused':
      return say(
        `“${error.detail.name}” was not opened, and nothing was changed.`,
        `${error.detail.reason} Export it again from the program that made it.`,
      );
    case 'xml-invalid':
      return say(
        `“${error.detail.name}” is not a file that Crosscase can read.`,
        `Line ${error.detail.line}: ${error.detail.message} Export it again from the program that made it.`,
      );
    case 'codebook-invalid':
      return say(
        `“${error.detail.name}” is not a codebook that Crosscase can read.`,
        error.detail.problems.join(' '),
      );
    case 'guide-invalid':
      return say(
        `“${error.detail.name}” is not an interview guide that Crosscase can read.`,
        'It should be JSON with “parts”, each with a “title” and a list of “questions”. Or paste the questions into the guide.',
      );
    case 'code-cycle':
      return say(`“${error.detail.name}” cannot be placed inside itself.`, 'Choose another place.');
    case 'reason-missing':
      return say(
        `Say why ${error.detail.what}.`,
        'The reduction log keeps the reason, so that others can follow how the second matrix came about.',
      );
    case 'matrix-circular':
      return error.detail.matrix === error.detail.source
        ? say(
            `“${error.detail.matrix}” cannot be drawn from itself.`,
            'Make a new matrix, and draw its columns from this one.',
          )
        : say(
            `“${error.detail.source}” is itself drawn from “${error.detail.matrix}”.`,
            'Its cells would rest on themselves. Choose another matrix to draw from, or remove those columns first.',
          );
    case 'range-invalid':
      return say(
        'That selection does not lie in the text.',
        `It runs from ${error.detail.start} to ${error.detail.end} in a text of ${error.detail.length}. Select it again.`,
      );
    case 'coding-exists':
      return say(`This passage already has “${error.detail.code}”.`, 'Nothing was changed.');
    case 'coding-alone':
      return say(
        `No other coding of “${error.detail.code}” touches this one.`,
        'Codings become one when they overlap or touch, or when there are only spaces between them. Move an edge first, or extend one of them.',
      );
    case 'split-outside':
      return say(
        'A coding is split at a place between two of its words.',
        'Put the caret inside the coding, before the word that the second part should begin with.',
      );
    case 'transcript-newer':
      return say(
        `“${error.detail.title}” was corrected meanwhile: there is a newer version of it.`,
        'Open it again and make your change there. What you typed is still on your screen to copy.',
      );
    case 'nothing-corrected':
      return say(
        `Nothing in “${error.detail.title}” would change.`,
        'The text is exactly what it was: there is nothing to save.',
      );
    case 'code-exclusive':
      return say(
        `“${error.detail.code}” and “${error.detail.other}” exclude each other (${error.detail.domain}).`,
        error.detail.words === ''
          ? 'Apply one of them. Nothing was changed.'
          : `“${error.detail.words}” has “${error.detail.other}” already. Remove or recode that coding first, or choose other words.`,
      );
    case 'merge-exclusive':
      return say(
        `${error.detail.passages === 1 ? 'One passage' : `${error.detail.passages} passages`} would have two codes that exclude each other.`,
        `Look at the passages in the preview, and recode them first or merge “${error.detail.into}” all the same.`,
      );
    case 'code-merge-below':
      return say(
        `“${error.detail.into}” stands below “${error.detail.name}”.`,
        `Move it out of “${error.detail.name}” first, or merge the other way round.`,
      );
    case 'not-your-coding':
      return say(
        `That coding belongs to ${error.detail.coder}.`,
        'Nobody can change the coding of somebody else. Code it in your own layer.',
      );
    case 'not-your-memo':
      return say(
        `That memo was written by ${error.detail.coder}.`,
        'Only its writer changes it. Write a memo of your own, and link to this one with @.',
      );
    case 'text-discussed':
      return say(
        `“${error.detail.title}” was discussed in “${error.detail.session}”.`,
        'People remember what they have argued about, so it says nothing about agreement any more. Choose other transcripts, or draw new ones.',
      );
    case 'not-frozen':
      return say(
        `Comparing has not begun in “${error.detail.session}”.`,
        'Begin comparing when all coders have finished: until then nobody sees the work of the others.',
      );
    case 'nothing-finished':
      return say(
        `There is no transcript that ${error.detail.coders.join(' and ')} have all finished.`,
        'Each marks a transcript as finished on the coding screen. Only such transcripts are compared.',
      );
    case 'session-needed':
      return say(
        `“${error.detail.by}” compares codings of “${error.detail.session}”.`,
        'Remove that session first.',
      );
    case 'undo-ends':
      return say(
        'Undo ends here: something was erased from this study for good.',
        'A participant withdrew, or names were erased. Nothing before that can be undone; everything since can.',
      );
    case 'names-key-invalid':
      return say(
        `“${error.detail.name}” is not a list of names that Crosscase saved.`,
        'Choose the .age file that was saved on the screen of pseudonyms.',
      );
    case 'confirmation-differs':
      return say(
        `Type “${error.detail.expected}” to confirm.`,
        'What was typed is something else, and nothing was erased.',
      );
    case 'checker-is-author':
      return say(
        'Nobody checks what they wrote themselves.',
        'Ask somebody else, or let the author take what is there as it is.',
      );
    case 'nothing-to-check':
      return say(
        'There is nothing written to check.',
        'Write a summary first, or choose cells that have one.',
      );
    case 'own-first':
      return say(
        'You were asked for your own view first.',
        'Write your own summary, or give your own rating, from the evidence; then the author’s is shown.',
      );
    case 'own-too-late':
      return say(
        'The author’s summary is shown here already.',
        'An own view is written before that. Say in your verdict and its note what you see differently.',
      );
    case 'claim-withheld':
      return say(
        'The author’s words are not in this file, so that you write your own first.',
        'Write your own and send it back; the author then sends a second file with theirs, for your verdict.',
      );
    case 'verdict-without-note':
      return say('A difference needs a note.', 'Say what differs, so that the author can answer.');
    case 'not-your-answer':
      return say(
        `That is for the author to answer, not for ${error.detail.checker}.`,
        'Change your verdict, or settle the difference and say how.',
      );
    case 'resolution-empty':
      return say('Say how the difference was settled.', 'One sentence is enough: it is kept with the check.');
    case 'sentence-not-found':
      return say(
        'That sentence is not in the summary any more.',
        `It was changed meanwhile: “${error.detail.sentence}”. Choose a sentence that is there.`,
      );
    case 'mark-needs-claim':
      return say('There is nothing written that could be ready.', 'Write a summary first.');
    case 'mark-needs-empty':
      return say(
        'Something is written there already.',
        'Clear the cell first; “not asked” and “nothing said” are said of cells without a summary.',
      );
    case 'not-stale':
      return say('Nothing has changed since somebody stood by this cell.', 'There is nothing to confirm.');
    case 'not-a-check':
      return say(
        'This project was not made from a check package.',
        'Verdicts are sent back from the project that opened when the package was read.',
      );
    case 'nothing-checked':
      return say(
        'There is nothing to send back yet.',
        'Give at least one verdict, or write at least one own view where you are asked for it first.',
      );
    case 'sheet-not-a-workbook':
      return say(
        `“${error.detail.name}” is ${error.detail.found}.`,
        'Crosscase reads back Excel workbooks. Open it in its own program, save it as “Excel 2007–365 (.xlsx)”, and choose that file: what Crosscase hid in it stays in it.',
      );
    case 'sheet-without-marks':
      return say(
        `“${error.detail.name}” does not say which matrix it is.`,
        'Crosscase reads back an Excel workbook that it exported itself: the last column of its sheet “Matrix”, and the last row, are hidden and say what is what. Copy your texts into such a workbook.',
      );
    case 'sheet-of-other-project':
      return say(
        `“${error.detail.name}” was exported from another project.`,
        'Open that project and read it back there. Nothing was changed.',
      );
    case 'sheet-of-other-matrix':
      return say(
        `“${error.detail.name}” was exported from the matrix “${error.detail.matrix}”.`,
        'Open that matrix and read it back there. Nothing was changed.',
      );
    case 'cell-changed-meanwhile':
      return say(
        `${error.detail.cell} was changed while you were deciding.`,
        'Nothing was taken. Read the workbook back once more and decide again.',
      );
    case 'nothing-to-undo':
      return say('There is nothing of yours to undo.', 'The History screen shows what others changed.');
    case 'nothing-to-redo':
      return say('There is nothing to redo.', 'Redo works until you change something else.');
    case 'undo-blocked':
      return say(
        `“${error.detail.label}” cannot be undone any more.`,
        'Later work of another coder rests on it. Nothing was changed.',
      );
    case 'host-gone':
      return say(
        'Crosscase has stopped running.',
        'Everything that was shown as saved is on disk. Start Crosscase again and go on in the window that it opens.',
      );
    case 'cancelled':
      return say('Cancelled.', 'Nothing was changed.');
    default:
      return assertNever(error);
  }
}

const packageNames: Readonly<Record<PackageKind, string>> = {
  'coding task': 'a coding package',
  'coding work': 'a package of finished coding',
  check: 'a package of cells to check',
  checked: 'a package of checked cells',
};

const placeOfPackage: Readonly<Record<PackageKind, string>> = {
  'coding task': 'Open it from the Study screen: it becomes a project of your own.',
  'coding work': 'Merge it into the project that the coding was asked from.',
  check: 'Open it where cells are checked.',
  checked: 'Open it in the project that the check was asked from.',
};
