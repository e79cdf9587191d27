import Database from 'better-sqlite3';

/** A database of QualCoder, with the tables of version 4. */
export function qualCoderDatabase(file: string, fill: (db: Database.Database) => void): void {
  const db = new Database(file);
  db.exec(`
    CREATE TABLE project (databaseversion text, date text, memo text, about text, bookmarkfile integer, bookmarkpos integer, codername text, recently_used_codes text);
    CREATE TABLE source (id integer primary key, name text, fulltext text, mediapath text, memo text, owner text, date text, av_text_id integer, risid integer, unique(name));
    CREATE TABLE code_image (imid integer primary key, id integer, x1 integer, y1 integer, width integer, height integer, cid integer, memo text, date text, owner text, important integer);
    CREATE TABLE code_av (avid integer primary key, id integer, pos0 integer, pos1 integer, cid integer, memo text, date text, owner text, important integer);
    CREATE TABLE annotation (anid integer primary key, fid integer, pos0 integer, pos1 integer, memo text, owner text, date text);
    CREATE TABLE attribute_type (name text primary key, date text, owner text, memo text, caseOrFile text, valuetype text);
    CREATE TABLE attribute (attrid integer primary key, name text, attr_type text, value text, id integer, date text, owner text);
    CREATE TABLE case_text (id integer primary key, caseid integer, fid integer, pos0 integer, pos1 integer, owner text, date text, memo text);
    CREATE TABLE cases (caseid integer primary key, name text, memo text, owner text, date text, constraint ucm unique(name));
    CREATE TABLE code_cat (catid integer primary key, name text, owner text, date text, memo text, supercatid integer, unique(name));
    CREATE TABLE code_text (ctid integer primary key, cid integer, fid integer, seltext text, pos0 integer, pos1 integer, owner text, date text, memo text, avid integer, important integer, unique(cid,fid,pos0,pos1,owner));
    CREATE TABLE code_name (cid integer primary key, name text, memo text, catid integer, owner text, date text, color text, supercid integer, unique(name));
    CREATE TABLE journal (jid integer primary key, name text, jentry text, date text, owner text);
    INSERT INTO project VALUES ('v14', '2024-01-15 09:00:00', 'About the study', '', null, null, 'default', '');
  `);
  fill(db);
  db.close();
}

/** A database of Taguette 1.5. */
export function taguetteDatabase(file: string, fill: (db: Database.Database) => void): void {
  const db = new Database(file);
  db.exec(`
    CREATE TABLE users (login text primary key);
    CREATE TABLE projects (id integer primary key, name text not null, description text not null, created datetime);
    CREATE TABLE documents (id integer primary key, name text not null, description text not null, filename text, created datetime, project_id integer, text_direction text, contents text not null);
    CREATE TABLE highlights (id integer primary key, document_id integer, start_offset integer, end_offset integer, snippet text not null);
    CREATE TABLE tags (id integer primary key, project_id integer, path text, description text not null);
    CREATE TABLE highlight_tags (highlight_id integer, tag_id integer, primary key (highlight_id, tag_id));
  `);
  fill(db);
  db.close();
}
