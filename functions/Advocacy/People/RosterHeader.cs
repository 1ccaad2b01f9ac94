using CsvHelper;

namespace Advocacy.People;

/// <summary>Where in a row each column stands, and what the file calls it.</summary>
internal sealed class RosterHeader
{
    private static readonly char[] s_separators = [',', ';', '\t', '|'];
    private readonly int[] _positions;
    private readonly string[] _headers;

    private RosterHeader(char separator, string[] headers, int[] positions)
    {
        Separator = separator;
        _headers = headers;
        _positions = positions;
    }

    public char Separator { get; }

    /// <summary>How many cells a row has.</summary>
    public int Width => _headers.Length;

    /// <summary>Reads the header line.</summary>
    /// <param name="declared">The separator, where the file says it (<c>sep=;</c>); else the one that makes sense of the line.</param>
    /// <returns>The header, or <c>null</c> where the problems say what keeps the file from being a roster.</returns>
    public static RosterHeader? Read(string line, char? declared, long number, List<RosterProblem> problems)
    {
        var (separator, headers) = (declared is { } only ? [only] : s_separators)
            .Select(s => (Separator: s, Headers: Split(line, s)))
            .MaxBy(split => split.Headers.Count(h => RosterColumns.Find(h) is not null));
        var positions = new int[Enum.GetValues<RosterColumn>().Length];
        Array.Fill(positions, -1);
        for (var i = 0; i < headers.Length; i++)
        {
            Place(headers, positions, i, number, problems);
        }
        var missing = RosterColumns.Required.Where(c => positions[(int)c] < 0).Select(RosterColumns.NameOf).ToList();
        if (missing.Count == 0)
        {
            return new RosterHeader(separator, headers, positions);
        }
        // What it lacks says it all: that its columns are unknown too is no news.
        problems.Clear();
        var found = string.Join(", ", headers.Select(h => $"'{Quote.Of(h)}'").Take(20));
        problems.Add(
            new RosterProblem(
                RosterProblemKind.File,
                number,
                null,
                $"the header lacks {string.Join(", ", missing.Select(m => $"'{m}'"))}; it has {found}"
            )
        );
        return null;
    }

    /// <summary>The cell of a row; <c>null</c> where it is empty, or the file lacks the column or the row the cell.</summary>
    public string? Cell(IReadOnlyList<string> row, RosterColumn column)
    {
        var position = _positions[(int)column];
        return position >= 0 && position < row.Count && row[position] is { Length: > 0 } cell ? cell : null;
    }

    /// <summary>The column's name in this file, or what it would be.</summary>
    public string NameOf(RosterColumn column) =>
        _positions[(int)column] is >= 0 and var position ? _headers[position] : RosterColumns.NameOf(column);

    private static void Place(string[] headers, int[] positions, int i, long line, List<RosterProblem> problems)
    {
        var warning = RosterColumns.Find(headers[i]) switch
        {
            null when headers[i].Length == 0 => null,
            null => "this column is not known and is passed over",
            { } column when positions[(int)column] is >= 0 and var first =>
                $"this column says the same as '{Quote.Of(headers[first])}' before it and is passed over",
            { } column => Take(positions, column, i),
        };
        if (warning is not null)
        {
            problems.Add(new RosterProblem(RosterProblemKind.Warning, line, Quote.Of(headers[i]), warning));
        }
    }

    private static string? Take(int[] positions, RosterColumn column, int i)
    {
        positions[(int)column] = i;
        return null;
    }

    private static string[] Split(string line, char separator)
    {
        using var reader = CsvReader.FromText(
            line,
            new CsvReaderOptions
            {
                Separator = separator,
                HasHeader = false,
                TrimWhitespace = true,
                TrimInsideQuotes = true,
            }
        );
        return reader.Read() ? reader.Current.ToArray() : [];
    }
}
