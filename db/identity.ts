/** What makes a SQLite file a register: the application_id of its header, "PREG". */
export const applicationId = 0x50524547;

/** SQLite before this could corrupt a register in WAL mode (https://sqlite.org/wal.html#walresetbug). */
export const oldestSqlite = [3, 51, 3] as const;

/** The driver is built for Node-API 10: on an older Node it ends the process without a word. */
export const oldestNodeApi = 10;
