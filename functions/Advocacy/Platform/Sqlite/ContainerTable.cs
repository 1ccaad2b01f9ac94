using System.Collections.Frozen;
using System.Text;
using Advocacy.Platform.Store;

namespace Advocacy.Platform.Sqlite;

/// <summary>
/// A container as a table: one row per document, the indexed fields as columns of their own, and the SQL of everything but
/// queries. The key is (slot, pk, id), where the slot is a hash of the partition key: so the one index serves point reads,
/// partitions and the shards of a scan. Rows lie in the order of their creation and not in the order of the (random) keys.
/// </summary>
internal sealed class ContainerTable
{
    /// <summary>How many slots the partition keys are spread over; the stored rows depend on it.</summary>
    public const int Slots = 4096;

    /// <summary>Holds for a document that has not expired at the instant of the last parameter.</summary>
    private const string Live = "(expires IS NULL OR expires > ";

    // Parameters 1 to 7 of every write; the fields follow.
    private static readonly string[] Columns = ["slot", "pk", "id", "type", "etag", "expires", "body"];

    public ContainerTable(Container container)
    {
        // Names cannot be parameters of a statement, so they are checked before they become part of one.
        Check(container.Name, container.Name.All(char.IsAsciiLetterLower));
        foreach (var field in container.IndexedFields)
        {
            Check(field, field.All(char.IsAsciiLetterOrDigit));
        }
        Container = container;
        Name = container.Name;
        Fields = container
            .IndexedFields.Select((field, index) => (field, index))
            .ToFrozenDictionary(p => p.field, p => p.index);

        var columns = Columns.Concat(container.IndexedFields.Select(Column)).ToList();
        var now = columns.Count + 1;
        var list = string.Join(", ", columns);
        var values = string.Join(", ", columns.Select((_, index) => $"?{index + 1}"));
        var overwrite = string.Join(", ", columns.Skip(3).Select(column => $"{column} = excluded.{column}"));
        var assign = string.Join(", ", columns.Select((column, index) => $"{column} = ?{index + 1}").Skip(3));
        const string key = "slot = ?1 AND pk = ?2 AND id = ?3";

        ExpiryIndex = $"{Name}_expires";
        Read = $"SELECT etag, type, body FROM {Name} WHERE {key} AND {Live}?4)";
        Upsert = $"INSERT INTO {Name} ({list}) VALUES ({values}) ON CONFLICT (slot, pk, id) DO UPDATE SET {overwrite}";
        Create = $"{Upsert} WHERE {Name}.expires <= ?{now}";
        Replace = $"UPDATE {Name} SET {assign} WHERE {key} AND {Live}?{now}) AND etag = ?{now + 1}";
        Delete = $"DELETE FROM {Name} WHERE {key} AND {Live}?4)";
        Purge =
            $"DELETE FROM {Name} WHERE rowid IN (SELECT rowid FROM {Name} INDEXED BY {ExpiryIndex} WHERE expires <= ?1 LIMIT ?2)";
        Scan =
            $"SELECT etag, body, pk, id FROM {Name} INDEXED BY {KeyIndex} WHERE (slot, pk, id) > (?1, ?2, ?3) AND slot < ?4 "
            + $"AND type = ?5 AND {Live}?6) ORDER BY slot, pk, id LIMIT ?7";
    }

    public Container Container { get; }
    public string Name { get; }

    /// <summary>Indexed fields and their places in <see cref="DocumentRow.Fields"/>.</summary>
    public FrozenDictionary<string, int> Fields { get; }

    public string KeyIndex => $"{Name}_key";
    public string ExpiryIndex { get; }
    public string Read { get; }
    public string Create { get; }
    public string Upsert { get; }
    public string Replace { get; }
    public string Delete { get; }
    public string Purge { get; }
    public string Scan { get; }

    /// <summary>The parameter that takes the present instant in a create or replace; the ETag of a replace is the next.</summary>
    public int NowParameter => Columns.Length + Fields.Count + 1;

    public static string Column(string field) => $"field_{field}";

    public string FieldIndex(string field) => $"{Name}_{field}_key";

    /// <summary>FNV-1a over UTF-8, folded: the same on every machine and in every version of .NET.</summary>
    public static int SlotOf(string partitionKey)
    {
        Span<byte> buffer = partitionKey.Length <= 170 ? stackalloc byte[3 * 170] : new byte[3 * partitionKey.Length];
        var hash = 2166136261u;
        foreach (var b in buffer[..Encoding.UTF8.GetBytes(partitionKey, buffer)])
        {
            hash = unchecked((hash ^ b) * 16777619u);
        }
        return (int)((hash ^ (hash >> 12) ^ (hash >> 24)) % Slots);
    }

    private static void Check(string name, bool ok)
    {
        if (!ok || name.Length == 0)
        {
            throw new ArgumentException(
                $"'{name}' cannot be the name of a container or an indexed field.",
                nameof(name)
            );
        }
    }
}
