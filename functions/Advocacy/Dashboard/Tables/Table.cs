namespace Advocacy.Dashboard.Tables;

/// <summary>One table of the dashboard, for the page and for a file: both show the same and leave out the same.</summary>
/// <param name="Name">As its file is called.</param>
internal sealed record Table(string Name, IReadOnlyList<Column> Columns, IReadOnlyList<IReadOnlyList<Cell>> Rows);

/// <param name="Name">As files call it.</param>
/// <param name="Kind">How its cells are written.</param>
/// <param name="OnlyInFiles">True for what a page has no room for.</param>
internal sealed record Column(string Name, ColumnKind Kind, bool OnlyInFiles = false);

/// <summary>What a cell says: a word or a figure, or neither where it is not shown.</summary>
internal sealed record Cell(string? Text, decimal? Number);

internal enum ColumnKind
{
    Text,

    /// <summary>One of a few names, which pages say in the reader's language.</summary>
    Word,

    /// <summary>Of a channel.</summary>
    Channel,

    /// <summary>ISO 639-1.</summary>
    Language,

    /// <summary>Its Monday, yyyy-MM-dd.</summary>
    Week,

    /// <summary>yyyy-MM-dd.</summary>
    Date,

    Count,

    /// <summary>0 to 100.</summary>
    Percent,

    /// <summary>0 to 1.</summary>
    Chance,

    Minutes,
    Money,
}
