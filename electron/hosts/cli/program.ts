import { Command, Option } from 'commander';
import type { Client } from '#shared/contract/api.ts';
import { matrixFormats } from '#shared/export/export-contract.ts';
import { VERSION } from '#shared/version.ts';
import type { Core } from '#electron/core/core.ts';
import { exchangeFormats } from '#shared/exchange/exchange-contract.ts';
import { reportFormats, reportKinds } from '#shared/reports/reports-contract.ts';
import { overlapRules, unitKinds } from '#shared/agreement/unit-rules.ts';
import { agreement, type AgreementOptions } from './agreement-verbs.ts';
import { addCodeByVerb } from './code-by-verb.ts';
import { demo } from './demo-verb.ts';
import {
  exportExchange,
  importExchange,
  importSegments,
  reportLosses,
  type ExchangeExportOptions,
  type ExchangeImportOptions,
  type SegmentOptions,
} from './exchange-verbs.ts';
import {
  importCodebook,
  importParticipants,
  importTranscripts,
  type ImportOptions,
  type ParticipantOptions,
} from './import-verbs.ts';
import { exportParticipants, importGuide, matchGuide } from './structure-verbs.ts';
import { exportMatrix, listMatrices, type ExportOptions } from './matrix-verbs.ts';
import { importSummaries, type ReadBackOptions } from './read-back-verb.ts';
import {
  exportPackage,
  merge,
  openPackage,
  returnPackage,
  type MergeOptions,
  type PackageOptions,
} from './package-verbs.ts';
import { checkProject, newProject, sampleStudy } from './project-verbs.ts';
import type { Report } from './report.ts';
import { makeReport, writeArchive, type ReportOptions } from './report-verbs.ts';

type Run = (work: (core: Core, api: Client) => Promise<Report>) => Promise<void>;

interface CoderOption {
  readonly coder?: string;
}

/** The verbs, their arguments and their help. `run` starts the core only when a verb has been understood. */
export function buildProgram(run: Run): Command {
  const program = new Command('crosscase')
    .description('Code qualitative interviews and build cross-case matrices, from a shell.')
    .version(VERSION)
    .option('--json', 'write one JSON object to stdout, for refusals too')
    .showHelpAfterError('(crosscase --help shows how)')
    .addHelpText(
      'after',
      '\nExit codes: 0 done, 1 refused or unsound, 2 wrong usage. Nothing is ever asked.\n' +
        'Exports say what they give away; CROSSCASE_NAMES and CROSSCASE_PASSPHRASE open a list of names to look for.',
    )
    .exitOverride();
  addProjectVerbs(program, run);
  addImportVerbs(program, run);
  addMatrixVerbs(program, run);
  addAgreementVerb(program, run);
  addExchangeVerbs(program, run);
  addReportVerbs(program, run);
  addPackageVerbs(program, run);
  addCodeByVerb(program, run);
  return program;
}

function addProjectVerbs(program: Command, run: Run): void {
  program
    .command('new <file>')
    .description('make a project')
    .option('--title <title>', 'what the study is called')
    .option('--coder <name>', 'make a coder, who then sits here')
    .action((file: string, options: { title?: string; coder?: string }) =>
      run((_, api) => newProject(api, file, options)),
    );
  program
    .command('check <project>')
    .description('look for damage in a project file')
    .action((project: string) => run((_, api) => checkProject(api, project)));
  program
    .command('sample <file>')
    .description('make the sample study: 25 interviews, coded')
    .action((file: string) => run((_, api) => sampleStudy(api, file)));
  program
    .command('demo')
    .description('make the sample study, fill its matrix and export it')
    .option('--out <folder>', 'where to (default: demo in this folder)')
    .action((options: { out?: string }) => run((core, api) => demo(core, api, options.out)));
}

