using System.Globalization;

namespace Advocacy.Dashboard.Tables;

/// <summary>Says column by column what a table shows of its rows.</summary>
internal sealed class TableBuilder<T>(string name, IEnumerable<T> rows)
{
    private readonly List<Column> _columns = [];
    private readonly List<Func<T, Cell>> _cells = [];

    public TableBuilder<T> Word(string column, ColumnKind kind, Func<T, string?> of, bool onlyInFiles = false)
    {
        _columns.Add(new Column(column, kind, onlyInFiles));
        _cells.Add(row => new Cell(of(row), null));
        return this;
    }

    public TableBuilder<T> Day(string column, ColumnKind kind, Func<T, DateOnly> of) =>
        Word(column, kind, row => of(row).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));

    public TableBuilder<T> Figure(
        string column,
        Func<T, decimal?> of,
        ColumnKind kind = ColumnKind.Count,
        bool onlyInFiles = false
    )
    {
        _columns.Add(new Column(column, kind, onlyInFiles));
        _cells.Add(row => new Cell(null, of(row)));
        return this;
    }

    public Table Build() => new(name, _columns, [.. rows.Select(row => _cells.ConvertAll(cell => cell(row)))]);
}
