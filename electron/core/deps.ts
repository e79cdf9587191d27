/** Everything that differs between a running product and a test: time, identity, places on disk. */
export interface Deps {
  /** ISO 8601, UTC. */
  now(): string;
  /** A UUID (version 7): sorts by the time it was made. */
  newUid(): string;
  log(message: string, error?: unknown): void;
  readonly paths: Paths;
}

export interface Paths {
  readonly migrations: string;
  /** Where this machine's own settings are kept: recent projects, who codes here. Never in a project file. */
  readonly config: string;
  /** Where new projects are suggested to be made. */
  readonly documents: string;
  /** Scratch space of this run; emptied at close. */
  readonly scratch: string;
  /** The sample study that ships with the product. */
  readonly sampleStudy: string;
}
