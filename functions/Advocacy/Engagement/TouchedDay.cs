using System.Globalization;
using Advocacy.Platform.Store;

namespace Advocacy.Engagement;

/// <summary>
/// Says that something of a day was recorded: written after every such recording, so that its ETag tells whether a sum of the day is still true.
/// No clock decides, so a late event cannot fall between two runs.
/// </summary>
public sealed record TouchedDay : Document
{
    private const string Prefix = "touched-";

    public override string PartitionKey => Id;

    /// <summary>UTC, for example <c>2026-11-24</c>.</summary>
    public required string Day { get; init; }

    public required DateTimeOffset At { get; init; }

    public static string IdOf(string day) => Prefix + day;

    /// <summary>The day of an instant.</summary>
    public static string Of(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
