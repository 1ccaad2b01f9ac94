namespace Advocacy.Platform.Sqlite;

/// <summary>The tables of the file. Opening an older file brings it up to date, also where a container indexes a new field.</summary>
internal static class SqliteSchema
{
    /// <summary>What <c>PRAGMA user_version</c> says in files that this version writes.</summary>
    public const int Version = 1;

    // "ADVO" in ASCII: tells our files from other programs' databases.
    private const int ApplicationId = 0x4144564F;

    // ETags, message ids and receipts all come from one counter, so that none is ever given out twice.
    private const string Common = """
        CREATE TABLE IF NOT EXISTS store_counter (only INTEGER PRIMARY KEY CHECK (only = 1), last INTEGER NOT NULL);
        INSERT INTO store_counter VALUES (1, 0) ON CONFLICT DO NOTHING;
        CREATE TABLE IF NOT EXISTS queue_messages (
            seq INTEGER PRIMARY KEY, queue TEXT NOT NULL, visible_at INTEGER NOT NULL,
            dequeue_count INTEGER NOT NULL, receipt INTEGER NOT NULL, body TEXT NOT NULL);
        CREATE INDEX IF NOT EXISTS queue_messages_next ON queue_messages (queue, visible_at, seq);
        """;

    /// <exception cref="IOException">The file is another program's, or a newer version's.</exception>
    public static void Bring(SqliteSession session, IEnumerable<ContainerTable> tables)
    {
        Check(session);
        // The mode lies in the file and cannot be changed inside a transaction.
        session.Execute("PRAGMA journal_mode = WAL");
        session.Execute("BEGIN IMMEDIATE");
        Script(session, Common);
        foreach (var table in tables)
        {
            Bring(session, table);
        }
        session.Execute($"PRAGMA application_id = {ApplicationId}");
        session.Execute($"PRAGMA user_version = {Version}");
        session.Execute("COMMIT");
    }

    private static void Check(SqliteSession session)
    {
        var version = session.ReadLong("PRAGMA user_version");
        if (session.ReadLong("PRAGMA application_id") == ApplicationId)
        {
            if (version > Version)
            {
                throw new IOException(
                    $"it was written by a newer version of this program (format {version}, this one knows up to {Version}). "
                        + "Run the newer version, or name another data folder."
                );
            }
        }
        else if (session.ReadLong("SELECT count(*) FROM sqlite_schema") > 0)
        {
            throw new IOException("it is another program's database. Name another data folder.");
        }
    }

    private static void Bring(SqliteSession session, ContainerTable table)
    {
        Script(
            session,
            $"""
            CREATE TABLE IF NOT EXISTS {table.Name} (
                slot INTEGER NOT NULL, pk TEXT NOT NULL, id TEXT NOT NULL, type TEXT NOT NULL, etag INTEGER NOT NULL,
                expires INTEGER, body BLOB NOT NULL);
            CREATE UNIQUE INDEX IF NOT EXISTS {table.KeyIndex} ON {table.Name} (slot, pk, id);
            CREATE INDEX IF NOT EXISTS {table.ExpiryIndex} ON {table.Name} (expires) WHERE expires IS NOT NULL;
            """
        );
        foreach (var field in table.Container.IndexedFields)
        {
            var column = ContainerTable.Column(field);
            if (
                session.ReadLong($"SELECT count(*) FROM pragma_table_info('{table.Name}') WHERE name = '{column}'") == 0
            )
            {
                Script(
                    session,
                    // The same as DocumentRow takes out of the JSON; `->` gives JSON, `->>` gives text.
                    $"""
                    ALTER TABLE {table.Name} ADD COLUMN {column} TEXT;
                    UPDATE {table.Name} SET {column} = CASE json_type(CAST(body AS TEXT), '$.{field}')
                        WHEN 'text' THEN CAST(body AS TEXT) ->> '$.{field}'
                        WHEN 'integer' THEN CAST(body AS TEXT) -> '$.{field}'
                        WHEN 'real' THEN CAST(body AS TEXT) -> '$.{field}'
                        WHEN 'true' THEN 'true' WHEN 'false' THEN 'false' END;
                    CREATE INDEX {table.FieldIndex(field)} ON {table.Name} ({column});
                    """
                );
            }
        }
    }

    private static void Script(SqliteSession session, string statements)
    {
        foreach (
            var statement in statements.Split(
                ';',
                StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries
            )
        )
        {
            session.Execute(statement);
        }
    }
}
