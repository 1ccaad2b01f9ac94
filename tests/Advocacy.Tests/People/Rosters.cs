using System.Text;
using Advocacy.Consent;
using Advocacy.People;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;

namespace Advocacy.Tests.People;

/// <summary>Reads rosters as the tests write them, on the morning of 23 November 2026.</summary>
internal static class Rosters
{
    public static readonly DateTimeOffset Now = new(2026, 11, 23, 8, 0, 0, TimeSpan.Zero);

    public static RosterReader Reader(RosterOptions? options = null) =>
        new(Options.Create(options ?? new RosterOptions()), new ConsentWordings(), new FakeTimeProvider(Now));

    public static Task<(List<RosterRow> Rows, List<RosterProblem> Problems)> ReadAsync(string csv) =>
        ReadAsync(Encoding.UTF8.GetBytes(csv));

    public static async Task<(List<RosterRow> Rows, List<RosterProblem> Problems)> ReadAsync(byte[] csv)
    {
        var rows = new List<RosterRow>();
        var problems = new List<RosterProblem>();
        using var stream = new MemoryStream(csv);
        await foreach (var entry in Reader().ReadAsync(stream, TestContext.Current.CancellationToken))
        {
            problems.AddRange(entry.Problems);
            if (entry.Row is not null)
            {
                rows.Add(entry.Row);
            }
        }
        return (rows, problems);
    }
}
