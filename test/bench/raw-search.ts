import Database from 'better-sqlite3';

/** Search as SQLite gives it: an FTS5 table of its own with the text in it, its counts, and snippets of 50 rows. */
export class RawSearch {
  readonly #connection: Database.Database;

  constructor(texts: Iterable<{ readonly title: string; readonly text: string }>) {
    this.#connection = new Database('');
    this.#connection.exec(`
      CREATE VIRTUAL TABLE interview USING fts5 (title UNINDEXED, text, tokenize = "unicode61 remove_diacritics 2");
      CREATE VIRTUAL TABLE term USING fts5vocab (interview, row);
    `);
    const insert = this.#connection.prepare('INSERT INTO interview (title, text) VALUES (?, ?)');
    this.#connection.transaction(() => {
      for (const { title, text } of texts) insert.run(title, text);
    })();
  }

  /** `folded` is the word as the tokenizer writes it. */
  find(
    word: string,
    folded: string,
  ): { readonly total: number; readonly rows: readonly { title: string }[] } {
    return {
      total: this.#connection.prepare('SELECT cnt FROM term WHERE term = ?').pluck().get(folded) as number,
      rows: this.#connection
        .prepare(
          `SELECT title, snippet(interview, 1, '[', ']', '…', 20) AS context FROM interview
           WHERE interview MATCH ? ORDER BY rowid LIMIT 50`,
        )
        .all(`"${word}"`) as { title: string }[],
    };
  }

  close(): void {
    this.#connection.close();
  }
}
