using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text;
using Advocacy.Consent;
using CsvHelper;
using Microsoft.Extensions.Options;

namespace Advocacy.People;

/// <summary>
/// Reads a roster: CSV with a header, separated by comma, semicolon, tab or bar, in UTF-8, UTF-16 or Windows-1252. Columns (those with *
/// are required): address*, name*, unit*, archetype, topics, language*, reads_languages, time_zone, digest_day, digest_hour, paused_until,
/// consent_at with consent_channel and consent_wording, measure_consent, stats_consent, withdrawn_at; Danish names are understood too. Rows are read
/// one by one, whatever the file's size; a wrong row is named and left out.
/// </summary>
public sealed class RosterReader(IOptions<RosterOptions> options, ConsentWordings wordings, TimeProvider time)
{
    /// <summary>Bytes in a line; more than any person has.</summary>
    private const int LongestLine = 64 * 1024;

    /// <summary>Every row, and every problem, in the file's order. The stream is read forward once and stays open.</summary>
    internal async IAsyncEnumerable<RosterEntry> ReadAsync(
        Stream csv,
        [EnumeratorCancellation] CancellationToken cancellationToken = default
    )
    {
        var legacy = false;
        using var text = await RosterEncoding.OpenAsync(csv, () => legacy = true, cancellationToken);
        var problems = new List<RosterProblem>();
        var (header, lines) = await ReadHeaderAsync(text, problems, cancellationToken);
        yield return new RosterEntry(null, problems);
        if (header is null)
        {
            yield break;
        }
        await foreach (var entry in ReadRowsAsync(text, header, lines, cancellationToken))
        {
            yield return entry;
        }
        if (legacy)
        {
            const string Message =
                "the file is not UTF-8: what is not was read as Windows-1252; check names with special letters";
            yield return new RosterEntry(null, [new RosterProblem(RosterProblemKind.Warning, 0, null, Message)]);
        }
    }

    private async IAsyncEnumerable<RosterEntry> ReadRowsAsync(
        StreamReader text,
        RosterHeader header,
        int linesBefore,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        var rows = new RosterRowReader(options.Value, wordings, time);
        var seen = new Dictionary<UInt128, long>();
        CsvMalformedReason? malformed = null;
        await using var reader = CsvReader.Create(
            text,
            new CsvReaderOptions
            {
                Separator = header.Separator,
                HasHeader = false,
                TrimWhitespace = true,
                TrimInsideQuotes = true,
                TrackLineNumbers = true,
                MaxRecordSize = LongestLine,
                // Nothing in a roster is longer than a line, and so a quote left open spoils its own row only.
                AllowLineBreaksInQuotes = false,
                IncludeValuesInExceptions = false,
                OnMalformedRecord = record => malformed = record.Reason,
            },
            leaveOpen: true
        );
        while (true)
        {
            malformed = null;
            RosterProblem? end = null;
            try
            {
                if (!await reader.ReadAsync(cancellationToken))
                {
                    yield break;
                }
            }
            catch (CsvFormatException)
            {
                var message = $"the line is longer than {LongestLine} bytes; it and what follows was not read";
                end = new RosterProblem(RosterProblemKind.File, linesBefore + LineAfter(reader), null, message);
            }
            if (end is not null)
            {
                yield return new RosterEntry(null, [end]);
                yield break;
            }
            var line = linesBefore + reader.LineNumber;
            var cells = reader.Current.ToArray();
            if (cells.All(cell => cell.Length == 0))
            {
                continue;
            }
            yield return ShapeProblem(cells, header, malformed) is { } shape
                ? new RosterEntry(null, [new RosterProblem(RosterProblemKind.Row, line, null, shape)])
                : ReadRow(rows, new RosterCells(header, cells, line), line, seen);
        }
    }

    private static long LineAfter(CsvReader reader) => reader.RowNumber == 0 ? 1 : reader.LineNumber + 1;

    private static string? ShapeProblem(string[] cells, RosterHeader header, CsvMalformedReason? malformed) =>
        malformed switch
        {
            CsvMalformedReason.LineBreakInQuotes or CsvMalformedReason.UnterminatedQuote =>
                "a quote is opened and not closed on this line",
            _ when cells.Skip(header.Width).Any(cell => cell.Length > 0) =>
                $"has {cells.Length} cells where the header has {header.Width}",
            _ => null,
        };

    private static RosterEntry ReadRow(
        RosterRowReader rows,
        RosterCells cells,
        long line,
        Dictionary<UInt128, long> seen
    )
    {
        var row = rows.Read(cells, line);
        if (row is not null && !seen.TryAdd(KeyOf(row.Address), line))
        {
            var first = seen[KeyOf(row.Address)];
            cells.Wrong(RosterColumn.Address, $"'{Quote.Of(row.Address)}' is on line {first} already, which counts");
            row = null;
        }
        return new RosterEntry(row, cells.Problems);
    }

    /// <summary>A hash instead of the address: what must be remembered of every row should be small.</summary>
    private static UInt128 KeyOf(string address)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes(address.ToLowerInvariant()), hash);
        return BinaryPrimitives.ReadUInt128BigEndian(hash);
    }

    /// <summary>The header, and how many lines were read up to and with it.</summary>
    private static async Task<(RosterHeader? Header, int Lines)> ReadHeaderAsync(
        StreamReader text,
        List<RosterProblem> problems,
        CancellationToken cancellationToken
    )
    {
        char? separator = null;
        for (var lines = 1; await LineAsync(text, cancellationToken) is { } line; lines++)
        {
            if (line.Length > LongestLine)
            {
                break;
            }
            // Some spreadsheets write their separator into a line of its own.
            if (line.StartsWith("sep=", StringComparison.OrdinalIgnoreCase) && line.Length == 5)
            {
                separator = line[4];
            }
            else if (!string.IsNullOrWhiteSpace(line))
            {
                return (RosterHeader.Read(line, separator, lines, problems), lines);
            }
        }
        problems.Add(new RosterProblem(RosterProblemKind.File, 0, null, "the file has no header line"));
        return (null, 0);
    }

    /// <summary>A line without its end; cut off after <see cref="LongestLine"/> characters, <c>null</c> at the end.</summary>
    private static async ValueTask<string?> LineAsync(StreamReader text, CancellationToken cancellationToken)
    {
        var line = new StringBuilder();
        var one = new char[1];
        while (line.Length <= LongestLine && await text.ReadAsync(one, cancellationToken) > 0)
        {
            if (one[0] == '\n')
            {
                return line.ToString();
            }
            if (one[0] != '\r')
            {
                line.Append(one[0]);
            }
            else if (text.Peek() != '\n')
            {
                return line.ToString();
            }
        }
        return line.Length == 0 ? null : line.ToString();
    }
}