function addImportVerbs(program: Command, run: Run): void {
  program
    .command('import <project> <files...>')
    .description('import transcripts (text, Word, ODT, RTF, HTML, PDF, subtitles); all of them or none')
    .option('--participant <code>', 'whose they are (default: read from the file)')
    .option('--dry-run', 'show what would be imported and store nothing')
    .addOption(coderOption())
    .action((project: string, files: string[], options: ImportOptions) =>
      run((core, api) => importTranscripts(core, api, project, files, options)),
    );
  program
    .command('participants <project> <table>')
    .description('import participants and their attributes (.csv, .tsv, .xlsx)')
    .option('--overwrite', 'take the values of the table where the project has others')
    .option('--site <column>', 'the column that names the site of each participant')
    .option('--dry-run', 'show which rows are about whom and what would change, and store nothing')
    .addOption(coderOption())
    .action((project: string, table: string, options: ParticipantOptions) =>
      run((core, api) => importParticipants(core, api, project, table, options)),
    );
  const guide = program.command('guide').description('the interview guide');
  guide
    .command('import <project> <file>')
    .description('import an interview guide (JSON with parts and questions)')
    .addOption(coderOption())
    .action((project: string, file: string, { coder }: CoderOption) =>
      run((core, api) => importGuide(core, api, project, file, coder)),
    );
  guide
    .command('match <project>')
    .description('mark in all transcripts where the questions of the guide are asked')
    .option('--dry-run', 'show what would be found and store nothing')
    .addOption(coderOption())
    .action((project: string, options: { coder?: string; dryRun?: boolean }) =>
      run((_, api) => matchGuide(api, project, options)),
    );
  program
    .command('export-participants <project>')
    .description('write the table of participants')
    .addOption(new Option('--format <format>', 'what to write').choices(['xlsx', 'csv']).default('xlsx'))
    .option('--out <folder>', 'where to (default: this folder)')
    .action((project: string, options: { format: 'xlsx' | 'csv'; out?: string }) =>
      run((core, api) => exportParticipants(core, api, project, options)),
    );
  program
    .command('codebook')
    .description('the codebook')
    .command('import <project> <source>')
    .description('import a codebook: a JSON file, or the name of a template')
    .addOption(coderOption())
    .action((project: string, source: string, { coder }: CoderOption) =>
      run((core, api) => importCodebook(core, api, project, source, coder)),
    );
}

function addMatrixVerbs(program: Command, run: Run): void {
  const matrix = program.command('matrix').description('matrices');
  matrix
    .command('list <project>')
    .description('list the matrices')
    .action((project: string) => run((_, api) => listMatrices(api, project)));
  matrix
    .command('export <project> <matrix>')
    .description('write a matrix to a spreadsheet, a document, a page, or csv files in a zip')
    .addOption(new Option('--format <format>', 'what to write').choices([...matrixFormats]).default('xlsx'))
    .option('--out <path>', 'a folder or a file (default: this folder)')
    .option('--overwrite', 'write over a file that is there')
    .addOption(coderOption())
    .action((project: string, name: string, options: ExportOptions) =>
      run((core, api) => exportMatrix(core, api, project, name, options)),
    );
  matrix
    .command('import-summaries <project> <xlsx>')
    .description('take back summaries and ratings that were edited in an exported workbook')
    .option('--dry-run', 'show what would change and store nothing')
    .option('--all', 'take conflicts and doubtful cells too, as the workbook has them')
    .addOption(coderOption())
    .action((project: string, xlsx: string, options: ReadBackOptions) =>
      run((core, api) => importSummaries(core, api, project, xlsx, options)),
    );
}

function addExchangeVerbs(program: Command, run: Run): void {
  const exchange = program
    .command('exchange')
    .description('projects of other programs: REFI-QDA, QualCoder, Taguette');
  exchange
    .command('import <project> <file>')
    .description('take over a .qdpx, .qde, .qdc, data.qda or .sqlite3; all of it or nothing')
    .option('--new', 'make the project from it')
    .option('--dry-run', 'say what would be taken over and store nothing')
    .option('--keep-apart', 'take the same name for two different things')
    .addOption(coderOption())
    .action((project: string, file: string, options: ExchangeImportOptions) =>
      run((core, api) => importExchange(core, api, project, file, options)),
    );
  exchange
    .command('segments <project> <file>')
    .description('code the quotations of a spreadsheet (.xlsx, .csv) that stand in the transcripts')
    .option('--near', 'also those that stand in several places, or nearly')
    .option('--dry-run', 'say what was found and store nothing')
    .addOption(coderOption())
    .action((project: string, file: string, options: SegmentOptions) =>
      run((core, api) => importSegments(core, api, project, file, options)),
    );
  exchange
    .command('export <project>')
    .description('write a REFI-QDA project or codebook, and say what it cannot hold')
    .addOption(new Option('--format <format>', 'what to write').choices([...exchangeFormats]).default('qdpx'))
    .option('--no-sidecar', 'leave out what only Crosscase can restore')
    .option('--out <path>', 'a folder or a file (default: this folder)')
    .option('--overwrite', 'write over a file that is there')
    .addOption(coderOption())
    .action((project: string, options: ExchangeExportOptions) =>
      run((core, api) => exportExchange(core, api, project, options)),
    );
  exchange
    .command('report <project>')
    .description('say what an export could not hold, and write nothing')
    .addOption(
      new Option('--format <format>', 'of which format').choices([...exchangeFormats]).default('qdpx'),
    )
    .addOption(coderOption())
    .action((project: string, options: ExchangeExportOptions) =>
      run((_, api) => reportLosses(api, project, options)),
    );
}

