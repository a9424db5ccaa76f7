import Database from 'better-sqlite3';

/** The least that any program must do for its first answer: start, open the file, ask one question. */
const db = new Database(process.argv[2] ?? '', { fileMustExist: true, readonly: true });
const rows = db.prepare('SELECT id, ref, text FROM actions ORDER BY plan_id, position LIMIT 50').all();
console.log(rows.length);
db.close();