function addReportVerbs(program: Command, run: Run): void {
  program
    .command('report <project> <kind>')
    .description(`write a report: ${reportKinds.join(', ')}`)
    .addOption(new Option('--format <format>', 'what to write').choices([...reportFormats]).default('html'))
    .option('--out <path>', 'a folder or a file (default: this folder)')
    .option('--overwrite', 'write over a file that is there')
    .addOption(coderOption())
    .action((project: string, kind: string, options: ReportOptions) =>
      run((core, api) => makeReport(core, api, project, kind, options)),
    );
  program
    .command('archive <project>')
    .description('write the whole study in open formats, with checksums, as one zip')
    .option('--out <path>', 'a folder or a file (default: this folder)')
    .option('--overwrite', 'write over a file that is there')
    .addOption(coderOption())
    .action((project: string, options: ReportOptions) =>
      run((core, api) => writeArchive(core, api, project, options)),
    );
}

function addAgreementVerb(program: Command, run: Run): void {
  program
    .command('agreement <project>')
    .description('measure agreement on the transcripts that all coders have finished')
    .option('--coders <names...>', 'whose (default: all coders)')
    .addOption(new Option('--units <units>', 'compared on what').choices([...unitKinds]).default('turns'))
    .addOption(
      new Option('--rule <rule>', 'when a code counts for a unit')
        .choices([...overlapRules])
        .default('any overlap'),
    )
    .option('--marked-by <name>', 'whose spans are the units, for “spans of one person”')
    .option('--interviewer', 'what the interviewer says counts too')
    .option('--missing', 'of three coders or more: also transcripts that only some of them finished')
    .addOption(
      new Option('--seed <number>', 'of the resamples')
        .argParser((value: string) => Number.parseInt(value, 10))
        .default(1),
    )
    .action((project: string, options: AgreementOptions) =>
      run((_, api) => agreement(api, project, options)),
    );
}

function addPackageVerbs(program: Command, run: Run): void {
  const packages = program
    .command('package')
    .description('coding packages: what coders get, and what they send back');
  packages
    .command('export <project>')
    .description('write a package to code from: texts, units and the frozen codebook')
    .option('--for <name>', 'the coder that it is for (default: whoever opens it)')
    .option('--transcripts <titles...>', 'only these (default: all, or those of the session)')
    .option('--session <name>', 'a comparison session whose units go along')
    .option('--attributes', 'attributes of participants too')
    .option('--out <path>', 'a folder or a file (default: this folder)')
    .option('--overwrite', 'write over a file that is there')
    .option('--passphrase <words>', 'encrypt it')
    .addOption(coderOption())
    .action((project: string, options: PackageOptions) =>
      run((core, api) => exportPackage(core, api, project, options)),
    );
  packages
    .command('open <package> <project>')
    .description('make a project of a package, to code in')
    .option('--coder <name>', 'who codes, where the package does not say so')
    .option('--passphrase <words>', 'when it is encrypted')
    .action((file: string, project: string, options: PackageOptions) =>
      run((core, api) => openPackage(core, api, file, project, options)),
    );
  packages
    .command('return <project>')
    .description('write a package of what the coder has done, to be merged')
    .option('--no-memos', 'without memos')
    .option('--out <path>', 'a folder or a file (default: this folder)')
    .option('--overwrite', 'write over a file that is there')
    .option('--passphrase <words>', 'encrypt it')
    .addOption(coderOption())
    .action((project: string, options: PackageOptions) =>
      run((core, api) => returnPackage(core, api, project, options)),
    );
  program
    .command('merge <project> <source>')
    .description('merge a package of coding, or the project of a colleague; all of it or nothing')
    .option('--dry-run', 'say what would be done and store nothing')
    .option('--same <pairs...>', 'what is the same thing under two names: “Theirs=Ours”')
    .option('--passphrase <words>', 'when the package is encrypted')
    .addOption(coderOption())
    .action((project: string, source: string, options: MergeOptions) =>
      run((core, api) => merge(core, api, project, source, options)),
    );
}

function coderOption(): Option {
  return new Option('--coder <name>', 'who does it (default: who sat here last)');
}
